"""What a result page shows, from the rules and the record."""

import datetime as dt
from typing import Any

from crs.invited import Person, history, sufficient
from crs.pages.timeline import timeline
from crs.pages.verdicts import by_year, counts, verdicts
from draws.families import FAMILIES
from draws.models import Draw


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
