"""Blocks that show the record of draws: facts, pool, chart, the table of a family."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from articles.body.blocks.base import Needs, Place, Scope
from draws.charts import cutoffs
from draws.charts import pool as pool_charts
from draws.families import FAMILIES
from draws.models import Draw, PoolCount, Tally
from draws.quality import notes_for
from draws.records import NUMBER
from draws.views.draw import official_address
from publish.formats import change

# A family's table shows its newest rounds; the rest are one link away.
ROUNDS = 10

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Found = Mapping[Place, dict[str, Any]]


def _number(of: str) -> str:
    """396 for draw/396, "" for anything else."""
    domain, _slash, number = of.partition("/")
    return number if domain == "draw" and NUMBER.fullmatch(number) else ""


def _family(of: str) -> str:
    domain, _slash, slug = of.partition("/")
    return slug if domain == "family" and slug in FAMILIES else ""


def _day(of: str) -> date | None:
    domain, _slash, day = of.partition("/")
    if domain != "pool" or not _DAY.fullmatch(day):
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _one(value: Any) -> set[Any]:
    return {value} if value else set()


def needs_of_facts(of: str) -> Needs:
    number = _one(_number(of))
    return Needs(relatives=number, pools=number)


def facts(places: Sequence[Place], scope: Scope) -> Found:
    """draw/396: the figures of one draw."""
    found = {}
    for place in places:
        draw = scope.draws.draw(_number(place.of))
        if draw is not None:
            found[place] = _facts(draw, scope)
    return found


def _facts(draw: Draw, scope: Scope) -> dict[str, Any]:
    previous = scope.draws.neighbour(draw, -1)
    scope.draws.count_with(draw)  # the rules of draws.quality look at the pool as well
    notes = {note.code: note for note in notes_for(draw)}
    return {
        "draw": draw,
        "source_url": official_address(draw.number),
        "time_note": notes.get("time-against-date"),
        "tie_break_notes": [note for code, note in notes.items() if code.startswith("tie-break-")],
        "previous": previous,
        "cut_words": _changed(draw.crs, previous.crs) if previous else "",
        "invited_words": _changed(draw.invitations, previous.invitations) if previous else "",
        "as_on": scope.as_on,
    }


def _changed(new: int, old: int) -> str:
    """A signed difference, "" for none: the template says that in words."""
    return change(new - old) if new != old else ""


def needs_of_pool(of: str) -> Needs:
    return Needs(pools=_one(_number(of)), dates=_one(_day(of)))


def pool(places: Sequence[Place], scope: Scope) -> Found:
    """draw/396: the count printed with a draw, with its cut-off; pool/2026-02-15: one count."""
    found = {}
    for place in places:
        draw = scope.draws.draw(_number(place.of))
        day = _day(place.of)
        count = scope.draws.count_with(draw) if draw else scope.draws.count_on(day) if day else None
        if count is not None:
            found[place] = _pool(count, draw)
    return found


def _pool(count: PoolCount, draw: Draw | None) -> dict[str, Any]:
    return {
        "pool": count,
        "draw": draw,
        "bars": pool_charts.bars(count, draw.crs if draw else None),
        "notes": [note for note in notes_for(draw) if note.code == "band-sum"] if draw else [],
    }


def needs_of_chart(of: str) -> Needs:
    return Needs(relatives=_one(_number(of)), families=_one(_family(of)))


def chart(places: Sequence[Place], scope: Scope) -> Found:
    """draw/396: its family with the line at it; family/cec: the line at the newest draw."""
    found = {}
    for place in places:
        draw = scope.draws.draw(_number(place.of))
        rounds = scope.draws.around(draw) if draw else scope.draws.family(_family(place.of))
        shown = draw or (rounds[-1] if rounds else None)
        series = cutoffs.series_of(rounds, shown) if shown else []
        if shown and len(series) > 1:
            found[place] = {
                "draw": shown,
                "plot": cutoffs.one_family(series, shown),
                "as_on": scope.as_on,
            }
    return found


def needs_of_family_table(of: str) -> Needs:
    return Needs(families=_one(_family(of)))


def family_table(places: Sequence[Place], scope: Scope) -> Found:
    """family/cec: its newest rounds."""
    found = {}
    totals = Tally.objects.by_family()
    for place in places:
        rounds = scope.draws.family(_family(place.of))
        if rounds:
            kind = FAMILIES[rounds[0].family]
            shown = rounds[: -ROUNDS - 1 : -1]
            found[place] = {"kind": kind, "rounds": shown, "all": totals[kind.slug]}
    return found
