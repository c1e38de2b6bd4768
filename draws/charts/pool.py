"""The pool by score: seven bars in a table, an area-true histogram, and counts over time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Protocol

from draws.records import BANDS, TOTAL_FIELD, Band
from publish import formats
from publish.plot.axes import STEPS, percent
from publish.plot.frame import Frame, Line, Plot, Point, apart, spread

# The seven bands that are added to the total.
WIDE = tuple(band for band in BANDS if band.part_of is None)
SHORT_GAP = 0.055
# The histogram shows 300 to 640; farther cut-offs stretch it.
USUAL_LOW, USUAL_HIGH = 300, 640
ABOVE = 500


class Count(Protocol):
    """A pool count: the bands of draws.records as attributes, and its as-on date."""

    @property
    def as_of(self) -> date | None: ...
    @property
    def total(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Bar:
    """One band in a table. `width` and `cut` are SVG lengths; `cut` is "" in other bands."""

    label: str
    count: int
    share: str
    width: str
    is_above: bool
    cut: str


@dataclass(frozen=True, slots=True)
class PrintedBand:
    """One row of the whole table; `is_part` of the wide band above it."""

    label: str
    count: int
    is_part: bool


@dataclass(frozen=True, slots=True)
class Rectangle:
    """One band of the histogram; `foot` is the line that separates it from the next."""

    y: str
    height: str
    width: str
    foot: str
    is_above: bool


@dataclass(frozen=True, slots=True)
class Histogram:
    """Height is the width of a band in points, length is people for every ten points.

    `band` is the one that the cut-off lies in, with `band_count` people. `has_room`: the bars
    beside the label of the cut line are short enough for words on a phone.
    """

    rectangles: tuple[Rectangle, ...]
    scores: tuple[Line, ...]
    people: tuple[Line, ...]
    cut: str
    band: Band | None
    band_count: int
    has_room: bool

    @property
    def is_wide(self) -> bool:
        """Whether the band of the cut-off spans more than ten points."""
        return self.band is not None and self.band.high - self.band.low > 9


def label_of(band: Band) -> str:
    """601–1200: as tables print a range of scores, without separators."""
    return f"{band.low}\u2013{band.high}"


def bars(pool: Count, cut: int | None = None) -> tuple[Bar, ...]:
    """The seven bands, high to low, with the cut line at its true fraction of its band."""
    counted = [(band, count) for band, count in _counts(pool) if band.part_of is None]
    most = max((count for _band, count in counted), default=1) or 1
    whole = pool.total or sum(count for _band, count in counted)
    return tuple(
        Bar(
            label=label_of(band),
            count=count,
            share=formats.share(count, whole),
            width=percent(count / most),
            is_above=band.low > ABOVE,
            cut=_cut_in(band, cut),
        )
        for band, count in counted
    )


def histogram(pool: Count, cut: int) -> Histogram:
    """The narrowest printed bands with a cut line; a band is never split by guessing."""
    bands = narrowest(pool)
    low = 0 if cut < USUAL_LOW + 10 else USUAL_LOW
    high = USUAL_HIGH if cut <= USUAL_HIGH - 20 else ceil((cut + 40) / 50) * 50
    per_ten = {band: count / (band.high + 1 - band.low) * 10 for band, count in bands}
    beside = [length for band, length in per_ten.items() if _beside_label(band, cut)]
    longest = max(max(per_ten.values(), default=0) * 1.08, max(beside, default=0) / 0.66) or 1
    frame = _Scores(low, high)
    home = next(((band, count) for band, count in bands if band.low <= cut <= band.high), None)
    return Histogram(
        rectangles=tuple(
            _rectangle(frame, band, per_ten[band] / longest)
            for band, _count in bands
            if band.high > low
        ),
        scores=frame.lines(),
        people=_people(longest),
        cut=percent(frame.share(cut)),
        band=home[0] if home else None,
        band_count=home[1] if home else 0,
        has_room=max(beside, default=0) / longest < 0.25,
    )


def over_time(counts: Iterable[Count], value: Callable[[Count], int | None]) -> Plot | None:
    """One figure of the pool by as-on date, joined; None for fewer than two counts."""
    dated = [(count.as_of, value(count)) for count in counts]
    points = [Point(day, number) for day, number in dated if day and number is not None]
    points.sort(key=lambda point: point.day)
    if len(points) < 2:
        return None
    frame = Frame.around(points, lines=5)
    lowest = min(points, key=lambda point: (point.value, -point.day.toordinal()))
    highest = max(points, key=lambda point: (point.value, point.day))
    return Plot(
        width=frame.time.days,
        height=frame.values.height,
        low=frame.values.low,
        high=frame.values.high,
        grid=tuple(frame.grid(big=True)),
        ticks=frame.time.ticks(),
        series=(frame.series(points, joined=True),),
        notes=apart(
            [
                frame.note(highest, formats.figure(highest.value), dy=-10),
                frame.note(lowest, formats.figure(lowest.value), dy=18),
            ]
        ),
        labels=spread([frame.end_label(points[-1].value, "", big=True)], SHORT_GAP),
        first=points[0],
        newest=points[-1],
        lowest=lowest,
        highest=highest,
        count=len(points),
        short=True,
    )


def above_500(count: Count) -> int | None:
    """Candidates with 501 or more, None where a band is not known."""
    numbers = [getattr(count, band.field) for band in BANDS if band.low > ABOVE]
    return None if None in numbers else sum(numbers)


def total(count: Count) -> int | None:
    """All candidates, as printed."""
    number: int | None = getattr(count, TOTAL_FIELD)
    return number


def _counts(pool: Count) -> list[tuple[Band, int]]:
    known = ((band, getattr(pool, band.field)) for band in BANDS)
    return [(band, count) for band, count in known if count is not None]


def narrowest(pool: Count) -> list[tuple[Band, int]]:
    """Ten-point bands where all of a wide band's parts are known, else the wide band."""
    known = dict(_counts(pool))
    split = {
        wide.field
        for wide in BANDS
        if (parts := [band for band in BANDS if band.part_of == wide.field])
        and all(part in known for part in parts)
    }
    chosen = [
        (band, count)
        for band, count in known.items()
        if (band.part_of in split if band.part_of else band.field not in split)
    ]
    return sorted(chosen, key=lambda pair: -pair[0].low)


