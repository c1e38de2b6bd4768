"""The record as it was published at a moment: today's rows without what was changed since."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from django.db.models import Q

from draws.bundle import usual_form
from draws.models import Draw
from draws.models.draw import DrawQuerySet
from draws.records import PoolRecord, RoundRecord
from ingest.models import Revision

# Rounds appear up to half a day after they are held. One that this site saw later than this was
# published before it looked.
WATCHED = dt.timedelta(days=1)
# Draws that are in memory at a time.
PIECE = 500


def draws_as_of(moment: dt.datetime) -> list[RoundRecord]:
    """The draws that were published at an aware moment, newest first. Two queries.

    A value that was changed later has the words of then; between the last time that the old
    value was seen and the first that the new one was, the old one counts. A round counts from
    when this site saw it appear; where it saw it only later, from the official time, or from the
    end of its day where no time is known. A blank that was filled in later is not blank here.
    """
    return list(each_as_of(moment))


def each_as_of(
    moment: dt.datetime, draws: DrawQuerySet | None = None, piece: int = PIECE
) -> Iterator[RoundRecord]:
    """The records of `draws_as_of`, one at a time: of these draws, if some are given, in their
    order. Ask for them `with_pool`. What was changed later is read for a piece of them at a
    time: who wants only a few says so."""
    of = Draw.objects.with_pool().newest_first() if draws is None else draws
    # What can have been published by then, see published_from: the database skips the others.
    early = Q(date__lte=moment.date()) | Q(held_at__lte=moment) | Q(first_seen_at__lte=moment)
    reader = of.filter(early).iterator(piece)
    while some := list(islice(reader, piece)):
        later = _later(moment, some)
        for draw in some:
            if published_from(draw) <= moment:
                yield _undone(draw.record, later.get(draw.subject, ()))


def _later(moment: dt.datetime, draws: Sequence[Draw]) -> dict[str, list[Revision]]:
    """What was changed after a moment in these draws, newest first, by their subjects."""
    found: dict[str, list[Revision]] = {}
    changed = Revision.objects.filter(subject__in=[draw.subject for draw in draws])
    for revision in changed.after(moment).newest_first():
        found.setdefault(revision.subject, []).append(revision)
    return found


def pools_as_of(moment: dt.datetime) -> list[tuple[dt.date, PoolRecord]]:
    """The counts that were published at a moment with their as-on dates, newest first. Of two
    different counts of a day, that of the newest draw. Two queries."""
    found: dict[dt.date, PoolRecord] = {}
    for record in each_as_of(moment):
        if record.pool and record.pool_as_of:
            found.setdefault(record.pool_as_of, record.pool)
    return sorted(found.items(), key=lambda count: count[0], reverse=True)


def published_from(draw: Draw) -> dt.datetime:
    """The moment from which a draw counts as published: see `draws_as_of`."""
    begins = dt.datetime.combine(draw.date, dt.time(), dt.UTC)
    if draw.first_seen_at <= begins + 2 * WATCHED:
        return draw.first_seen_at
    if draw.held_at is None:
        return begins + WATCHED
    # One official time is of ten days before its round.
    return max(draw.held_at, begins)


def _undone(record: RoundRecord, newest_first: Iterable[Revision]) -> RoundRecord:
    """The record before these revisions. The oldest is undone last and has its way."""
    values: dict[str, Any] = {}
    bands: dict[str, int | None] = {}
    for revision in newest_first:
        band = revision.field.removeprefix("pool.")
        if band != revision.field:
            bands[band] = int(revision.old) if revision.old else None
        else:
            values[revision.field] = _value(revision.field, revision.old)
    for name in ("tie_break_at", "held_at"):
        if name in values:
            values[_TEXTS[name]] = usual_form(values[name]) if values[name] else ""
    return replace(record, **values, pool=_pool(record.pool, bands))


def _pool(count: PoolRecord | None, bands: dict[str, int | None]) -> PoolRecord | None:
    before = replace(count or PoolRecord(), **bands)
    return None if before == PoolRecord() else before


def _value(field: str, text: str) -> Any:
    read = _READ.get(field)
    if read is None:
        return text
    return read(text) if text else None


_TEXTS = {"tie_break_at": "tie_break_text", "held_at": "held_at_text"}
_READ: dict[str, Callable[[str], Any]] = {
    "date": dt.date.fromisoformat,
    "pool_as_of": dt.date.fromisoformat,
    "tie_break_at": dt.datetime.fromisoformat,
    "held_at": dt.datetime.fromisoformat,
    "invitations": int,
    "crs": int,
    "family": str,
}
