"""How often a source is looked at. Pure: time is an argument."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

OTTAWA = ZoneInfo("America/Toronto")
# Rounds appear between 10:00 and 18:30 Ottawa time on weekdays.
OFFICE_OPENS, OFFICE_CLOSES = time(9, 30), time(19, 0)
BUSY, QUIET = timedelta(minutes=1), timedelta(minutes=15)
# The scheduler beats once a minute, never to the second.
SLACK = timedelta(seconds=20)


def interval_at(moment: datetime, every: timedelta | None = None) -> timedelta:
    """The time between two pulls at this moment; `every` for a source with a rhythm of its own."""
    if every is not None:
        return every
    local = moment.astimezone(OTTAWA)
    weekday = local.weekday() < 5
    busy = weekday and OFFICE_OPENS <= local.time() <= OFFICE_CLOSES
    return BUSY if busy else QUIET


def is_due(now: datetime, last_started: datetime | None, every: timedelta | None = None) -> bool:
    """Whether a source last tried at `last_started` should be pulled now."""
    return last_started is None or now - last_started >= interval_at(now, every) - SLACK
