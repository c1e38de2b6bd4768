"""The card of a draw: its cut-off resting on the line, and a mark for each one before it.

All in a box of 1200 by 630: the SVG at the top of an article and the picture that is shared
elsewhere are the same drawing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from draws.charts.cutoffs import Round, series_of
from draws.families import FAMILIES
from publish.formats import figure, long_day, month

WIDTH, HEIGHT = 1200, 630
# Marks stand to the right of the number, the newest at the right edge.
MARK, PITCH, LEFT, RIGHT = 16, 21.85, 552.0, 1120.0
MOST = 27
# The line sits as low as the marks below it allow; marks keep this far from words.
TOP, BOTTOM, HIGHEST_LINE, LOWEST_LINE = 153.0, 462.0, 330.0, 442.0
PER_POINT = 7.4
# Room of a label: the width of one character, and the height of a line.
LETTER, TALL, GAP = 18.5, 30.0, 18.0


class Invited(Round, Protocol):
    """What a card needs of the draw that it shows; a Draw is one."""

    @property
    def invitations(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Label:
    """Words with their baseline at y; `x` is their middle if `centred`, else their start."""

    x: float
    y: float
    text: str
    centred: bool

    def overlaps(self, left: float, top: float, right: float, bottom: float) -> bool:
        width = LETTER * len(self.text)
        start = self.x - width / 2 if self.centred else self.x
        return start < right and left < start + width and self.y - TALL < bottom and top < self.y


@dataclass(frozen=True, slots=True)
class Card:
    """Where everything stands. `marks` are the left ends of the earlier cut-offs, oldest first."""

    number: str
    cut: int
    line: float
    marks: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    family: str
    invitations: str
    day: str
    since: str
    highest: int | None
    lowest: int | None

    @property
    def path(self) -> str:
        """The marks as path data."""
        return "".join(f"M{x:.0f} {y:.0f}h{MARK}" for x, y in self.marks)

    @property
    def figure_y(self) -> float:
        """The baseline of the number: it rests on the line."""
        return self.line - 10


def card(draw: Invited, relatives: Iterable[Round]) -> Card:
    """The card of a draw among the draws of its family, in the active language."""
    earlier = [row for row in series_of(relatives, draw) if row.serial < draw.serial][-MOST:]
    line, scale = _scale(draw.crs, [row.crs for row in earlier])
    marks = tuple(_places(earlier, draw.crs, line, scale))
    cuts = [row.crs for row in earlier]
    return Card(
        number=draw.number,
        cut=draw.crs,
        line=line,
        marks=marks,
        labels=tuple(_labels(earlier, draw.crs, marks, line)),
        family=str(FAMILIES[draw.family].name) if draw.family in FAMILIES else "",
        invitations=figure(draw.invitations),
        day=long_day(draw.date),
        since=long_day(earlier[0].date) if earlier else "",
        highest=max(cuts, default=None),
        lowest=min(cuts, default=None),
    )


def _scale(cut: int, earlier: Sequence[int]) -> tuple[float, float]:
    """The height of the line, and the units of one point of CRS; 7.4 where there is room."""
    above = max((crs - cut for crs in earlier), default=0)
    below = -min((crs - cut for crs in earlier), default=0)
    above, below = max(above, 0), max(below, 0)
    scale = min(PER_POINT, (BOTTOM - TOP) / max(above + below, 1))
    line = min(LOWEST_LINE, max(HIGHEST_LINE, BOTTOM - below * scale))
    return line, min(scale, (line - TOP) / max(above, 1), (BOTTOM - line) / max(below, 1))


def _places(
    earlier: Sequence[Round], cut: int, line: float, scale: float
) -> Iterator[tuple[float, float]]:
    first = RIGHT - PITCH * (len(earlier) - 1)
    for index, row in enumerate(earlier):
        yield first + PITCH * index, line - (row.crs - cut) * scale


def _labels(
    earlier: Sequence[Round], cut: int, marks: Sequence[tuple[float, float]], line: float
) -> Iterator[Label]:
    """The highest value over its mark and the month of the first, each where nothing else is."""
    if len(earlier) < 2:
        return
    top = max(range(len(earlier)), key=lambda index: (earlier[index].crs, index))
    x, y = marks[top]
    highest = Label(x + MARK / 2, y - GAP, str(earlier[top].crs), centred=True)
    is_shown = earlier[top].crs != cut and _is_free(highest, marks, line)
    if is_shown:
        yield highest
    text = month(earlier[0].date)
    x, y = min(marks[0][0], RIGHT + MARK - LETTER * len(text)), marks[0][1]
    for height in range(round(y - GAP), round(TOP - GAP), -4):
        label = Label(x, height, text, centred=False)
        if _is_free(label, marks, line) and not (is_shown and _touch(label, highest)):
            yield label
            return


def _is_free(label: Label, marks: Sequence[tuple[float, float]], line: float) -> bool:
    on_line = label.overlaps(0, line - 4, WIDTH, line + 4)
    return not on_line and not any(label.overlaps(x, y - 6, x + MARK, y + 6) for x, y in marks)


def _touch(label: Label, other: Label) -> bool:
    half = LETTER * len(other.text) / 2
    return label.overlaps(other.x - half, other.y - TALL, other.x + half, other.y)
