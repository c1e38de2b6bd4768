"""The provincial record as it was published at a moment: today's rows without what came since."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from ingest.models import Revision
from pnp.models import Row
from pnp.models.row import RowQuerySet
from pnp.notation import count_of, score_of
from pnp.records import NO_SCORE, Count, Counted, RowRecord

# Provinces publish within days. A row that this site saw later than this after its day was
# published before it looked.
WATCHED = dt.timedelta(days=7)
# Rows that are in memory at a time.
PIECE = 500


def rows_as_of(moment: dt.datetime) -> list[RowRecord]:
    """The rows that were published at an aware moment, newest day first. Two queries.

    A value that was changed later has the words of then, and a row that was taken back later
    stands. A row counts from when this site saw it appear; where it saw it only later, from the
    end of its day. A blank that was filled in later is not blank here.
    """
    return [row.record for row in as_they_were(moment)]


def as_they_were(moment: dt.datetime, rows: RowQuerySet | None = None) -> Iterator[Row]:
    """The rows of `rows_as_of`, one at a time, with their ids: of these rows, if some are given,
    in their order. They hold the values of then: never save them."""
    later: dict[str, list[Revision]] = {}
    for revision in Revision.objects.of_provinces().after(moment).newest_first():
        later.setdefault(revision.subject, []).append(revision)
    of = Row.every.newest_first() if rows is None else rows
    for row in of.with_event().iterator(PIECE):
        if published_from(row) <= moment and not _was_gone(row, moment):
            row.take_over(_undone(row.record, later.get(row.subject, ())))
            yield row


def published_from(row: Row) -> dt.datetime:
    """The moment from which a row counts as published: see `rows_as_of`."""
    ended = dt.datetime.combine(row.event.date, dt.time(), dt.UTC) + dt.timedelta(days=1)
    return row.first_seen_at if row.first_seen_at <= ended + WATCHED else ended


def _was_gone(row: Row, moment: dt.datetime) -> bool:
    return row.withdrawn_at is not None and row.withdrawn_at <= moment


def _undone(record: RowRecord, newest_first: Iterable[Revision]) -> RowRecord:
    """The record before these revisions. The oldest is undone last and has its way."""
    values: dict[str, Any] = {}
    for revision in newest_first:
        name, read = _READ.get(revision.field, (revision.field, str))
        values[name] = read(revision.old)
    return replace(record, **values)


def _count(text: str) -> Count:
    return count_of(text) or Count(Counted.NOT_PUBLISHED)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


_READ: dict[str, tuple[str, Callable[[str], Any]]] = {
    "invitations": ("count", _count),
    "score": ("score", lambda text: score_of(text) or NO_SCORE),
    "date_from": ("date_from", _day),
    "profiles_from": ("profiles_from", _day),
    "profiles_to": ("profiles_to", _day),
    "ee_count": ("ee_count", lambda text: int(text) if text else None),
}
