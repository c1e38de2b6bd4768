"""Promised moments: typed in Ottawa time, the zone of the newsroom, and when one was missed."""

from datetime import UTC, date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from publish.formats import OTTAWA, long_day

FIRST, SECOND = "first", "second"
# The worker looks once a minute: later than this is a promise that was not kept.
LATE = timedelta(seconds=90)


def in_ottawa(day: date, clock: time, which: str = "") -> datetime:
    """The moment, in UTC, at which clocks in Ottawa show this.

    `which`, FIRST or SECOND, is asked for in the hour that comes twice. Raises ValidationError
    for a time that the clocks skip, with code "twice" for one that comes twice.
    """
    first, second = (_as_utc(day, clock, fold) for fold in (0, 1))
    if first.astimezone(OTTAWA).time() != clock:
        raise ValidationError(
            _("On %(day)s clocks in Ottawa skip %(time)s: they go forward an hour. Choose another.")
            % {"day": long_day(day), "time": f"{clock:%H:%M}"}
        )
    if first != second and which not in (FIRST, SECOND):
        raise ValidationError(
            _("On %(day)s clocks in Ottawa show %(time)s twice: they go back an hour. Choose one.")
            % {"day": long_day(day), "time": f"{clock:%H:%M}"},
            code="twice",
        )
    return second if which == SECOND else first


def twice(day: date, clock: time) -> tuple[datetime, datetime]:
    """Both moments of a time that comes twice; the same moment two times of any other."""
    return _as_utc(day, clock, 0), _as_utc(day, clock, 1)


def _as_utc(day: date, clock: time, fold: int) -> datetime:
    return datetime.combine(day, clock.replace(fold=fold), OTTAWA).astimezone(UTC)
