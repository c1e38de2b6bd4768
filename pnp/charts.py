"""The scores of one stream over time, as a plot. Scores of two scales never share one. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from django.utils.translation import gettext as _

from pnp.programs import Scale
from publish.plot.frame import Frame, Note, Plot, Point, apart, spread

# Fewer scores than this are no curve; the newest of them is named beside the charts.
LEAST = 3
# A chart reaches back this many scores.
MOST = 60
# Labels at the right stand at least 16 px apart.
GAP = 0.09
# A stream without a score for this long before the newest of its province is an old one.
QUIET = dt.timedelta(days=365)


class ScoredEvent(Protocol):
    @property
    def date(self) -> dt.date: ...


class Scored(Protocol):
    """What a chart needs of a row; a Row with a score is one."""

    @property
    def event(self) -> ScoredEvent: ...
    @property
    def stream(self) -> str: ...
    @property
    def stream_label(self) -> str: ...
    @property
    def scale(self) -> str: ...
    @property
    def of_scale(self) -> Scale | None: ...
    @property
    def score_low(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Chart:
    """The scores of one stream on one scale. `rows` newest first; no plot for a few scores."""

    rows: Sequence[Scored]
    plot: Plot | None

    @property
    def newest(self) -> Scored:
        return self.rows[0]

    @property
    def key(self) -> str:
        """What the ids of its drawing are made of."""
        return f"{self.newest.stream}-{self.newest.scale}"


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a province: of streams that are alive, of older ones, and what has none."""

    present: Sequence[Chart]
    past: Sequence[Chart]
    few: Sequence[Chart]


def charts_of(rows: Iterable[Scored]) -> Charts:
    """A chart for each stream and scale; those with the newest score come first."""
    charts = sorted(_charts(rows), key=lambda chart: chart.newest.event.date, reverse=True)
    drawn = [chart for chart in charts if chart.plot]
    since = charts[0].newest.event.date - QUIET if charts else dt.date.min
    return Charts(
        present=[chart for chart in drawn if chart.newest.event.date >= since],
        past=[chart for chart in drawn if chart.newest.event.date < since],
        few=[chart for chart in charts if not chart.plot],
    )


def _charts(rows: Iterable[Scored]) -> Iterator[Chart]:
    def together(row: Scored) -> tuple[str, str]:
        return row.stream, row.scale

    in_order = sorted(rows, key=lambda row: row.event.date)
    for _key, of_stream in groupby(sorted(in_order, key=together), key=together):
        newest = list(of_stream)[-MOST:]
        yield Chart(newest[::-1], plot_of(newest) if len(newest) >= LEAST else None)


def plot_of(rows: Sequence[Scored]) -> Plot:
    """Rows of one stream and scale, oldest first: a mark each, a line through each day's lowest.

    The cut line is the lowest score of the newest day.
    """
    points = [Point(row.event.date, row.score_low or 0) for row in rows]
    lowest = [min(of_day, key=_value) for _day, of_day in groupby(points, key=lambda p: p.day)]
    frame = Frame.around(points, lines=4)
    cut = lowest[-1]
    return Plot(
        width=frame.time.days,
        height=frame.values.height,
        low=frame.values.low,
        high=frame.values.high,
        grid=tuple(frame.grid(cut=cut.value, near=0.09)),
        ticks=frame.time.ticks(),
        series=(frame.series(lowest, joined=True), frame.series(points, joined=False)),
        notes=apart(_extremes(frame, points, cut.value)),
        labels=spread([frame.end_label(cut.value, _("newest"), is_cut=True)], GAP),
        first=points[0],
        newest=cut,
        lowest=min(points, key=_value),
        highest=max(points, key=_value),
        count=len(points),
        cut=frame.values.at(cut.value),
        short=True,
    )


def _value(point: Point) -> int:
    return point.value


def _extremes(frame: Frame, points: Sequence[Point], cut: int) -> Iterator[Note]:
    """The highest and the lowest score, unless the cut line says it already."""
    highest, lowest = max(points, key=_value), min(points, key=_value)
    if highest.value != cut:
        yield frame.note(highest, str(highest.value), dy=-10)
    if lowest.value not in (cut, highest.value):
        yield frame.note(lowest, str(lowest.value), dy=18)
