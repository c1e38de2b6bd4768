"""Options with their points, in the order of points for effort."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from crs.improve.changes import Change, changes
from crs.profile import Profile, read_profile
from crs.ranking import Score, score, score_of
from crs.wording import Said

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to do. `gain`: points if it were so today. `gain_later`: the same with the age
    that one has when the `months` are over; it can be less than nothing. `total` goes with `gain`.
    """

    kind: str
    said: Said
    months: int
    gain: int
    gain_later: int
    total: int

    @property
    def per_month(self) -> float:
        return self.gain / max(self.months, 1)

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "option": self.said.as_json(),
            "months": self.months,
            "gain": self.gain,
            "gain_later": self.gain_later,
            "total": self.total,
        }


def improvements(inputs: object, on: dt.date) -> tuple[Option, ...]:
    """What would raise the score of `inputs`, most points for effort first.

    Raises InputProblem. Each option is alone: two of them together can give less than their sum,
    for the caps, or more.
    """
    profile = read_profile(inputs, on)
    now = score_of(profile, on).total
    tried = (_tried(change, now, on) for change in changes(profile))
    found = [option for option in tried if option.gain > 0]
    return tuple(sorted(_without_longer(found), key=_order))


def side_by_side(inputs: Mapping[str, object], on: dt.date) -> tuple[Score, Score]:
    """The score with a partner who comes along, and without one. Raises InputProblem."""
    both = {"marital": "married", "partner_accompanying": True, "partner_citizen_or_pr": False}
    return score({**inputs, **both}, on), score({**inputs, **both, "marital": "single"}, on)


def _tried(change: Change, now: int, on: dt.date) -> Option:
    total = score_of(change.profile, on).total
    later = score_of(_older(change.profile, change.months // MONTHS), on).total
    return Option(change.kind, change.said, change.months, total - now, later - now, total)


def _older(profile: Profile, years: int) -> Profile:
    return replace(profile, age=profile.age + years)


def _without_longer(found: Iterable[Option]) -> Iterator[Option]:
    """Leave out what takes longer than the same thing in a smaller measure, for no more points."""
    best: dict[str, int] = {}
    for option in sorted(found, key=lambda each: each.months):
        if option.gain > best.get(option.said.code, 0):
            best[option.said.code] = option.gain
            yield option


def _order(option: Option) -> tuple[float, int]:
    return -option.per_month, option.months
