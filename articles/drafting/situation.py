"""What is worth saying about a draw, as data without words. Pure.

It sees the draws up to its own day and no later one, so that any round can be told again as of
its day.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from draws.charts.cutoffs import LONGEST_SILENCE
from draws.figures.facts import band_of, count_above
from draws.quality import STALE_DAYS

# A low or a high is worth a sentence if it beats at least this many draws of the family.
LEAST_BEATEN = 3
# A pause is worth a sentence from this many weeks on.
LEAST_WEEKS = 8
OLD_TIE_BREAK = dt.timedelta(days=30)
# Cut-offs of other families are shown beside this one where they are this recent.
RECENT = dt.timedelta(days=60)
MOST_OTHERS = 2


class Round(Protocol):
    """A Draw or a RoundRecord: what drafting reads of one."""

    @property
    def number(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def family(self) -> Any: ...
    @property
    def invitations(self) -> int: ...
    @property
    def crs(self) -> int: ...
    @property
    def tie_break_at(self) -> dt.datetime | None: ...
    @property
    def pool_as_of(self) -> dt.date | None: ...


class Move(StrEnum):
    """Against the draw before in the family."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class TieBreak(StrEnum):
    NONE = "none"
    RECENT = "recent"
    OLD = "old"
    ODD = "odd"  # not before the day of the draw


class Pool(StrEnum):
    NONE = "none"
    SAME_DAY = "same-day"
    OLDER = "older"
    STALE = "stale"
    ODD = "odd"  # no date, or one after the draw


class Side(StrEnum):
    """An end of a scale."""

    LOWEST = "lowest"
    HIGHEST = "highest"
    SMALLEST = "smallest"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class Extreme:
    """The draw lies beyond every other since `since`, or beyond every earlier one if None;
    `record` is then the one that lay farthest out until this draw."""

    side: Side
    since: Round | None
    record: Round | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """One draw among those before it. `previous` None: the first of its family.

    `weeks` are whole weeks since `previous`; `of_all` is the size among draws of every family.
    `others` are the newest draws of other families, newest first.
    """

    draw: Round
    family: str
    previous: Round | None
    cut_off: Move | None
    size: Move | None
    place_in_year: int
    weeks: int
    is_long_pause: bool
    cut_off_extreme: Extreme | None
    size_extreme: Extreme | None
    of_all: Extreme | None
    tie_break: TieBreak
    pool: Pool
    has_higher_bands: bool
    same_day: tuple[Round, ...]
    others: tuple[Round, ...]

    @property
    def is_first(self) -> bool:
        return self.previous is None

    @property
    def has_series(self) -> bool:
        """Whether a chart has more to show than this draw: a long silence ends its series."""
        if self.previous is None:
            return False
        return (self.draw.date - self.previous.date).days <= LONGEST_SILENCE


def situation_of(
    draw: Round, earlier: Sequence[Round], pool: Any = None, same_day: Sequence[Round] = ()
) -> Situation:
    """The situation of a draw. `earlier`: every draw before it, oldest first; `pool`: the count
    printed with it, None if there is none; `same_day`: other draws of its day."""
    family = [each for each in earlier if each.family == draw.family]
    previous = family[-1] if family else None
    weeks = (draw.date - previous.date).days // 7 if previous else 0
    return Situation(
        draw=draw,
        family=draw.family,
        previous=previous,
        cut_off=_move(draw.crs, previous.crs) if previous else None,
        size=_move(draw.invitations, previous.invitations) if previous else None,
        place_in_year=sum(each.date.year == draw.date.year for each in family) + 1,
        weeks=weeks,
        is_long_pause=weeks >= LEAST_WEEKS,
        cut_off_extreme=_extreme(draw, family, _crs, Side.LOWEST, Side.HIGHEST),
        size_extreme=_extreme(draw, family, _size, Side.SMALLEST, Side.LARGEST),
        of_all=_of_all(draw, earlier),
        tie_break=_tie_break(draw),
        pool=_pool(draw, pool),
        has_higher_bands=pool is not None and count_above(draw.crs, pool) is not None,
        same_day=tuple(same_day),
        others=_others(draw, earlier),
    )


def _crs(each: Round) -> int:
    return each.crs


def _size(each: Round) -> int:
    return each.invitations


def _move(new: int, old: int) -> Move:
    if new == old:
        return Move.SAME
    return Move.UP if new > old else Move.DOWN


def _extreme(
    draw: Round, family: Sequence[Round], of: Callable[[Round], int], low: Side, high: Side
) -> Extreme | None:
    """The end of the scale that the draw is at, where it beats enough draws to be told."""
    for side, sign in ((low, 1), (high, -1)):
        beaten = 0
        since = None
        for each in reversed(family):
            if sign * of(each) <= sign * of(draw):
                since = each
                break
            beaten += 1
        if beaten >= LEAST_BEATEN:
            farthest = min(reversed(family), key=lambda each: sign * of(each))
            return Extreme(side, since, None if since else farthest)
    return None


def _of_all(draw: Round, earlier: Sequence[Round]) -> Extreme | None:
    """Whether no earlier draw of any family was as small, or as large."""
    found = _extreme(draw, earlier, _size, Side.SMALLEST, Side.LARGEST)
    return found if found and found.since is None else None


def _tie_break(draw: Round) -> TieBreak:
    if draw.tie_break_at is None:
        return TieBreak.NONE
    age = draw.date - draw.tie_break_at.astimezone(dt.UTC).date()
    if age <= dt.timedelta(0):
        return TieBreak.ODD
    return TieBreak.OLD if age > OLD_TIE_BREAK else TieBreak.RECENT


def _pool(draw: Round, pool: Any) -> Pool:
    if pool is None or pool.total is None or band_of(draw.crs, pool) is None:
        return Pool.NONE
    if draw.pool_as_of is None or draw.pool_as_of > draw.date:
        return Pool.ODD
    days = (draw.date - draw.pool_as_of).days
    if days == 0:
        return Pool.SAME_DAY
    return Pool.STALE if days > STALE_DAYS else Pool.OLDER


def _others(draw: Round, earlier: Sequence[Round]) -> tuple[Round, ...]:
    """The newest draws of other families; nominees stand on a scale of their own."""
    found: dict[str, Round] = {}
    for each in reversed(earlier):
        if draw.date - each.date > RECENT or len(found) == MOST_OTHERS:
            break
        if each.family not in (draw.family, "pnp") and each.date != draw.date:
            found.setdefault(each.family, each)
    return tuple(found.values())
