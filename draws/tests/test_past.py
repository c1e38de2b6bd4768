"""The record as it was published at a moment."""

from datetime import UTC, date, datetime, timedelta

import pytest

from draws.past import draws_as_of, pools_as_of
from draws.tests import rows
from ingest.models import Revision

pytestmark = pytest.mark.django_db

LONG_AFTER = datetime(2027, 1, 1, tzinfo=UTC)
CHANGED = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
BEFORE = CHANGED - timedelta(seconds=1)


def revise(draw, field, old, new, seen_at=CHANGED):
    Revision.objects.create(
        source=draw.first_capture.source,
        subject=draw.subject,
        field=field,
        old=old,
        new=new,
        capture=draw.first_capture,
        seen_at=seen_at,
        edition=1,
    )


def only(moment):
    (record,) = draws_as_of(moment)
    return record


@pytest.mark.parametrize(
    ("field", "old", "value"),
    [
        ("date", "2026-02-16", date(2026, 2, 16)),
        ("name", "Another name", "Another name"),
        ("family", "pnp", "pnp"),
        ("invitations", "600", 600),
        ("crs", "507", 507),
        ("held_at", "", None),
        ("pool_as_of", "2026-02-14", date(2026, 2, 14)),
    ],
)
def test_it_gives_the_value_that_was_changed_later(field, old, value):
    draw = rows.draw("396")
    revise(draw, field, old, "is not looked at")
    assert getattr(only(BEFORE), field) == value
    assert getattr(only(CHANGED), field) == getattr(draw, field)


def test_it_gives_the_tie_break_of_then_with_its_words():
    revise(rows.draw("335"), "tie_break_at", "2025-11-14T02:52:14Z", "2024-11-14T02:52:14Z")
    was = only(BEFORE)
    assert was.tie_break_at == datetime(2025, 11, 14, 2, 52, 14, tzinfo=UTC)
    assert was.tie_break_text == "November 14, 2025 at 02:52:14 UTC"


def test_it_goes_back_over_several_changes_of_one_value():
    draw = rows.draw("396", crs=510)
    revise(draw, "crs", "509", "510", CHANGED)
    revise(draw, "crs", "508", "509", CHANGED - timedelta(days=1))
    moments = (CHANGED, BEFORE, BEFORE - timedelta(days=1))
    assert [only(moment).crs for moment in moments] == [510, 509, 508]


def test_it_gives_the_bands_of_then_and_leaves_the_others():
    draw = rows.draw("396", pool=rows.pool(), pool_as_of=date(2026, 2, 15))
    revise(draw, "pool.b501_600", "1", "16559")
    was = only(BEFORE)
    assert (was.pool.b501_600, was.pool.total) == (1, 235695)
    assert pools_as_of(BEFORE) == [(date(2026, 2, 15), was.pool)]
    assert pools_as_of(CHANGED) == [(date(2026, 2, 15), draw.pool.record)]


def test_it_knows_a_draw_from_when_the_site_saw_it_appear():
    seen = datetime(2026, 2, 17, 16, 13, tzinfo=UTC)
    rows.draw("396", first_seen_at=seen)
    assert draws_as_of(seen - timedelta(seconds=1)) == []
    assert only(seen).number == "396"


def test_it_knows_an_old_draw_from_its_official_time():
    held = datetime(2016, 5, 4, 11, 0, tzinfo=UTC)
    rows.draw("32", date=held.date(), held_at=held, first_seen_at=LONG_AFTER)
    assert draws_as_of(held - timedelta(seconds=1)) == []
    assert only(held).number == "32"


def test_it_knows_an_old_draw_without_a_time_from_the_end_of_its_day():
    rows.draw("32", date=date(2016, 5, 4), held_at=None, first_seen_at=LONG_AFTER)
    assert draws_as_of(datetime(2016, 5, 4, 23, 59, tzinfo=UTC)) == []
    assert len(draws_as_of(datetime(2016, 5, 5, tzinfo=UTC))) == 1


def test_it_does_not_know_a_draw_before_its_date_whatever_time_is_printed():
    slip = datetime(2025, 7, 12, 16, 27, 45, tzinfo=UTC)
    rows.draw("357", date=date(2025, 7, 22), held_at=slip, first_seen_at=LONG_AFTER)
    assert draws_as_of(datetime(2025, 7, 15, tzinfo=UTC)) == []


def test_it_asks_two_queries_however_many_draws(django_assert_num_queries):
    for number in ("395", "396", "397"):
        revise(rows.draw(number, pool=rows.pool()), "crs", "1", "2")
    with django_assert_num_queries(2):
        numbers = [record.number for record in draws_as_of(BEFORE)]
    assert numbers == ["397", "396", "395"]
