"""One round and one person: what happened, and what decided it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, Protocol

from crs.invited.person import Person
from crs.wording import Said
from draws import records

Result = Literal["invited", "not-invited", "not-eligible", "not-in-pool", "not-known"]

_DAY = dt.timedelta(days=1)


class RoundLike(records.RoundLike, Protocol):
    """With its family and its cut-off."""

    @property
    def family(self) -> str | None: ...
    @property
    def crs(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """`by_tie_break`: the score was exactly the cut-off, so that the two moments decided (or
    would have, where no tie-break was published). `why.code` is the stable reason."""

    number: str
    date: dt.date
    family: str | None
    cut_off: int
    score: int
    result: Result
    why: Said
    by_tie_break: bool
    tie_break_at: dt.datetime | None

    def as_json(self) -> dict[str, object]:
        at = self.tie_break_at
        return {
            "number": self.number,
            "date": self.date.isoformat(),
            "family": self.family,
            "cut_off": self.cut_off,
            "score": self.score,
            "result": self.result,
            "by_tie_break": self.by_tie_break,
            "tie_break_at": at.isoformat() if at else None,
            "why": self.why.as_json(),
        }


def outcome(person: Person, each: RoundLike) -> Outcome:
    """What the round would have meant for the person."""
    score = person.score_on(each.date)
    result, code = _decided(person, each, score)
    tied = score == each.crs and result in ("invited", "not-invited", "not-known")
    values = {"score": score, "cut_off": each.crs}
    return Outcome(
        number=each.number,
        date=each.date,
        family=each.family,
        cut_off=each.crs,
        score=score,
        result=result,
        why=Said(code, values),
        by_tie_break=tied and each.family is not None,
        tie_break_at=each.tie_break_at,
    )


def _decided(person: Person, each: RoundLike, score: int) -> tuple[Result, str]:
    if each.family is None:
        return "not-known", "family-not-known"
    in_pool, code = _in_pool(person, each)
    if in_pool is False:
        return "not-in-pool", code
    qualifies = person.qualifies(each.family)
    if qualifies is False:
        return "not-eligible", "not-eligible"
    if score < each.crs:
        return "not-invited", "below-cut-off"
    if in_pool is None:
        return "not-known", code
    decided = _by_tie_break(person, each.tie_break_at) if score == each.crs else _ABOVE
    if qualifies is None and decided[0] != "not-invited":
        return "not-known", "not-sure-if-eligible"
    return decided


_ABOVE: tuple[Result, str] = ("invited", "above-cut-off")


def _by_tie_break(person: Person, at: dt.datetime | None) -> tuple[Result, str]:
    """At the cut-off only profiles of the tie-break’s moment, and older ones, are invited."""
    if at is None:
        return "not-known", "no-tie-break"
    if person.submitted.latest <= at:
        return "invited", "submitted-before-tie-break"
    if person.submitted.earliest > at:
        return "not-invited", "submitted-after-tie-break"
    return "not-known", "submitted-on-day-of-tie-break"


def _in_pool(person: Person, each: RoundLike) -> tuple[bool | None, str]:
    """Whether the profile lived at the round. None: it depends on a time that is not known."""
    first, last = _moments(each)
    submitted, (soonest_end, latest_end) = person.submitted, person.submitted.ends
    if submitted.earliest > last:
        return False, "before-profile"
    if latest_end <= first:
        return False, "profile-ended"
    if submitted.latest > first:
        return None, "submitted-on-day-of-draw"
    if soonest_end <= last:
        return None, "profile-ended-on-day-of-draw"
    return True, ""


def _moments(each: RoundLike) -> tuple[dt.datetime, dt.datetime]:
    """When a round was held: one moment; its whole day where the source gives no such time.

    Some were held past midnight UTC, and one is printed with the time of another day.
    """
    at = each.held_at
    if at and (at.astimezone(dt.UTC).date() - each.date).days in (0, 1):
        return at, at
    start = dt.datetime.combine(each.date, dt.time(), dt.UTC)
    return start, start + _DAY
