import pytest

from pnp.figures import resolve_all
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    bring_in(
        line("2026-02-02", "on-phd", "1800"),
        line("2026-02-02", "on-masters", "25"),
        line("2026-02-06", "ab-ee-law", "<10"),
    )


def text_of(address, language="en"):
    found = resolve_all([address], language)
    return found[address].text if found else None


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("pnp/on/2026-02-02/total", "1,825"),
        ("pnp/on/2026-02-02/pnp", "1,825"),
        ("pnp/on/2026-02-02/rows", "2"),
        ("pnp/on/2026-02-02/on-phd", "1,800"),
        ("pnp/ab/2026-02-06/total", "fewer than 10"),
    ],
)
def test_it_names_each_figure_of_a_day(address, text):
    assert text_of(address) == text


def test_it_speaks_the_language_of_the_page():
    assert text_of("pnp/on/2026-02-02/total", "fr") == "1\u00a0825"
    assert text_of("pnp/ab/2026-02-06/total", "fr") == "moins de 10"


@pytest.mark.parametrize(
    "address",
    [
        "pnp/on/2026-02-03/total",
        "pnp/on/2026-02-02/aip",
        "pnp/on/2026-02-02/on-trades",
        "pnp/on/2026-02-30/total",
        "pnp/on/2026-02/total",
        "pnp/ON/2026-02-02/total",
        "pnp/on/2026-02-02/total/",
        "pnp/on/٢٠٢٦-02-02/total",
        "pnp/",
    ],
)
def test_it_leads_nowhere_for_what_is_not_on_record(address):
    assert text_of(address) is None


def test_it_asks_the_same_number_of_questions_however_many_figures(django_assert_num_queries):
    addresses = [f"pnp/on/2026-{month:02}-02/total" for month in range(1, 13)]
    with django_assert_num_queries(3):
        found = resolve_all([*addresses, "pnp/ns/2026-07/total"], "en")
    assert list(found) == ["pnp/on/2026-02-02/total"]
