"""The rows that come with Cutline, against what the provinces published."""

from collections import Counter

import pytest

from ingest import pipeline
from pnp import bundle
from pnp.models import Event, Row
from pnp.records import Counted
from pnp.tests.stored import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(bundled):
    """Every row that comes with Cutline."""


def test_it_reads_every_line():
    read = bundle.rows()
    assert (read.faults, len(read.rows), len(bundle.months())) == ([], 818, 7)
    assert Counter(row.province for row in read.rows) == {
        "on": 302,
        "mb": 136,
        "ab": 117,
        "bc": 100,
        "nl": 54,
        "nb": 49,
        "qc": 46,
        "pe": 14,
    }


def test_it_sums_up_to_the_figures_of_each_province():
    sums: Counter[str] = Counter()
    for row in bundle.rows().rows:
        sums[row.province] += row.count.low
    assert sums == SUMS


# Exact counts added up, and nothing for "fewer than" and blanks.
SUMS = {
    "nl": 6071,
    "bc": 7645,
    "mb": 21527,
    "qc": 17386,
    "ab": 18969,
    "nb": 6974,
    "pe": 1880,
    "on": 131530,
}


def test_it_keeps_the_kinds_of_count_apart():
    kinds = Counter(row.count.kind for row in bundle.rows().rows)
    assert kinds[Counted.BELOW] == 23
    assert kinds[Counted.NOT_PUBLISHED] == 1
    assert kinds[Counted.PLACEHOLDER] == 1


def test_it_says_what_was_never_seen_officially():
    secondary = Counter(r.province for r in bundle.rows().rows if r.evidence == "secondary")
    assert secondary == SECONDARY


SECONDARY = {"bc": 25, "pe": 5, "ab": 11}


DAYS = [
    ("bc", "2026-02-04", 2, "429"),
    ("on", "2026-02-02", 6, "1,825"),
    ("mb", "2026-01-29", 1, "47"),
    ("ab", "2026-02-06", 1, "fewer than 10"),
    ("nb", "2026-02-02", 2, "330"),
    ("nl", "2026-09-18", 2, "61"),
    ("on", "2026-04-23", 12, "2,102"),
    ("bc", "2026-06-02", 6, "at least 357"),
    ("mb", "2026-05-07", 2, "906"),
    ("pe", "2026-09-17", 1, "195"),
]


def test_a_day_is_the_sum_of_its_rows(loaded):
    for province, day, rows, total in DAYS:
        event = Event.objects.with_totals().get(province=province, date=day)
        assert (len(event.standing_rows), event.total.text) == (rows, total)


def test_sums_of_several_days_are_no_events(loaded):
    assert not Row.objects.of_province("ab").filter(low=1169).exists()
    assert not Row.objects.of_province("nb").filter(low=326).exists()
    assert not Event.objects.filter(province="nb", date="2026-02-03").exists()
    days = ["2026-01-26", "2026-01-27", "2026-01-29", "2026-02-02"]
    parts = [Event.objects.get(province="ab", date=day).total.exact for day in days]
    assert (parts, sum(parts)) == ([63, 43, 148, 915], 1169)


def test_a_range_of_days_stands_on_its_last_day(loaded):
    event = Event.objects.get(province="qc", date="2026-03-20")
    first, text = event.span
    assert (str(first), text) == ("2026-03-19", "March 19 and 20, 2026")


def test_the_page_itself_changes_nothing_of_a_day_that_was_bundled(loaded):
    """Ontario's stored page has the rows of 2 February as they were bundled."""
    before = Row.objects.count()
    pipeline.bring_in("pnp-on", page("on"))
    event = Event.objects.get(province="on", date="2026-02-02")
    assert (event.total.exact, len(event.standing_rows), event.revisions()) == (1825, 6, [])
    assert Row.objects.count() == before
