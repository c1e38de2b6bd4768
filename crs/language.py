"""Language tests and the levels that they show: CLB in English, NCLC in French. Pure.

Level 10 stands for 10 and above, 0 for “below 4”. Each ability has a level of its own, and what
asks for all four asks for the weakest.
"""

import datetime as dt
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from crs.reading import Reader, as_number

DATA = Path(__file__).parent / "data" / "language.toml"

ABILITIES = {"R": "reading", "W": "writing", "L": "listening", "S": "speaking"}
LANGUAGES = ("en", "fr")
LOWEST, HIGHEST = 4, 10
BELOW = 0
# A test prints levels above 10, and nothing tells them apart here.
MOST_LEVEL = 12
VALID_YEARS = 2


class Levels(NamedTuple):
    """A level for each ability, in the order in which tests print them here: R, W, L, S."""

    reading: int
    writing: int
    listening: int
    speaking: int

    @property
    def weakest(self) -> int:
        return min(self)


@dataclass(frozen=True, slots=True)
class Chart:
    """One ability of one test: the range of scores, and the lowest score for each level from 4."""

    low: float
    high: float
    floors: tuple[float, ...]

    def level(self, score: float) -> int:
        reached = bisect_right(self.floors, score)
        return LOWEST + reached - 1 if reached else BELOW


@dataclass(frozen=True, slots=True)
class LanguageTest:
    """A test that Express Entry accepts, with its charts by letter."""

    key: str
    name: str
    language: str
    starts: dt.date
    step: float
    charts: Mapping[str, Chart]
    regraded: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What a person can show in one language. `language` is None where only levels were typed."""

    levels: Levels
    language: str | None = None
    taken_on: dt.date | None = None
    regraded: bool = False

    def is_valid(self, on: dt.date) -> bool:
        """Whether the result is under two years old. One without a day is taken as it is."""
        return self.taken_on is None or on < _years_later(self.taken_on, VALID_YEARS)


@cache
def tables() -> tuple[LanguageTest, ...]:
    """Every table of every test, in the order of the data."""
    return tuple(_test(entry) for entry in tomllib.loads(DATA.read_text("utf-8"))["tests"])


def table_of(key: str, on: dt.date | None = None) -> LanguageTest | None:
    """The table of a test on a day: the newest without a day, the oldest for a day before it."""
    dated = sorted((test for test in tables() if test.key == key), key=lambda test: test.starts)
    begun = [test for test in dated if on is None or test.starts <= on]
    return next(reversed(begun), next(iter(dated), None))


def levels_of(test: LanguageTest, scores: Mapping[str, float]) -> Levels:
    """The levels of four scores, by letter: {"R": 6.5, "W": 6, "L": 7.5, "S": 7}."""
    return Levels(*(test.charts[letter].level(scores[letter]) for letter in ABILITIES))


def read_result(reader: Reader | None) -> Result | None:
    """`{"clb": 7}`, `{"clb": {"R": 7, …}}` or `{"test": "ielts_gt", "scores": {"R": 6.5, …}}`.

    Each may have the day of the test, `"taken_on": "2026-05-31"`. None: nothing was typed, or
    nothing that could be read; the faults say which.
    """
    if reader is None:
        return None
    taken_on = reader.day("taken_on")
    has_levels, has_test = reader.has("clb"), reader.has("test")
    reader.raw("scores")
    result = None
    if has_levels == has_test:
        reader.fault("", "levels-or-test")
    elif has_levels:
        levels = _typed_levels(reader)
        result = levels and Result(levels, taken_on=taken_on)
    else:
        result = _tested(reader, taken_on)
    reader.close()
    return result


def _typed_levels(reader: Reader) -> Levels | None:
    if isinstance(reader.raw("clb"), Mapping):
        part = reader.part("clb")
        assert part is not None  # noqa: S101 - it is a mapping
        each = [part.whole(letter, MOST_LEVEL, required=True, exact=True) for letter in ABILITIES]
        part.close()
    else:
        each = [reader.whole("clb", MOST_LEVEL, exact=True)] * len(ABILITIES)
    known = [min(level, HIGHEST) for level in each if level is not None]
    return Levels(*known) if len(known) == len(ABILITIES) else None


def _tested(reader: Reader, taken_on: dt.date | None) -> Result | None:
    key = reader.choice("test", [test.key for test in tables()])
    test = table_of(key, taken_on) if key else None
    part = reader.part("scores")
    if part is None:
        reader.fault("scores", "required")
    if test is None or part is None:
        return None
    scores = {letter: _score(part, letter, test) for letter in ABILITIES}
    part.close()
    read = {letter: score for letter, score in scores.items() if score is not None}
    if len(read) < len(ABILITIES):
        return None
    days = test.regraded
    regraded = bool(taken_on and days and days[0] <= taken_on <= days[1])
    return Result(levels_of(test, read), test.language, taken_on, regraded)


def _score(part: Reader, letter: str, test: LanguageTest) -> float | None:
    chart, value = test.charts[letter], part.raw(letter)
    if value is None:
        part.fault(letter, "required")
        return None
    if value == "M" and test.key == "celpip_g":  # printed for “minimal”: below every level
        return 0
    number = as_number(value)
    if number is not None and chart.low <= number <= chart.high and not number % test.step:
        return number
    too_high = number is not None and number > chart.high
    code = "tef-other-column" if too_high and test.key == "tef_canada" else "not-a-score"
    part.fault(letter, code, test=test.name, low=chart.low, high=chart.high, step=test.step)
    return None


def _test(entry: dict[str, Any]) -> LanguageTest:
    charts = {
        letter: Chart(
            entry[name]["range"][0], entry[name]["range"][1], tuple(entry[name]["levels"])
        )
        for letter, name in ABILITIES.items()
    }
    return LanguageTest(
        key=entry["key"],
        name=entry["name"],
        language=entry["language"],
        starts=entry["from"],
        step=entry["step"],
        charts=charts,
        regraded=tuple(entry.get("regraded", ())),
    )


def _years_later(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or beyond the calendar
        return dt.date.max if day.year + years > dt.MAXYEAR else dt.date(day.year + years, 3, 1)
