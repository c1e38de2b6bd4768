"""What can be said of one draw, of two draws of a family, of a family up to a draw, of a pool.

Figures that are reckoned carry their unit, so that "one point" and "40 points" are both right.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime

from draws.models import Draw, PoolCount
from draws.models.draw import Standing
from draws.records import BANDS, Band
from publish import formats
from publish.figures import Figure

# Points that a nomination adds; a nominee's cut-off includes them.
NOMINATION = 600
# Longer ages and pauses are told in months, weeks and years.
DAYS_TOLD, WEEKS_TOLD = 60, 104


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _day(day: date | None) -> Figure | None:
    return Figure(formats.long_day(day), day.isoformat()) if day else None


def _tie_break(draw: Draw) -> Figure | None:
    at = draw.tie_break_at
    return Figure(formats.long_moment(at), _moment(at)) if at else None


def _time(draw: Draw) -> Figure | None:
    return Figure(formats.clock(draw.held_at), _moment(draw.held_at)) if draw.held_at else None


def _tie_break_age(draw: Draw) -> Figure | None:
    if draw.tie_break_at is None:
        return None
    submitted = draw.tie_break_at.astimezone(UTC).date()
    return Figure(_age(submitted, draw.date)) if submitted < draw.date else None


def _age(first: date, last: date) -> str:
    """45 days; from two months on whole months: "11 months", "more than 11 months"."""
    days = (last - first).days
    if days < DAYS_TOLD:
        return formats.counted(days, "day")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    text = formats.counted(months, "month")
    return text if last.day == first.day else formats.more_than(text)


def _pool_age(draw: Draw) -> Figure | None:
    if draw.pool_as_of is None or draw.pool_as_of > draw.date:
        return None
    return Figure(formats.counted((draw.date - draw.pool_as_of).days, "day"))


def _own_points(draw: Draw) -> Figure | None:
    return Figure(str(draw.crs - NOMINATION)) if draw.crs >= NOMINATION else None


FACTS: dict[str, Callable[[Draw], Figure | None]] = {
    "number": lambda draw: Figure(draw.number),
    "crs": lambda draw: Figure(str(draw.crs)),
    "crs-without-nomination": _own_points,
    "invitations": lambda draw: Figure(formats.figure(draw.invitations)),
    "date": lambda draw: _day(draw.date),
    "full-date": lambda draw: Figure(formats.weekday_day(draw.date), draw.date.isoformat()),
    "month": lambda draw: Figure(formats.month(draw.date), f"{draw.date:%Y-%m}"),
    "year": lambda draw: Figure(str(draw.date.year)),
    "time": _time,
    "tie-break": _tie_break,
    "tie-break-age": _tie_break_age,
    "as-on": lambda draw: _day(draw.pool_as_of),
    "pool-age": _pool_age,
    "name": lambda draw: Figure(draw.printed_name),
    "family": lambda draw: Figure(str(draw.kind.name)),
}


def _weeks(draw: Draw, previous: Draw) -> Figure:
    """12 weeks; from two years on "more than 2 years"."""
    weeks = (draw.date - previous.date).days // 7
    if weeks < WEEKS_TOLD:
        return Figure(formats.counted(weeks, "week"))
    same_day_passed = (draw.date.month, draw.date.day) >= (previous.date.month, previous.date.day)
    years = draw.date.year - previous.date.year - (not same_day_passed)
    return Figure(formats.more_than(formats.counted(years, "year")))


# Against the draw before in the same family.
CHANGES: dict[str, Callable[[Draw, Draw], Figure]] = {
    "change": lambda draw, previous: Figure(formats.change(draw.crs - previous.crs)),
    "invitations-change": lambda draw, previous: Figure(
        formats.change(draw.invitations - previous.invitations)
    ),
    "points": lambda draw, previous: Figure(formats.counted(abs(draw.crs - previous.crs), "point")),
    "invitations-difference": lambda draw, previous: Figure(
        formats.figure(abs(draw.invitations - previous.invitations))
    ),
    "days-since": lambda draw, previous: Figure(
        formats.counted((draw.date - previous.date).days, "day")
    ),
    "weeks-since": _weeks,
}


# Of a family up to and with the draw.
STANDINGS: dict[str, Callable[[Standing], Figure]] = {
    "ordinal": lambda standing: Figure(formats.ordinal(standing.ordinal)),
    "ordinal-in-year": lambda standing: Figure(formats.ordinal(standing.in_year)),
    "draws-in-year": lambda standing: Figure(formats.figure(standing.in_year)),
    "invited-in-year": lambda standing: Figure(formats.figure(standing.invited)),
}


def band_of(score: int, pool: PoolCount) -> Band | None:
    """The narrowest band with a count that holds a score."""
    holding = [
        band
        for band in BANDS
        if band.low <= score <= band.high and getattr(pool, band.field) is not None
    ]
    return min(holding, key=lambda band: band.high - band.low, default=None)


def _band_label(draw: Draw, pool: PoolCount) -> Figure | None:
    band = band_of(draw.crs, pool)
    return Figure(formats.span(band.low, band.high)) if band else None


def _band_count(draw: Draw, pool: PoolCount) -> Figure | None:
    band = band_of(draw.crs, pool)
    return Figure(formats.figure(getattr(pool, band.field))) if band else None


def count_above(score: int, pool: PoolCount) -> int | None:
    """How many stand in the bands above that of a score; None where a band is not known, and
    where none is higher. Ten-point bands are added within their own wide band."""
    band = band_of(score, pool)
    if band is None or band.high == BANDS[0].high:
        return None
    counts = [
        getattr(pool, each.field)
        for each in BANDS
        if each.low > band.high and each.part_of in (None, band.part_of)
    ]
    return None if None in counts else sum(counts)


def _above_band(draw: Draw, pool: PoolCount) -> Figure | None:
    count = count_above(draw.crs, pool)
    return None if count is None else Figure(formats.figure(count))


def _total(_draw: Draw, pool: PoolCount) -> Figure | None:
    return None if pool.total is None else Figure(formats.figure(pool.total))


# Of the count that is printed with a draw.
COUNTS: dict[str, Callable[[Draw, PoolCount], Figure | None]] = {
    "pool-total": _total,
    "cut-off-band": _band_label,
    "cut-off-band-count": _band_count,
    "above-band-count": _above_band,
}
