"""The provincial record as it was published at a moment."""

from datetime import UTC, datetime, timedelta

import pytest

from pnp.models import Row
from pnp.notation import written_count, written_score
from pnp.past import rows_as_of
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 2, 3, 16, 0, tzinfo=UTC)
SECOND = FIRST + timedelta(days=1)
JUST_BEFORE = timedelta(seconds=1)


def told(moment):
    return [
        (row.stream, written_count(row.count), written_score(row.score))
        for row in rows_as_of(moment)
    ]


@pytest.fixture(autouse=True)
def _on_the_day(time_machine):
    time_machine.move_to(FIRST, tick=False)
    bring_in(line("2026-02-03", "ab-opportunity", "120", "60"))


def test_it_gives_the_values_of_then(time_machine):
    time_machine.move_to(SECOND, tick=False)
    bring_in(line("2026-02-03", "ab-opportunity", "<10", "61"))
    assert told(SECOND - JUST_BEFORE) == [("ab-opportunity", "120", "60")]
    assert told(SECOND) == [("ab-opportunity", "<10", "61")]


def test_it_goes_back_over_several_changes(time_machine):
    for days, count in ((1, "121"), (2, "122")):
        time_machine.move_to(FIRST + timedelta(days=days), tick=False)
        bring_in(line("2026-02-03", "ab-opportunity", count, "60"))
    counts = [told(FIRST + timedelta(days=days))[0][1] for days in (0, 1, 2)]
    assert counts == ["120", "121", "122"]


def test_it_knows_a_row_from_when_the_site_saw_it():
    assert told(FIRST - JUST_BEFORE) == []
    assert len(told(FIRST)) == 1


def test_it_knows_an_old_row_from_the_end_of_its_day():
    Row.every.update(first_seen_at=FIRST + timedelta(days=300))
    ended = datetime(2026, 2, 4, tzinfo=UTC)
    assert told(ended - JUST_BEFORE) == []
    assert len(told(ended)) == 1


def test_it_knows_a_row_until_it_was_taken_back():
    Row.every.update(withdrawn_at=SECOND)
    assert len(told(SECOND - JUST_BEFORE)) == 1
    assert told(SECOND) == []


def test_it_asks_two_queries(django_assert_num_queries, time_machine):
    time_machine.move_to(SECOND, tick=False)
    bring_in(*(line(f"2026-02-0{day}", "ab-opportunity", "7", "61") for day in (1, 2, 3)))
    with django_assert_num_queries(2):
        assert len(told(SECOND)) == 3
