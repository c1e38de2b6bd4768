"""Dated rule sets: one file `<first day>.toml` each, and which of them was in force on a day.

A set is either `Rules`, with every table, or `Announced`: a change of which we know that it was
made, and not its points. Nothing can be scored by an `Announced`.
"""

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

# From fewest points to most.
EDUCATION = (
    "less_than_secondary",
    "secondary",
    "one_year",
    "two_year",
    "bachelor_or_3yr",
    "two_or_more_one_3yr",
    "masters_or_professional",
    "doctoral",
)


@dataclass(frozen=True, slots=True)
class Step:
    """From `low` to `high` (None: and more) inclusive. `points`: one figure for each column."""

    low: int
    high: int | None
    points: tuple[int, ...]


class Steps:
    """A table of steps; `at` finds the one that a number stands on."""

    __slots__ = ("_lows", "_steps", "top")

    def __init__(self, lines: list[list[int]]) -> None:
        lows = [line[0] for line in lines]
        if lows != sorted(set(lows)):
            raise ValueError(f"steps are not in order: {lows}")
        highs = [low - 1 for low in lows]
        nothing = Step(0, highs[0], (0,) * (len(lines[0]) - 1))
        self._lows = lows
        self._steps = (
            nothing,
            *(
                Step(line[0], high, tuple(line[1:]))
                for line, high in zip(lines, [*highs[1:], None], strict=True)
            ),
        )
        self.top = tuple(max(column) for column in zip(*(line[1:] for line in lines), strict=True))

    def at(self, number: int) -> Step:
        return self._steps[bisect_right(self._lows, number)]

    def __iter__(self) -> Any:
        return iter(self._steps[1:])


@dataclass(frozen=True, slots=True)
class Core:
    """Part A. Columns: 0 with a partner, 1 without."""

    age: Steps
    education: Mapping[str, tuple[int, int]]
    first_language: Steps
    second_language: Steps
    second_language_most: tuple[int, int]
    canadian_work: Steps


@dataclass(frozen=True, slots=True)
class PartnerRules:
    """Part B."""

    education: Mapping[str, int]
    language: Steps
    canadian_work: Steps


@dataclass(frozen=True, slots=True)
class Transferability:
    """Part C: see the comments in the data."""

    most: int
    group_most: int
    points: tuple[tuple[int, ...], ...]
    education: Mapping[str, int]
    language: tuple[int, int]
    canadian_work: tuple[int, int]
    foreign_work: tuple[int, int]
    certificate: Steps


@dataclass(frozen=True, slots=True)
class Additional:
    """Part D."""

    most: int
    nomination: int
    sibling: int
    canadian_study: Mapping[str, int]
    job_offer: Mapping[str, int]
    french: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """A complete set. `starts` is its first day; `certainty` is high, medium or low."""

    id: str
    starts: dt.date
    certainty: str
    official: str
    core: Core
    partner: PartnerRules
    transferability: Transferability
    additional: Additional


@dataclass(frozen=True, slots=True)
class Announced:
    """A set whose points are not known here. `known` and `unknown` are codes of crs.wording."""

    id: str
    starts: dt.date
    status: str
    certainty: str
    official: str
    known: tuple[str, ...]
    unknown: tuple[str, ...]


RuleSet = Rules | Announced


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Every set, oldest first."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def in_force(on: dt.date) -> RuleSet:
    """The set of a day; the oldest for a day before the first."""
    started = [each for each in rule_sets() if each.starts <= on]
    return started[-1] if started else rule_sets()[0]


def last_known(on: dt.date) -> Rules:
    """The newest complete set that had begun by a day; the first complete one before that.

    It is the set in force only if `in_force(on).id` is the same: whoever shows points says so.
    """
    complete = [each for each in rule_sets() if isinstance(each, Rules)]
    return next((each for each in reversed(complete) if each.starts <= on), complete[0])


def _read(path: Path) -> RuleSet:
    data = _tables(path)
    about: dict[str, Any] = {"id": path.stem, "starts": dt.date.fromisoformat(path.stem)}
    about |= {name: data[name] for name in ("certainty", "official")}
    if data["status"] == "complete":
        return _complete(data, about)
    known, unknown = tuple(data["known"]), tuple(data["unknown"])
    return Announced(status=data["status"], known=known, unknown=unknown, **about)


def _tables(path: Path) -> dict[str, Any]:
    """The tables of a file, laid over those of the one that it builds on."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if "as_in" not in data:
        return data
    base = _tables(path.with_name(f"{data['as_in']}.toml"))
    for name, value in data.items():
        base[name] = base[name] | value if isinstance(value, dict) else value
    return base


def _complete(data: dict[str, Any], about: dict[str, Any]) -> Rules:
    core, partner = data["core"], data["partner"]
    moving, more = data["transferability"], data["additional"]
    for levels in (core["education"], partner["education"], moving["education"]):
        if tuple(levels) != EDUCATION:
            raise ValueError(f"{about['id']}: levels of education {tuple(levels)}")
    return Rules(
        **about,
        core=Core(
            age=Steps(core["age"]),
            education={level: tuple(points) for level, points in core["education"].items()},
            first_language=Steps(core["first_language"]),
            second_language=Steps(core["second_language"]),
            second_language_most=tuple(core["second_language_most"]),
            canadian_work=Steps(core["canadian_work"]),
        ),
        partner=PartnerRules(
            education=partner["education"],
            language=Steps(partner["language"]),
            canadian_work=Steps(partner["canadian_work"]),
        ),
        transferability=Transferability(
            most=moving["most"],
            group_most=moving["group_most"],
            points=tuple(tuple(line) for line in moving["points"]),
            education=moving["education"],
            language=tuple(moving["language"]),
            canadian_work=tuple(moving["canadian_work"]),
            foreign_work=tuple(moving["foreign_work"]),
            certificate=Steps(moving["certificate"]),
        ),
        additional=Additional(**more),
    )
