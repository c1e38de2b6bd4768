"""The other way round: which score would have sufficed, family by family."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from crs.invited.person import Submitted
from crs.invited.rounds import RoundLike

MOST = 1200


@dataclass(frozen=True, slots=True)
class Sufficient:
    """A family in a time: `once` would have sufficed in its lowest round, that of `number` and
    `date`, and `always` in every one of its `rounds`. `cut_off` is that of the lowest round.

    A score is one above the cut-off where the profile is younger than the tie-break, or where
    that cannot be told.
    """

    family: str
    once: int
    number: str
    date: dt.date
    cut_off: int
    always: int
    rounds: int


def sufficient(
    rounds: Iterable[RoundLike], until: dt.date, submitted: Submitted | None = None
) -> tuple[Sufficient, ...]:
    """For each family with a round in the twelve months to a day, most recent family first.

    `submitted` None: a profile of which nothing is known; the score that suffices for any.
    """
    since = a_year_before(until)
    families: dict[str, list[RoundLike]] = {}
    for each in sorted(rounds, key=_day, reverse=True):
        if each.family and since < each.date <= until:
            families.setdefault(each.family, []).append(each)
    return tuple(_of_family(family, held, submitted) for family, held in families.items())


def _of_family(family: str, held: list[RoundLike], submitted: Submitted | None) -> Sufficient:
    lowest = min(held, key=lambda each: needed(each, submitted))
    return Sufficient(
        family=family,
        once=needed(lowest, submitted),
        number=lowest.number,
        date=lowest.date,
        cut_off=lowest.crs,
        always=max(needed(each, submitted) for each in held),
        rounds=len(held),
    )


def needed(each: RoundLike, submitted: Submitted | None) -> int:
    """The lowest score that a round would have invited for sure, with a profile of that moment."""
    at = each.tie_break_at
    is_older = at is not None and submitted is not None and submitted.latest <= at
    return each.crs if is_older else min(each.crs + 1, MOST)


def _day(each: RoundLike) -> dt.date:
    return each.date


def a_year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
