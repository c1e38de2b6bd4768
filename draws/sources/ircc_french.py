"""The French names of rounds, from `ee_rounds_123_fr.json`.

Only the name is taken from it. The number, date, size and score come along so that whoever stores
a name can see that it belongs to the round that it claims; the facts are the English feed's.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from draws.families import family_of_french_label
from draws.records import Problem, Unreadable
from draws.sources import facts, fields, pools
from draws.sources.body import Row, refuse_disorder, rows_of
from draws.sources.doubts import Doubts

_KEYS = frozenset(("drawNumber", "drawDate", "drawName", "drawSize", "drawCRS"))


@dataclass(frozen=True, slots=True)
class FrenchName:
    """What the French feed calls a round, with the facts that identify it."""

    number: str
    date: dt.date
    invitations: int
    crs: int
    name: str


@dataclass(frozen=True, slots=True)
class ParsedFrench:
    """The names that are plain, and the rows in doubt (their `record` is always None)."""

    names: tuple[FrenchName, ...]
    problems: tuple[Problem, ...]


def parse_french(body: bytes) -> tuple[FrenchName, ...]:
    """The French names of rounds, newest first; rows in doubt are left out. Raises Unreadable."""
    return read_french(body).names


def read_french(body: bytes, labels: Mapping[str, str] | None = None) -> ParsedFrench:
    """The French names of rounds, newest first, and the rows that are in doubt.

    UTF-8 or Windows-1252: the source flips between them without saying so. `labels` maps further
    French labels, decided by an editor, to slugs of families. Raises Unreadable.
    """
    rows, _unknown = rows_of(body)
    refuse_disorder([fields.number_of(row) for row in rows])
    results = [_row(row, place, labels or {}) for place, row in enumerate(rows, start=1)]
    names = tuple(each for each in results if isinstance(each, FrenchName))
    problems = tuple(each for each in results if isinstance(each, Problem))
    if not names and any(problem.code != "unknown-label" for problem in problems):
        raise Unreadable(
            f"Not one of {len(problems)} rows can be read, for example: {problems[0].message}"
        )
    return ParsedFrench(names, problems)


def _row(row: Any, place: int, labels: Mapping[str, str]) -> FrenchName | Problem:
    if not isinstance(row, Row):
        return fields.no_object(row, place)
    doubts = Doubts()
    texts = fields.texts_of(row, doubts, _KEYS)
    name = _name(texts, doubts, labels)
    return fields.problem(row, place, texts, doubts) if name is None or doubts.found else name


def _name(texts: Mapping[str, str], doubts: Doubts, labels: Mapping[str, str]) -> FrenchName | None:
    number = facts.number(texts["drawNumber"], doubts)
    day = facts.iso_day(texts["drawDate"], doubts)
    size = facts.size(texts["drawSize"], doubts, pools.read_french_figure)
    crs = facts.crs(texts["drawCRS"], doubts, pools.read_french_figure)
    name = texts["drawName"]
    facts.label(name, lambda text: family_of_french_label(text) or labels.get(text), doubts)
    if number is None or day is None or size is None or crs is None:
        return None
    return FrenchName(number, day, size, crs, name)
