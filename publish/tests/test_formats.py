from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from publish import formats

NB = "\u00a0"


@pytest.fixture
def french():
    with translation.override("fr"):
        yield


def render(source: str, **context: object) -> str:
    return Template("{% load formats %}" + source).render(Context(context))


def test_it_groups_thousands_with_a_comma_in_english():
    assert formats.figure(1052463) == "1,052,463"
    assert formats.figure(999) == "999"


def test_it_groups_thousands_with_a_no_break_space_in_french(french):
    assert formats.figure(1052463) == f"1{NB}052{NB}463"


@pytest.mark.parametrize(
    ("n", "text"), [(-1, "\u22121"), (40, "+40"), (0, "0"), (-2500, "\u22122,500")]
)
def test_it_signs_a_change_with_the_true_minus(n, text):
    assert formats.change(n) == text


def test_it_writes_dates_in_english():
    assert formats.day(date(2026, 9, 1)) == "1 Sep 2026"
    assert formats.long_day(date(2026, 2, 17)) == "17 February 2026"
    assert formats.short_day(date(2026, 9, 29)) == "29 Sep"
    assert formats.month(date(2024, 5, 31)) == "May 2024"


def test_it_writes_dates_in_french(french):
    assert formats.day(date(2026, 2, 17)) == f"17{NB}févr.{NB}2026"
    assert formats.day(date(2026, 3, 3)) == f"3{NB}mars{NB}2026"
    assert formats.long_day(date(2026, 8, 1)) == f"1er{NB}août{NB}2026"
    assert formats.short_day(date(2026, 7, 23)) == f"23{NB}juill."


def test_it_writes_official_times_to_the_second_with_their_zone():
    t = datetime(2026, 2, 17, 11, 33, 4, tzinfo=UTC)
    assert formats.clock(t) == "11:33:04 UTC"
    assert formats.moment(t) == "17 Feb 2026, 11:33:04 UTC"
    assert formats.long_moment(t) == "17 February 2026, 11:33:04 UTC"
    assert formats.bare_moment(t) == "17 Feb 2026, 11:33:04"
    assert formats.minute(t) == "17 Feb 2026, 11:33 UTC"


def test_it_writes_official_times_in_french(french):
    t = datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC)
    assert formats.clock(t) == f"9{NB}h{NB}35{NB}min{NB}59{NB}s{NB}UTC"
    assert formats.minute(t) == f"16{NB}mars{NB}2025, 9{NB}h{NB}35{NB}UTC"


def test_it_gives_the_time_in_ottawa_in_winter_and_in_summer():
    assert formats.ottawa(datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC)) == "06:33:44 in Ottawa"
    assert formats.ottawa(datetime(2026, 7, 21, 11, 33, 44, tzinfo=UTC)) == "07:33:44 in Ottawa"


def test_it_names_the_day_in_ottawa_when_it_is_another_one():
    t = datetime(2015, 5, 23, 1, 10, 0, tzinfo=UTC)
    assert formats.ottawa(t) == "21:10:00 on 22 May 2015 in Ottawa"
    with translation.override("fr"):
        assert formats.ottawa(t) == (
            f"21{NB}h{NB}10{NB}min{NB}0{NB}s le 22{NB}mai{NB}2015 à Ottawa"
        )


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (1, "first"),
        (3, "third"),
        (10, "tenth"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (22, "22nd"),
        (33, "33rd"),
        (111, "111th"),
        (1011, "1,011th"),
    ],
)
def test_it_counts_in_english(n, text):
    assert formats.ordinal(n) == text


@pytest.mark.parametrize(
    ("n", "text"), [(1, "première"), (3, "troisième"), (9, "neuvième"), (11, "11e"), (21, "21e")]
)
def test_it_counts_rondes_in_french(french, n, text):
    assert formats.ordinal(n) == text


def test_it_writes_shares_without_decimals():
    assert formats.share(73609, 235695) == "31%"
    assert formats.share(280, 235695) == "under 1%"
    assert formats.share(0, 235695) == "0%"
    with translation.override("fr"):
        assert formats.share(73609, 235695) == f"31{NB}%"
        assert formats.share(280, 235695) == f"moins de 1{NB}%"


def test_it_lists_and_spans():
    assert formats.series(["395"]) == "395"
    assert formats.series(["395", "396", "397"]) == "395, 396 and 397"
    assert formats.span(169, 805) == "169 to 805"
    assert formats.span(489, 489) == "489"
    with translation.override("fr"):
        assert formats.series(["395", "396"]) == "395 et 396"


def test_it_puts_a_machine_readable_time_around_the_words():
    t = datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC)
    assert render('{% when t "moment" %}', t=t) == (
        '<time datetime="2025-03-16T09:35:59Z">16 Mar 2025, 09:35:59 UTC</time>'
    )
    assert render("{% when d %}", d=date(2026, 2, 17)) == (
        '<time datetime="2026-02-17">17 Feb 2026</time>'
    )


def test_it_raises_the_letters_of_the_french_first(french):
    assert render("{% when d %}", d=date(2026, 3, 1)) == (
        f'<time datetime="2026-03-01">1<sup>er</sup>{NB}mars{NB}2026</time>'
    )


def test_it_offers_the_forms_as_filters():
    assert render("{{ n|figure }} {{ c|change }} {{ n|ordinal }}", n=6000, c=-1) == (
        "6,000 \u22121 6,000th"
    )
