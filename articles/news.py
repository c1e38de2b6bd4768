"""What is news: one rule for letters to readers and for drafts."""

import datetime as dt

from draws.models import Draw
from ingest.models import Event
from pnp.models import Event as ProvincialEvent

# What came to our record this long after the newest day on it was only just found, not held.
STALE = dt.timedelta(days=14)


def is_news(event: Event, day: dt.date, newest: dt.date) -> bool:
    """Whether what an event tells of is new to the world, and not only to our record.

    A first fill and many rows at once are marked as a backfill. Age is counted against the newest
    day on the record, not against the clock: a history that is played again is news in its turn.
    """
    return not event.payload.get("backfill") and newest - day <= STALE


def of_draw(event: Event) -> Draw | None:
    """The draw that `draw.published` tells of, where it is news."""
    draw = Draw.objects.with_pool().about(event.subject).first()
    if draw is None:
        return None
    newest = Draw.objects.order_by("-date").values_list("date", flat=True).first() or draw.date
    return draw if is_news(event, draw.date, newest) else None


def of_province(event: Event) -> ProvincialEvent | None:
    """The day that `pnp.published` tells of, where it is news in its province."""
    _pnp, province, day = event.subject.split("/")[:3]
    days = ProvincialEvent.objects.of_province(province)
    told = days.filter(date=day).first()
    if told is None:
        return None
    newest = days.newest_first().values_list("date", flat=True)[0]
    return told if is_news(event, told.date, newest) else None
