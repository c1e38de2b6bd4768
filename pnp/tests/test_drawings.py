"""Where marks and tiles stand: geometry from rows, without a database."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pnp.charts import charts_of, plot_of
from pnp.programs import Scale
from pnp.tiles import PLACES, board


@dataclass(frozen=True)
class Day:
    date: date


@dataclass(frozen=True)
class Scored:
    event: Day
    score_low: int
    stream: str = "on-phd"
    scale: str = "oinp-eoi"
    stream_label: str = "PhD Graduate stream"
    of_scale: Scale | None = None


def rows(*scores: tuple[int, int], **values: Any) -> list[Scored]:
    return [Scored(Day(date(2026, 1, day)), score, **values) for day, score in scores]


def test_the_line_goes_through_the_lowest_of_each_day_and_every_row_has_a_mark():
    plot = plot_of(rows((1, 50), (2, 40), (2, 60), (3, 45)))
    line, marks = plot.series
    assert line.line.count("L") == 2
    assert marks.marks.count("M") == 4
    assert marks.line == ""
    assert (plot.lowest.value, plot.highest.value, plot.newest.value) == (40, 60, 45)


def test_the_cut_line_is_the_lowest_score_of_the_newest_day():
    plot = plot_of(rows((1, 50), (2, 40), (3, 70), (3, 55)))
    assert [(label.value, label.is_cut) for label in plot.labels] == [("55", True)]
    assert plot.cut


def test_each_stream_and_scale_has_a_chart_of_its_own():
    charts = charts_of(
        [
            *rows((1, 50), (2, 40), (3, 45)),
            *rows((1, 500), (2, 400), (4, 450), scale="crs"),
            *rows((1, 7), (2, 8), stream="on-masters"),
        ]
    )
    assert [chart.key for chart in charts.present] == ["on-phd-crs", "on-phd-oinp-eoi"]
    assert [chart.key for chart in charts.few] == ["on-masters-oinp-eoi"]
    assert [row.score_low for row in charts.present[0].rows] == [450, 400, 500]


def test_a_stream_without_a_score_for_a_year_is_past():
    old = [Scored(Day(date(2024, 1, day)), 40, stream="on-old") for day in (1, 2, 3)]
    charts = charts_of([*old, *rows((1, 50), (2, 40), (3, 45))])
    assert [chart.newest.stream for chart in charts.past] == ["on-old"]
    assert [chart.newest.stream for chart in charts.present] == ["on-phd"]
    assert charts_of([]).present == []


def test_every_tile_has_a_place_of_its_own_and_a_new_province_gets_one():
    drawn = board([*PLACES, "xx", "xy"])
    corners = {(tile.x, tile.y) for tile in drawn.tiles}
    assert len(corners) == len(PLACES) + 2
    assert [tile.code for tile in drawn.tiles][-2:] == ["xx", "xy"]
    assert board(["on"]).tiles[0].x == "57.14%"
