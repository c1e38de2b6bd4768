"""What a result page shows, from the rules and the record."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404

from crs.credentials import credentials
from crs.improve import improvements, side_by_side
from crs.invited import Person
from crs.pages.asked_score import Asked
from crs.pages.record import NAMED, PAGE, Record, sufficient_of
from crs.pages.timeline import Timeline, timeline
from crs.pages.verdicts import Verdict, counts, verdicts
from crs.position import standing
from crs.profile import WITH_PARTNER
from crs.ranking import Score
from crs.ranking.lines import Line
from crs.rules import Announced, in_force
from draws.families import FAMILIES, Family
from draws.models import Draw, PoolCount
from publish.turns import Turn


def invited_answer(
    person: Person, now: dt.datetime, query: Mapping[str, str], chosen: str, number: str
) -> dict[str, Any]:
    """One of LISTS of the draws for one person, a page of it, and what sums them up.

    `query` is what the person asked, `number` that of the page. Http404 for a page or a list that
    is not there. As many queries whatever the length of the record.
    """
    record = Record(person)
    signs = record.signs
    sizes = {
        "possible": sum(signs.values()) - signs["na"],
        "others": signs["na"],
        "all": len(record),
    }
    if chosen not in sizes:
        raise Http404
    own = dict(query) | ({} if chosen == "possible" else {"of": chosen})
    turn = Turn.of({"page": number or "1"}, sizes[chosen], own, PAGE)
    read = {"possible": record.possible, "others": record.others, "all": record.every}[chosen]
    first = record.first_invited
    rows = verdicts(person, read(turn.start, turn.end), first)
    against = record.tied("not-invited", most=NAMED) if signs["tout"] else []
    ends = person.submitted.ends[1]
    return {
        "answered": True,
        "first": first,
        "days_waited": record.days_waited,
        "person": person,
        "score": person.score_on(person.submitted.earliest.date()),
        "scores": sorted({each.crs for each in person.scores}),
        "counts": counts(signs),
        "rows": rows,
        "turn": turn,
        "chosen": chosen,
        "sizes": sizes,
        "lists": _addresses(query, sizes),
        "against": against,
        "more_against": signs["tout"] - len(against),
        "unknown": signs["unk"],
        "plot": _plot(rows, turn, person, now) if chosen == "possible" else None,
        "ends": ends,
        "has_ended": ends <= now,
        "sufficient": [
            (FAMILIES[each.family], each) for each in sufficient_of(now.date(), person.submitted)
        ],
    }


def _addresses(query: Mapping[str, str], sizes: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """(name, query string, rows) of the lists that have any."""
    own = {name: {} if name == "possible" else {"of": name} for name in sizes}
    return [
        (name, "?" + urlencode({**query, **own[name]}, safe=":"), size)
        for name, size in sizes.items()
        if size
    ]


def _plot(rows: Sequence[Verdict], turn: Turn, person: Person, now: dt.datetime) -> Timeline | None:
    """The rows of the page: over the life of the profile, or over their part of it."""
    start = person.submitted.earliest.date()
    end = min(person.submitted.ends[1], now).date()
    if rows and turn.older:
        start = rows[-1].outcome.date
    if rows and turn.newer:
        end = rows[0].outcome.date
    return timeline([*reversed(rows)], start, end)


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
