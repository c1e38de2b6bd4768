"""The draws of a profile’s life as a plot: the reader is a dot, the cut-off is the line."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crs.pages.verdicts import Verdict
from publish.formats import change, short_month
from publish.plot.axes import percent

# Points beyond which a dot stands at the edge: a nomination would flatten all else.
FARTHEST = 60
# Room left of the first dot for the labels of the lines, and right of the last.
LEFT, RIGHT = 0.08, 0.03
YEAR = re.compile(r"\d{4}$")


@dataclass(frozen=True, slots=True)
class Dot:
    """One draw. `sign` as in crs.pages.verdicts."""

    x: str
    y: str
    number: str
    gap: int
    hollow: bool
    unknown: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the grid or a tick with its words; `phone` False: no words on phones."""

    at: str
    label: str
    words_at: str = ""
    phone: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything in percent. `beyond`: numbers of draws that stand at the edge."""

    cut: str
    dots: tuple[Dot, ...]
    grid: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    lowest: int
    highest: int
    beyond: tuple[str, ...]


def timeline(rows: Sequence[Verdict], start: dt.date, end: dt.date) -> Timeline | None:
    """`rows` were held while the profile lived, from `start` to `end`. None for fewer than two."""
    if len(rows) < 2:
        return None
    gaps = [row.gap for row in rows]
    low, high = max(min(*gaps, -10), -FARTHEST), min(max(*gaps, 10), FARTHEST)
    span = high - low + 8
    days = max((end - start).days, 30)

    def x(day: dt.date) -> float:
        return LEFT + (1 - LEFT - RIGHT) * (day - start).days / days

    def y(gap: int) -> str:
        return percent((high + 4 - max(min(gap, high), low)) / span)

    return Timeline(
        cut=y(0),
        dots=tuple(_dot(row, percent(x(row.outcome.date)), y(row.gap)) for row in rows),
        grid=tuple(Mark(y(gap), change(gap)) for gap in _lines(low, high)),
        ticks=tuple(_ticks(start, end, x)),
        lowest=min(gaps),
        highest=max(gaps),
        beyond=tuple(row.outcome.number for row in rows if not low <= row.gap <= high),
    )


def _dot(row: Verdict, x: str, y: str) -> Dot:
    return Dot(x, y, row.outcome.number, row.gap, row.sign == "tout", row.sign == "unk")


def _lines(low: int, high: int) -> list[int]:
    step = 10 if high - low <= 70 else 20
    first = -(-low // step) * step
    return [gap for gap in range(first, high + 1, step) if gap]


def _ticks(start: dt.date, end: dt.date, x: Callable[[dt.date], float]) -> list[Mark]:
    found: list[Mark] = []
    day = (start.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    while day <= end:
        share = x(day)
        label = short_month(day, year=not found or day.month == 1)
        phone = len(found) % 4 == 0
        # A tick after one with a year has no room for words, nor has one at the right end.
        words = label if share < 0.94 and not (found and YEAR.search(found[-1].label)) else ""
        found.append(Mark(percent(share), words, percent(share + 0.004), phone))
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return found
