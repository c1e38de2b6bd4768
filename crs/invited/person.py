"""Who asks: scores, the moment at which the profile was submitted, and what it qualifies for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

LIFE_YEARS = 1
_DAY = dt.timedelta(days=1)
_INSTANT = dt.timedelta(microseconds=1)

PROGRAMS = ("cec", "fsw", "fst")
NOMINATION = "pnp"
# Whoever is in the pool is eligible for one of the programs, and so can be invited in these.
FOR_EVERYBODY = ("all-program",)


@dataclass(frozen=True, slots=True)
class Submitted:
    """When a profile was submitted: between two aware moments, which are one if it is known."""

    earliest: dt.datetime
    latest: dt.datetime

    @classmethod
    def at(cls, moment: dt.datetime) -> "Submitted":
        return cls(moment, moment)

    @classmethod
    def on(cls, day: dt.date) -> "Submitted":
        """Somewhere in a day of UTC, in which official moments are."""
        start = dt.datetime.combine(day, dt.time(), dt.UTC)
        return cls(start, start + (_DAY - _INSTANT))

    @property
    def is_exact(self) -> bool:
        return self.earliest == self.latest

    @property
    def ends(self) -> tuple[dt.datetime, dt.datetime]:
        """The moments, for the earliest and the latest, at which the profile is gone."""
        return a_year_later(self.earliest), a_year_later(self.latest)


@dataclass(frozen=True, slots=True)
class TypedScore:
    """A CRS that counted from a day on. `since` None: from the beginning."""

    crs: int
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """`eligible` holds cec, fsw, fst, pnp (a nomination) and families of categories.

    `unsure` are those of which the person does not know. There is at least one score. With a
    nomination, the scores are those with its 600 points.
    """

    scores: Sequence[TypedScore]
    submitted: Submitted
    eligible: frozenset[str]
    unsure: frozenset[str] = frozenset()

    def score_on(self, day: dt.date) -> int:
        """The score of a day; before the first dated one, the first."""
        dated = sorted(self.scores, key=lambda each: each.since or dt.date.min)
        begun = [each for each in dated if each.since is None or each.since <= day]
        return (begun[-1] if begun else dated[0]).crs

    def qualifies(self, family: str) -> bool | None:
        """None: the person does not know."""
        if family in FOR_EVERYBODY or family in self.eligible:
            return True
        return None if family in self.unsure else False


def a_year_later(moment: dt.datetime) -> dt.datetime:
    """Twelve months later. What was submitted on 29 February ends on 1 March."""
    if moment.year + LIFE_YEARS > dt.MAXYEAR:
        return dt.datetime.max.replace(tzinfo=dt.UTC)
    try:
        return moment.replace(year=moment.year + LIFE_YEARS)
    except ValueError:
        return moment.replace(year=moment.year + LIFE_YEARS, month=3, day=1)