def printed_bands(pool: Count) -> tuple[PrintedBand, ...]:
    """Every band whose count is known, in the order of the official page."""
    return tuple(
        PrintedBand(label_of(band), count, band.part_of is not None)
        for band, count in _counts(pool)
    )


def _cut_in(band: Band, cut: int | None) -> str:
    if cut is None or not band.low <= cut <= band.high:
        return ""
    return percent((band.high + 1 - cut) / (band.high + 1 - band.low))


def _beside_label(band: Band, cut: int) -> bool:
    """Whether the words above the right end of the cut line stand in front of this band."""
    return band.low <= cut + 45 and band.high >= cut


@dataclass(frozen=True, slots=True)
class _Scores:
    """The upright axis of the histogram: scores from `high` at the top to `low`."""

    low: int
    high: int

    def share(self, score: float) -> float:
        return (self.high - score) / (self.high - self.low)

    def lines(self) -> tuple[Line, ...]:
        """A label every 50 points, every 100 on a long axis."""
        step = 50 if self.high - self.low <= 500 else 100
        marks = range(self.low + step, self.high, step)
        return tuple(Line(percent(self.share(mark)), str(mark)) for mark in marks)


def _rectangle(frame: _Scores, band: Band, length: float) -> Rectangle:
    top = max(frame.share(band.high + 0.5), 0)
    foot = min(frame.share(max(band.low - 0.5, 0)), 1)
    return Rectangle(
        y=percent(top),
        height=percent(foot - top),
        width=percent(length),
        foot=percent(foot),
        is_above=band.low > ABOVE,
    )


def _people(longest: float) -> tuple[Line, ...]:
    """Grid lines for people per ten points: at most about four."""
    step = next(step for step in STEPS if longest / step <= 4.5)
    return tuple(
        Line(percent(mark / longest), formats.figure(mark))
        for mark in range(step, int(longest) + 1, step)
    )
