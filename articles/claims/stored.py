"""The record as the database has it now: four queries, for any number of articles."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from articles.claims.record import Record, record_of
from draws.models import Draw
from pnp.models import PeriodTotal, Row

_held: ContextVar[Record | None] = ContextVar("record that was read for a whole block")


def stored() -> Record:
    """Everything that articles can be judged by."""
    return _held.get(None) or _read()


@contextmanager
def read_once() -> Iterator[None]:
    """Within it, the record is read once: for many articles while nothing of it changes."""
    token = _held.set(_read())
    try:
        yield
    finally:
        _held.reset(token)


def _read() -> Record:
    return record_of(
        [draw.record for draw in Draw.objects.with_pool().oldest_first()],
        [row.record for row in Row.objects.with_event().as_printed()],
        [month.record for month in PeriodTotal.objects.all()],
    )
