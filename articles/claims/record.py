"""The record that statements are judged by: draws, pool counts, provincial rows. Pure.

Made once (from the database: `articles.claims.stored`) and used for any number of articles.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from articles.rules.registry import Rule
from articles.rules.registry import rules as registered
from draws.records import PoolRecord, RoundRecord, serial_of
from pnp.records import MonthRecord, RowRecord

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Record:
    """Everything known. `draws` are in order of time."""

    draws: tuple[RoundRecord, ...]
    rows: tuple[RowRecord, ...] = ()
    months: tuple[MonthRecord, ...] = ()
    rules: tuple[Rule, ...] = field(default_factory=registered)

    @cached_property
    def by_number(self) -> dict[str, RoundRecord]:
        return {draw.number: draw for draw in self.draws}

    @cached_property
    def place(self) -> dict[str, int]:
        """Where a draw stands among all."""
        return {draw.number: place for place, draw in enumerate(self.draws)}

    @cached_property
    def by_date(self) -> dict[dt.date, list[RoundRecord]]:
        return _grouped((draw.date, draw) for draw in self.draws)

    @cached_property
    def by_day_of_year(self) -> dict[tuple[int, int], list[RoundRecord]]:
        return _grouped(((draw.date.month, draw.date.day), draw) for draw in self.draws)

    @cached_property
    def by_family(self) -> dict[str, list[RoundRecord]]:
        return _grouped((draw.family or "", draw) for draw in self.draws)

    @cached_property
    def by_figures(self) -> dict[tuple[int, int], list[RoundRecord]]:
        """Draws by invitations and cut-off."""
        return _grouped(((draw.invitations, draw.crs), draw) for draw in self.draws)

    @cached_property
    def by_tie_break(self) -> dict[dt.date, list[RoundRecord]]:
        return _grouped((d.tie_break_at.date(), d) for d in self.draws if d.tie_break_at)

    @cached_property
    def counts(self) -> dict[dt.date, PoolRecord]:
        """Pool counts by as-on date; of two, the one of the newest draw."""
        return {d.pool_as_of: d.pool for d in self.draws if d.pool_as_of and d.pool}

    @cached_property
    def events(self) -> dict[tuple[str, dt.date], list[RowRecord]]:
        """Provincial rows by province and day."""
        return _grouped(((row.province, row.date), row) for row in self.rows)

    @cached_property
    def event_days(self) -> dict[str, list[dt.date]]:
        return _grouped(sorted({(row.province, row.date) for row in self.rows}))

    def draws_until(self, moment: dt.datetime) -> Sequence[RoundRecord]:
        """The draws held by a moment, oldest first."""
        return self.draws[: bisect_right(self._moments, moment)]

    def until(self, draw: RoundRecord) -> Sequence[RoundRecord]:
        """The draws up to and with this one, oldest first."""
        return self.draws[: self.place[draw.number] + 1]

    def previous(self, draw: RoundRecord, *, same_family: bool = True) -> RoundRecord | None:
        """The draw before, of the same family or of any."""
        for earlier in reversed(self.draws[: self.place[draw.number]]):
            if not same_family or earlier.family == draw.family:
                return earlier
        return None

    @cached_property
    def _moments(self) -> list[dt.datetime]:
        """When each draw was held, never before the one ahead of it."""
        moments: list[dt.datetime] = []
        for draw in self.draws:
            at = _held(draw)
            moments.append(max(at, moments[-1]) if moments else at)
        return moments


def record_of(
    draws: Iterable[RoundRecord],
    rows: Iterable[RowRecord] = (),
    months: Iterable[MonthRecord] = (),
) -> Record:
    """The record of these, whatever their order."""
    ordered = sorted(draws, key=lambda draw: serial_of(draw.number))
    return Record(tuple(ordered), tuple(rows), tuple(months))


def _held(draw: RoundRecord) -> dt.datetime:
    """When a draw was held; the begin of its day where the time is not known or not of that day."""
    if draw.held_at and draw.held_at.date() == draw.date:
        return draw.held_at
    return dt.datetime.combine(draw.date, dt.time(), dt.UTC)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
