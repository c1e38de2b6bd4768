"""How many people stand ahead, from a pool count, with the range."""

from dataclasses import replace

import pytest

from crs.position import position, standing
from draws.records import PoolRecord

POOL = PoolRecord(
    b601_1200=500,
    b501_600=20000,
    b451_500=7500,
    b491_500=1000,
    b481_490=2000,
    b471_480=1500,
    b461_470=1600,
    b451_460=1400,
    b401_450=6000,
    b441_450=1100,
    b431_440=1200,
    b421_430=1300,
    b411_420=1200,
    b401_410=1200,
    b351_400=5000,
    b301_350=3000,
    b0_300=800,
    total=42800,
)


def test_it_counts_the_bands_above_and_a_share_of_its_own() -> None:
    found = position(485, POOL)
    # Above: 500 + 20,000 + 1,000 = 21,500. In 481 to 490, the scores 486 to 490 are ahead, and
    # half of 485: 5.5 of 10 scores, 1,100 of 2,000.
    assert (found.fewest, found.about, found.most) == (21500, 22600, 23500)
    assert (found.low, found.high, found.in_band, found.total) == (481, 490, 2000, 42800)


@pytest.mark.parametrize(("score", "share"), [(481, 1900), (490, 100)])
def test_it_is_near_the_ends_of_the_range_at_the_ends_of_the_band(score: int, share: int) -> None:
    assert position(score, POOL).about == 21500 + share


def test_it_takes_the_wide_band_where_the_narrow_ones_are_not_known() -> None:
    wide = replace(POOL, b481_490=None)
    found = position(485, wide)
    assert (found.low, found.high, found.fewest, found.most) == (451, 500, 20500, 28000)


def test_it_does_not_guess_at_a_band_that_is_not_known() -> None:
    assert position(300, replace(POOL, b351_400=None)) is None
    assert position(1201, POOL) is None


def test_it_says_what_ten_points_would_change() -> None:
    found = standing(485, POOL)
    # 495 is in 491 to 500: 500 + 20,000 + 5.5 x 100 = 21,050, which is 1,550 fewer than 22,600.
    assert (found.then.score, found.then.about, found.passed) == (495, 21050, 1550)
    assert standing(1195, POOL).then.score == 1200


def test_it_never_puts_a_higher_score_behind_a_lower_one() -> None:
    ahead = [position(score, POOL).about for score in range(1201)]
    assert ahead == sorted(ahead, reverse=True)
    assert ahead[0] <= 42800
