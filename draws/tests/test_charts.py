from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import translation

from draws.charts import cutoffs, pool
from draws.charts.sparks import spark
from draws.records import PoolRecord, serial_of
from publish.plot.axes import TimeAxis, ValueAxis
from publish.plot.frame import EndLabel, spread

MINUTE = {
    "b601_1200": 280, "b501_600": 16559, "b451_500": 73609, "b491_500": 13504, "b481_490": 13248,
    "b471_480": 16531, "b461_470": 15426, "b451_460": 14900, "b401_450": 64305,
    "b441_450": 14142, "b431_440": 14239, "b421_430": 12425, "b411_420": 12183,
    "b401_410": 11316, "b351_400": 53650, "b301_350": 19009, "b0_300": 8283, "total": 235695,
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    number: str
    date: date
    family: str
    crs: int

    @property
    def serial(self):
        return serial_of(self.number)


@dataclass(frozen=True)
class Count(PoolRecord):
    as_of: date = date(2026, 2, 15)


def count(as_of=date(2026, 2, 15), **figures):
    return Count(as_of=as_of, **{**MINUTE, **figures})


def rows(family, *scores, start=date(2026, 1, 1), every=14, number=1):
    return [
        Row(str(number + i), start + timedelta(days=every * i), family, crs)
        for i, crs in enumerate(scores)
    ]


def share(text):
    return float(text.removesuffix("%"))


# Axes


def test_it_leaves_room_before_the_first_mark_and_after_the_last():
    axis = TimeAxis.around(date(2015, 1, 31), date(2026, 10, 1))
    assert axis.share(date(2015, 1, 31)) == pytest.approx(0.10, abs=0.001)
    assert axis.share(date(2026, 10, 1)) == pytest.approx(0.98, abs=0.001)


def test_it_ticks_years_quarters_or_months():
    years = TimeAxis.around(date(2015, 1, 31), date(2026, 10, 1)).ticks()
    assert [tick.label for tick in years] == [str(year) for year in range(2015, 2027)]
    quarters = TimeAxis.around(date(2024, 10, 9), date(2026, 10, 1)).ticks()
    assert [tick.label for tick in quarters][:3] == ["Oct 2024", "Jan 2025", "Apr"]
    months = TimeAxis.around(date(2026, 1, 5), date(2026, 6, 20)).ticks()
    assert [tick.label for tick in months][:2] == ["Jan 2026", "Feb"]


def test_it_names_ticks_in_the_language_of_the_page():
    with translation.override("fr"):
        ticks = TimeAxis.around(date(2024, 10, 9), date(2026, 10, 1)).ticks()
    assert [tick.label for tick in ticks][1:4] == ["janv.\u00a02025", "avr.", "juill."]


def test_it_hides_labels_on_phones_but_no_tick():
    ticks = TimeAxis.around(date(2015, 1, 31), date(2026, 10, 1)).ticks()
    assert [tick.label for tick in ticks if tick.phone] == ["2016", "2019", "2022", "2025"]
    assert len(ticks) == 12


@pytest.mark.parametrize(
    ("lowest", "highest", "lines", "labels"),
    [
        (75, 902, 8.5, [100, 200, 300, 400, 500, 600, 700, 800, 900]),
        (368, 547, 5, [400, 450, 500, 550]),
        (507, 547, 5, [510, 520, 530, 540]),
    ],
)
def test_it_draws_the_grid_at_round_numbers(lowest, highest, lines, labels):
    axis = ValueAxis.around(lowest, highest, lines=lines)
    assert list(axis.lines()) == labels
    assert axis.low <= lowest
    assert axis.high > highest


def test_it_gives_one_value_a_plot_of_its_own_height():
    axis = ValueAxis.around(489, 489, lines=5)
    assert 0 < axis.share(489) < 1


def test_it_never_writes_a_comma_into_svg_in_french():
    with translation.override("fr"):
        plot = cutoffs.every_round(rows("cec", 508, 509, 511))
    positions = [line.at for line in plot.grid] + [label.at for label in plot.labels]
    assert positions
    assert not any("," in at for at in positions)


# Cut-offs


def test_it_lets_scores_rise_upwards():
    plot = cutoffs.every_round(rows("cec", 500, 540))
    (series,) = plot.series
    first, second = series.marks.removeprefix("M").split("M")
    assert int(first.split()[1].removesuffix("h0")) > int(second.split()[1].removesuffix("h0"))


def test_it_joins_rounds_of_one_family_and_breaks_after_180_days():
    near = rows("cec", 500, 510, every=180)
    far = rows("cec", 520, start=near[-1].date + timedelta(days=181), number=9)
    plot = cutoffs.one_family([*near, *far], far[0])
    assert plot.series[0].line.count("L") == 1
    assert plot.series[0].line.count("M") == 2


def test_it_does_not_join_all_rounds():
    plot = cutoffs.every_round(rows("cec", 500, 510))
    assert plot.series[0].line == ""


def test_it_draws_nothing_without_rounds():
    assert cutoffs.every_round([]) is None
    assert cutoffs.close_up([]) == (None, ())


def test_it_leaves_nominees_and_far_families_out_of_the_close_up():
    plot, out = cutoffs.close_up(
        rows("cec", 510, 508, 507)
        + rows("french", 400, 393, number=11)
        + rows("pnp", 789, 746, number=21)
        + rows("physicians", 169, 198, number=31)
    )
    assert [family.slug for family in out] == ["pnp", "physicians"]
    assert plot.count == 5
    assert plot.low <= 393
    assert plot.high < 600


def test_it_never_puts_nominees_on_the_scale_of_others():
    plot, out = cutoffs.close_up(rows("cec", 510, 508) + rows("pnp", 530, 520, number=11))
    assert [family.slug for family in out] == ["pnp"]
    assert plot.count == 2


def test_it_shows_two_years_in_the_close_up():
    old = rows("cec", 531, start=date(2023, 1, 1), number=1)
    plot, _out = cutoffs.close_up(old + rows("cec", 508, 509, number=2))
    assert plot.count == 2


def test_it_draws_the_cut_line_with_its_number_and_the_newest_round():
    family = rows("cec", 511, 509, 508, 515, 518)
    plot = cutoffs.one_family(family, family[2])
    assert plot.cut == next(label.at for label in plot.labels if label.is_cut)
    assert [(label.value, label.is_cut) for label in plot.labels] == [("518", False), ("508", True)]


def test_it_has_one_label_when_the_cut_is_the_newest_round():
    family = rows("cec", 511, 509, 508)
    plot = cutoffs.one_family(family, family[-1])
    assert [(label.value, label.is_cut) for label in plot.labels] == [("508", True)]


def test_it_says_last_where_newer_rounds_are_not_in_the_chart():
    family = rows("cec", 511, 509, 508)
    plot = cutoffs.one_family(family, family[0], ended=True)
    assert [label.text for label in plot.labels if not label.is_cut] == ["last"]


def test_it_drops_the_grid_label_that_the_cut_label_would_touch():
    family = rows("cec", 547, 531, 509)
    plot = cutoffs.one_family(family, family[-1])
    labels = {line.label for line in plot.grid}
    assert "510" not in labels
    assert "530" in labels


def test_it_moves_end_labels_apart_and_keeps_their_order():
    labels = spread([EndLabel(at, at, str(at), "") for at in (0.40, 0.41, 0.42, 0.99, 1.0)], 0.05)
    moved = [label.moved for label in labels]
    assert all(after - before >= 0.0499 for before, after in pairwise(moved))
    assert moved[-1] < 1
    assert [label.share for label in labels] == [0.40, 0.41, 0.42, 0.99, 1.0]


def test_it_ends_a_series_after_a_year_without_a_round():
    old = rows("cec", 462, 461, start=date(2021, 8, 1), number=1)
    new = rows("cec", 522, 515, start=date(2024, 5, 31), number=5)
    assert [row.number for row in cutoffs.series_of(old + new, new[1])] == ["5", "6"]
    assert [row.number for row in cutoffs.series_of(old + new, old[0])] == ["1", "2"]


# Sparks


def test_it_puts_the_newest_of_sixteen_values_on_the_line():
    mini = spark(list(range(500, 520)))
    assert mini.marks.count("M") == 15
    assert mini.line == "10.9"
    assert mini.now == "M96.0 10.9h0"


def test_it_puts_a_single_value_in_the_middle():
    assert spark([368]).marks == ""
    assert spark([368]).now == "M50.0 50.0h0"


# The pool


def test_it_gives_seven_bars_from_high_to_low():
    bars = pool.bars(count(), 508)
    assert [bar.label for bar in bars] == [
        "601–1200", "501–600", "451–500", "401–450", "351–400", "301–350", "0–300",
    ]  # fmt: skip
    assert [bar.share for bar in bars][:3] == ["under 1%", "7%", "31%"]
    assert max(share(bar.width) for bar in bars) == 100
    assert [bar.is_above for bar in bars] == [True, True] + [False] * 5


def test_it_draws_the_cut_at_the_exact_fraction_of_its_band():
    assert [bar.cut for bar in pool.bars(count(), 508)] == ["", "93.00%", "", "", "", "", ""]
    assert [bar.cut for bar in pool.bars(count(), 400)][4] == "2.00%"
    assert not any(bar.cut for bar in pool.bars(count()))


def test_it_makes_the_area_of_a_histogram_bar_the_number_of_people():
    chart = pool.histogram(count(), 508)
    areas = [share(bar.width) * share(bar.height) for bar in chart.rectangles[1:]]
    people = [
        MINUTE[name]
        for name in (
            "b501_600", "b491_500", "b481_490", "b471_480", "b461_470", "b451_460", "b441_450",
            "b431_440", "b421_430", "b411_420", "b401_410", "b351_400", "b301_350",
        )
    ]  # fmt: skip
    per_person = [area / number for area, number in zip(areas, people, strict=True)]
    assert max(per_person) == pytest.approx(min(per_person), rel=0.01)


def test_it_uses_the_wide_bands_where_the_narrow_ones_are_not_known():
    narrow = [name for name in MINUTE if name.startswith("b4") and name[1:4] not in ("451", "401")]
    coarse = count(**dict.fromkeys([*narrow, "b451_460", "b401_410"]))
    assert len(pool.histogram(coarse, 508).rectangles) == 6
    assert len(pool.histogram(count(), 508).rectangles) == 14


@pytest.mark.parametrize(
    ("cut", "band"), [(508, (501, 600)), (725, (601, 1200)), (485, (481, 490))]
)
def test_it_names_the_band_that_the_cut_line_crosses(cut, band):
    chart = pool.histogram(count(), cut)
    assert (chart.band.low, chart.band.high) == band
    assert chart.is_wide is (band != (481, 490))


@pytest.mark.parametrize("cut", [75, 169, 305, 508, 640, 725, 902])
def test_it_keeps_every_cut_line_inside_the_histogram(cut):
    assert 3 < share(pool.histogram(count(), cut).cut) < 97


@pytest.mark.parametrize("cut", [355, 476, 508])
def test_it_leaves_the_label_of_the_cut_line_clear_of_the_bars(cut):
    chart = pool.histogram(count(), cut)
    at = share(chart.cut)
    covering = [bar for bar in chart.rectangles if share(bar.y) <= at < share(bar.foot)]
    assert covering
    assert all(share(bar.width) <= 66 for bar in covering)


def test_it_draws_one_figure_of_the_pool_over_time():
    counts = [count(date(2026, 1, 4), total=230000), count(date(2026, 2, 15))]
    plot = pool.over_time(counts, pool.total)
    assert [label.value for label in plot.labels] == ["235,695"]
    assert plot.first.day == date(2026, 1, 4)
    assert pool.over_time(counts[:1], pool.total) is None


def test_it_leaves_out_counts_whose_figure_is_not_known():
    counts = [count(date(2026, 1, day)) for day in (4, 11)] + [count(date(2026, 1, 18), total=None)]
    assert pool.over_time(counts, pool.total).count == 2
    assert pool.above_500(count(b601_1200=None)) is None
    assert pool.above_500(count()) == 16839
