from datetime import UTC, datetime, timedelta

import pytest

from ingest.schedule import OTTAWA, interval_at, is_due

MINUTE, QUARTER = timedelta(minutes=1), timedelta(minutes=15)


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-02-17 09:29:59", QUARTER),  # a Tuesday
        ("2026-02-17 09:30:00", MINUTE),
        ("2026-02-17 19:00:00", MINUTE),
        ("2026-02-17 19:00:01", QUARTER),
        ("2026-02-21 12:00:00", QUARTER),  # a Saturday
        ("2026-03-09 09:30:00", MINUTE),  # the Monday after clocks went forward
        ("2026-11-02 09:30:00", MINUTE),  # the Monday after clocks went back
    ],
)
def test_it_looks_every_minute_in_office_hours_of_ottawa(local, expected):
    moment = datetime.fromisoformat(local).replace(tzinfo=OTTAWA).astimezone(UTC)
    assert interval_at(moment) == expected


def test_it_is_due_when_never_tried():
    assert is_due(datetime(2026, 2, 17, tzinfo=UTC), None)


def test_it_is_due_after_the_interval_and_not_before():
    noon = datetime(2026, 2, 17, 17, tzinfo=UTC)
    assert is_due(noon, noon - timedelta(seconds=59))
    assert not is_due(noon, noon - timedelta(seconds=5))
    night = datetime(2026, 2, 17, 7, tzinfo=UTC)
    assert not is_due(night, night - timedelta(minutes=14))
    assert is_due(night, night - timedelta(minutes=15))


def test_it_keeps_the_rhythm_of_a_source_that_has_its_own():
    noon = datetime(2026, 2, 17, 17, tzinfo=UTC)
    half_an_hour = timedelta(minutes=30)
    assert not is_due(noon, noon - timedelta(minutes=29), half_an_hour)
    assert is_due(noon, noon - half_an_hour, half_an_hour)
    assert is_due(noon, None, half_an_hour)
