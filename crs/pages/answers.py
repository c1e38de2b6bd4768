"""What a result page shows, from the rules and the record."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crs.credentials import credentials
from crs.improve import improvements, side_by_side
from crs.invited import Person, history, sufficient
from crs.pages.asked_score import Asked
from crs.pages.timeline import timeline
from crs.pages.verdicts import by_year, counts, verdicts
from crs.position import standing
from crs.profile import WITH_PARTNER
from crs.ranking import Score
from crs.ranking.lines import Line
from crs.rules import Announced, in_force
from draws.families import FAMILIES, Family
from draws.models import Draw, PoolCount


def invited_answer(person: Person, now: dt.datetime) -> dict[str, Any]:
    """Every draw for one person, newest first. One query."""
    rounds = list(Draw.objects.newest_first().for_scores())
    found = history(person, rounds)
    rows = verdicts(person, found.outcomes, found.first_invited)
    lived = [row for row in rows if row.sign != "pool"]
    possible = [row for row in lived if row.sign != "na"]
    start = person.submitted.earliest.date()
    ends = person.submitted.ends[1]
    return {
        "found": found,
        "person": person,
        "score": person.score_on(start),
        "scores": sorted({each.crs for each in person.scores}),
        "counts": counts(lived),
        "possible": possible,
        "others": [row for row in lived if row.sign == "na"],
        "years": by_year(rows),
        "draws": len(rows),
        "against": [row for row in possible if row.sign == "tout"],
        "unknown": sum(row.sign == "unk" for row in possible),
        "plot": timeline([*reversed(possible)], start, min(ends, now).date()),
        "ends": ends,
        "has_ended": ends <= now,
        "sufficient": [
            (FAMILIES[each.family], each)
            for each in sufficient(rounds, now.date(), person.submitted)
        ],
    }


# Options beyond these are ever more work for ever fewer points.
MOST_OPTIONS = 12
NOMINATION = 600
A_YEAR = dt.timedelta(days=365)
PARTS = ("core", "partner", "transferability", "additional")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: its points after all caps, and its lines."""

    key: str
    points: int
    lines: tuple[Line, ...]

    @property
    def is_capped(self) -> bool:
        return sum(line.points for line in self.lines) > self.points


@dataclass(frozen=True, slots=True)
class Distance:
    """The last draw of a family, and how far a score is above its cut-off (or below: negative).

    `nominated`: the 600 points of a nomination were added, without which nobody is drawn there.
    """

    draw: Draw
    gap: int
    nominated: bool

    @property
    def family(self) -> Family:
        return self.draw.kind


def score_answer(asked: Asked, now: dt.datetime) -> dict[str, Any]:
    """A score with everything around it. Three queries."""
    found = asked.score
    if found is None:
        return {}
    pool = PoolCount.objects.newest()
    rules = in_force(asked.on)
    together = asked.inputs.get("marital") in WITH_PARTNER
    both = side_by_side(asked.inputs, asked.on) if together else None
    return {
        "score": found,
        "on": asked.on,
        "notes": [note for note in found.notes if note.code != "rules-points-unknown"],
        "parts": [
            Part(key, getattr(found, key), tuple(line for line in found.lines if line.part == key))
            for key in PARTS
        ],
        "announced": rules if isinstance(rules, Announced) else None,
        "both": both,
        "both_rows": both and [(key, *(getattr(one, key) for one in both)) for key in PARTS],
        "options": improvements(asked.inputs, asked.on)[:MOST_OPTIONS],
        "pool": pool,
        "standing": standing(found.total, pool) if pool else None,
        "distances": list(_distances(found, now)),
    }


def _distances(found: Score, now: dt.datetime) -> Iterator[Distance]:
    since = now.date() - A_YEAR
    for draw in Draw.objects.newest_of_each_family():
        if draw.date < since:
            continue
        nominated = draw.family == "pnp" and not found.detail["nomination"]
        total = found.total + (NOMINATION if nominated else 0)
        yield Distance(draw, total - draw.crs, nominated)


def wordings() -> list[str]:
    """How assessments of credentials word their results, for a list to choose from."""
    return sorted({each.wording for each in credentials() if each.place == "alone"})
