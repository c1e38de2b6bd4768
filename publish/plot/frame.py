"""A plot of values over time: marks, the lines that join them, and the words around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from publish import formats
from publish.plot.axes import Tick, TimeAxis, ValueAxis, percent

# Lines break after this many days without a value.
LONGEST_JOIN = 180
# How near two notes may stand, in shares of the width and of the height.
NEAR_X, NEAR_Y = 0.09, 0.07
# Below a mark this far down, words would stand on the time axis.
LOWEST_NOTE = 0.92


@dataclass(frozen=True, slots=True)
class Point:
    """One value on one day; `name` is what the page calls it, a draw number for instance.

    `family`: the group that it is drawn with.
    """

    day: date
    value: int
    name: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal line of the grid; `label` is empty where it gives way to a cut label."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """The marks of one group, as path data, and the line that joins them ("": not joined)."""

    css: str
    mark: str
    marks: str
    line: str


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a mark. `share_x` and `share_y` say where, for keeping notes apart."""

    share_x: float
    share_y: float
    dx: int
    dy: int
    anchor: str
    text: str
    phone: bool = True

    @property
    def x(self) -> str:
        return percent(self.share_x)

    @property
    def y(self) -> str:
        return percent(self.share_y)


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A label in the right margin. `share` is the height of its value, `moved` its own."""

    share: float
    moved: float
    value: str
    text: str
    css: str = ""
    mark: str = ""
    is_cut: bool = False

    @property
    def at(self) -> str:
        return percent(self.share)

    @property
    def label_at(self) -> str:
        return percent(self.moved)


@dataclass(frozen=True, slots=True)
class Plot:
    """One chart, ready to be drawn by templates/components/plot.html.

    `key` is what a legend above the plot names; `short` a plot of less height.
    """

    width: int
    height: int
    low: int
    high: int
    grid: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    series: tuple[Series, ...]
    notes: tuple[Note, ...]
    labels: tuple[EndLabel, ...]
    first: Point
    newest: Point
    lowest: Point
    highest: Point
    count: int
    cut: str = ""
    key: tuple[Any, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The two axes of a plot together."""

    time: TimeAxis
    values: ValueAxis

    @classmethod
    def around(cls, points: Sequence[Point], *, lines: float) -> "Frame":
        """Axes that hold all the points, with at most about `lines` lines in the grid."""
        values = [point.value for point in points]
        return cls(
            TimeAxis.around(points[0].day, points[-1].day),
            ValueAxis.around(min(values), max(values), lines=lines),
        )

    def series(
        self, points: Iterable[Point], *, css: str = "", mark: str = "dot", joined: bool
    ) -> Series:
        """Path data for the marks and, if joined, for the line through them."""
        points = list(points)
        at = [(self.time.x(point.day), self.values.y(point.value)) for point in points]
        line = "".join(self._joins(at)) if joined and len(at) > 1 else ""
        return Series(css, mark, "".join(f"M{x} {y}h0" for x, y in at), line)

    @staticmethod
    def _joins(at: Sequence[tuple[int, int]]) -> Iterator[str]:
        before = None
        for x, y in at:
            near = before is not None and x - before <= LONGEST_JOIN
            yield f"{'L' if near else 'M'}{x} {y}"
            before = x

    def note(self, point: Point, text: str, *, dy: int) -> Note:
        """Words centred above (`dy` below zero) or below a mark; never on the time axis."""
        x, y = self._shares(point)
        return Note(x, y, 0, -10 if y > LOWEST_NOTE else dy, "middle", text)

    def side_note(self, point: Point, text: str, *, phone: bool) -> Note:
        """Words beside a mark, on the side where there is more room."""
        x, y = self._shares(point)
        if x < 0.6:
            return Note(x, y, 8, 4, "start", text, phone)
        return Note(x, y, -8, 4, "end", text, phone)

    def end_label(
        self,
        value: int,
        text: str,
        *,
        css: str = "",
        mark: str = "",
        is_cut: bool = False,
        big: bool = False,
    ) -> EndLabel:
        """A label for the right margin, at the height of its value; `big` for thousands."""
        share = self.values.share(value)
        words = formats.figure(value) if big else str(value)
        return EndLabel(share, share, words, text, css, mark, is_cut)

    def grid(self, *, cut: int | None = None, near: float = 0.05, big: bool = False) -> list[Line]:
        """The lines of the value axis; a label too near the cut line is left out."""
        away = self.values.share(cut) if cut is not None else None
        return [
            Line(percent(share), "" if away is not None and abs(share - away) < near else label)
            for share, label in self._levels(big=big)
        ]

    def _levels(self, *, big: bool) -> Iterator[tuple[float, str]]:
        for value in self.values.lines():
            yield self.values.share(value), formats.figure(value) if big else str(value)

    def _shares(self, point: Point) -> tuple[float, float]:
        return self.time.share(point.day), self.values.share(point.value)


def apart(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in order, without those that would stand on one before them."""
    kept: list[Note] = []
    for note in notes:
        if not any(_near(note, other) for other in kept):
            kept.append(note)
    return tuple(kept)


def _near(one: Note, other: Note) -> bool:
    return abs(one.share_x - other.share_x) < NEAR_X and abs(one.share_y - other.share_y) < NEAR_Y


def spread(labels: Iterable[EndLabel], gap: float) -> tuple[EndLabel, ...]:
    """The labels from top to bottom, moved apart to at least `gap` of the height.

    Each group that has to share room is centred on its values, within the plot.
    """
    groups: list[list[EndLabel]] = []
    for label in sorted(labels, key=lambda label: label.share):
        groups.append([label])
        while len(groups) > 1 and _top(groups[-1], gap) < _foot(groups[-2], gap) + gap:
            groups[-2].extend(groups.pop())
    return tuple(
        replace(label, moved=_top(group, gap) + index * gap)
        for group in groups
        for index, label in enumerate(group)
    )


def _top(group: Sequence[EndLabel], gap: float) -> float:
    centre = sum(label.share for label in group) / len(group)
    room = gap * (len(group) - 1)
    return min(max(centre - room / 2, gap / 2), 1 - gap / 4 - room)


def _foot(group: Sequence[EndLabel], gap: float) -> float:
    return _top(group, gap) + gap * (len(group) - 1)
