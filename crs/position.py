"""Where a score stands in the pool: how many people are ahead, and how sure that is. Pure.

A count of the pool says how many candidates are in a band, not where in it. So the figure has a
range: everybody in the own band may be ahead, or nobody.
"""

from dataclasses import dataclass
from typing import Any

from draws.records import BANDS, Band

TEN = 10


@dataclass(frozen=True, slots=True)
class Position:
    """People ahead of a score: `about` between `fewest` and `most`, of `total` in the pool.

    `low` and `high` are the ends of the band, `in_band` its candidates. People with the same
    score are ahead if they submitted earlier; half of them are counted.
    """

    score: int
    about: int
    fewest: int
    most: int
    low: int
    high: int
    in_band: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The position, and what more points would do: `passed` people fewer ahead, about."""

    now: Position
    points: int
    then: Position

    @property
    def passed(self) -> int:
        return self.now.about - self.then.about


def position(score: int, pool: Any) -> Position | None:
    """Where a score stands in a pool count (a PoolRecord, or whatever has its figures).

    None where a figure that this takes is not known.
    """
    bands = _finest(pool)
    if bands is None:
        return None
    own = next((each for each in bands if each[0].low <= score <= each[0].high), None)
    if own is None:
        return None
    band, count = own
    above = sum(number for other, number in bands if other.low > band.high)
    width = band.high - band.low + 1
    share = (band.high - score + 0.5) / width
    return Position(
        score=score,
        about=above + round(count * share),
        fewest=above,
        most=above + count,
        low=band.low,
        high=band.high,
        in_band=count,
        total=pool.total,
    )


def standing(score: int, pool: Any, points: int = TEN) -> Standing | None:
    """The position now, and with `points` more (1,200 at most)."""
    now, then = position(score, pool), position(min(score + points, BANDS[0].high), pool)
    return Standing(now, points, then) if now and then else None


def _finest(pool: Any) -> list[tuple[Band, int]] | None:
    """The narrowest known bands that cover all scores once, with their counts."""
    found: list[tuple[Band, int]] = []
    for band in BANDS:
        if band.part_of is not None:
            continue
        parts = [part for part in BANDS if part.part_of == band.field]
        counts = [getattr(pool, part.field) for part in parts]
        if parts and None not in counts:
            found.extend(zip(parts, counts, strict=True))
        elif (count := getattr(pool, band.field)) is not None:
            found.append((band, count))
        else:
            return None
    return found
