"""What is worth saying about a draw, as data: no database, no words."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from articles.drafting.situation import Extreme, Move, Pool, Side, TieBreak, situation_of
from draws.records import PoolRecord, RoundRecord

POOL = PoolRecord(b601_1200=100, b501_600=4000, b451_500=9000, total=20000)


def draw(number: int, day: str = "2026-02-17", **values: Any) -> RoundRecord:
    """A CEC round at 508 with 6,000 invitations, as of a count two days older."""
    date = dt.date.fromisoformat(day)
    plain = RoundRecord(
        number=str(number),
        date=date,
        name="Canadian Experience Class",
        family="cec",
        programs="",
        invitations=6000,
        crs=508,
        tie_break_at=dt.datetime(2025, 3, 16, 9, 35, 59, tzinfo=dt.UTC),
        tie_break_text="",
        held_at=None,
        held_at_text="",
        pool_as_of=date - dt.timedelta(days=2),
        pool=POOL,
    )
    return replace(plain, **values)


def test_the_first_of_a_family_has_nothing_to_be_compared_with():
    told = situation_of(draw(396), [draw(395, "2026-02-16", family="pnp")])
    assert told.is_first
    assert (told.previous, told.cut_off, told.size, told.cut_off_extreme) == (None,) * 4


@pytest.mark.parametrize(
    ("crs", "size", "moves"),
    [
        (509, 7000, (Move.DOWN, Move.DOWN)),
        (507, 5000, (Move.UP, Move.UP)),
        (508, 6000, (Move.SAME, Move.SAME)),
    ],
)
def test_it_is_compared_with_the_last_of_its_family(crs, size, moves):
    before = [
        draw(392, "2026-01-21", crs=crs, invitations=size),
        draw(395, "2026-02-16", family="pnp", crs=789),
    ]
    told = situation_of(draw(396), before)
    assert told.previous == before[0]
    assert (told.cut_off, told.size) == moves


def test_it_counts_its_place_in_the_year():
    before = [draw(380, "2025-12-10"), draw(390, "2026-01-07"), draw(392, "2026-01-21")]
    assert situation_of(draw(396), before).place_in_year == 3


def test_it_finds_since_when_a_cut_off_is_the_lowest():
    older = [draw(number, f"2025-0{number}-01", crs=crs) for number, crs in
             ((1, 500), (2, 508), (3, 520), (4, 515), (5, 530))]  # fmt: skip
    assert situation_of(draw(396), older).cut_off_extreme == Extreme(Side.LOWEST, older[1])
    lowest = situation_of(draw(396, crs=499), older).cut_off_extreme
    assert lowest == Extreme(Side.LOWEST, None, record=older[0])
    highest = situation_of(draw(396, crs=531), older).cut_off_extreme
    assert highest == Extreme(Side.HIGHEST, None, record=older[4])


def test_it_calls_nothing_the_lowest_that_beats_only_two():
    older = [draw(number, f"2025-0{number}-01", crs=520) for number in (1, 2)]
    assert situation_of(draw(396), older).cut_off_extreme is None


@pytest.mark.parametrize(
    ("size", "end"), [(4, Side.SMALLEST), (30000, Side.LARGEST), (6000, None), (118, None)]
)
def test_it_measures_a_size_against_all_families(size, end):
    before = [draw(n, f"2025-0{n}-01", family=f"f{n}") for n in (1, 2, 3)]
    before.append(draw(143, "2025-04-15", family="pnp", invitations=118))
    found = situation_of(draw(396, invitations=size), before).of_all
    assert (found.side if found else None) is end


@pytest.mark.parametrize(
    ("day", "weeks", "long"), [("2025-12-23", 8, True), ("2025-12-24", 7, False)]
)
def test_it_notices_a_pause_of_eight_weeks(day, weeks, long):
    told = situation_of(draw(396), [draw(390, day)])
    assert (told.weeks, told.is_long_pause) == (weeks, long)


@pytest.mark.parametrize(
    ("day", "drawn"), [("2025-02-17", True), ("2025-02-16", False), ("2024-04-11", False)]
)
def test_a_chart_needs_a_draw_of_the_family_within_a_year(day, drawn):
    before = replace(draw(390), date=dt.date.fromisoformat(day))
    assert situation_of(draw(396), [before]).has_series is drawn
    assert not situation_of(draw(396), []).has_series


@pytest.mark.parametrize(
    ("submitted", "kind"),
    [
        (None, TieBreak.NONE),
        ("2026-01-17", TieBreak.OLD),
        ("2026-01-18", TieBreak.RECENT),
        ("2026-02-17", TieBreak.ODD),
        ("2026-11-16", TieBreak.ODD),
    ],
)
def test_it_tells_an_old_tie_break_from_a_recent_one(submitted, kind):
    at = dt.datetime.fromisoformat(f"{submitted}T10:00:00+00:00") if submitted else None
    assert situation_of(draw(396, tie_break_at=at), []).tie_break is kind


@pytest.mark.parametrize(
    ("as_of", "kind"),
    [
        ("2026-02-17", Pool.SAME_DAY),
        ("2026-02-15", Pool.OLDER),
        ("2026-02-03", Pool.OLDER),
        ("2026-02-02", Pool.STALE),
        ("2026-02-18", Pool.ODD),
        (None, Pool.ODD),
    ],
)
def test_it_looks_at_the_date_of_the_count(as_of, kind):
    day = dt.date.fromisoformat(as_of) if as_of else None
    assert situation_of(draw(396, pool_as_of=day), [], POOL).pool is kind


def test_a_count_without_the_band_of_the_cut_off_is_none():
    assert situation_of(draw(396), [], PoolRecord(total=20000)).pool is Pool.NONE
    assert situation_of(draw(396), [], None).pool is Pool.NONE


def test_higher_bands_are_told_only_where_all_are_known():
    assert situation_of(draw(396), [], POOL).has_higher_bands
    assert not situation_of(draw(396, crs=789), [], POOL).has_higher_bands
    assert not situation_of(draw(396), [], replace(POOL, b601_1200=None)).has_higher_bands


def test_it_shows_the_newest_of_other_families_and_no_nominees():
    before = [
        draw(385, "2025-11-20", family="health"),
        draw(393, "2026-01-20", family="french"),
        draw(394, "2026-02-06", family="french"),
        draw(395, "2026-02-16", family="pnp"),
    ]
    assert situation_of(draw(396), before).others == (before[2],)
