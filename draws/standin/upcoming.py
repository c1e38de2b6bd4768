"""The round after the newest one: invented, plausible, and the same each time it is asked for."""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from draws.records import BANDS, POOL_FIELDS, TOTAL_FIELD, PoolRecord, RoundRecord, serial_of
from draws.standin.wishes import day_wished, family_wished, with_wishes

# Families of today, in an order like that of 2026.
ROTATION = (
    "pnp",
    "cec",
    "french",
    "health",
    "physicians",
    "trades",
    "senior-managers",
    "transport",
    "education",
    "stem",
)
_SATURDAY = 5


def next_round(known: Sequence[RoundRecord], wishes: Mapping[str, Any]) -> RoundRecord:
    """The round after the last of `known` (oldest first), like the last one of its family.

    `wishes` are those of `draws.standin.wishes`. Raises BadWish.
    """
    newest = known[-1]
    number = serial_of(newest.number) // 10 + 1
    family = family_wished(wishes) or ROTATION[(number - 448) % len(ROTATION)]
    model = next((each for each in reversed(known) if each.family == family), newest)
    day = day_wished("date", wishes["date"]) if "date" in wishes else _day_after(newest.date)
    return with_wishes(_like(model, str(number), day, known), wishes)


def _like(model: RoundRecord, number: str, day: date, known: Sequence[RoundRecord]) -> RoundRecord:
    chance = random.Random(number)  # noqa: S311 - the same number, the same round
    size = round(model.invitations * chance.uniform(0.8, 1.2))
    as_of, pool = _count_on(day, known, chance)
    return RoundRecord(
        number=number,
        date=day,
        name=model.name,
        name_fr=model.name_fr,
        family=model.family,
        programs=model.programs,
        invitations=max(1, round(size, -3) if size >= 1000 else size),
        crs=max(1, min(1200, model.crs + chance.randint(-6, 6))),
        tie_break_at=_clock(day - timedelta(days=chance.randint(3, 240)), chance, 0, 23),
        tie_break_text="",
        held_at=_clock(day, chance, 10, 16),
        held_at_text="",
        pool_as_of=as_of,
        pool=pool,
    )


def _day_after(day: date) -> date:
    """The next working day."""
    day += timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def _clock(day: date, chance: random.Random, first: int, last: int) -> datetime:
    at = time(chance.randint(first, last), chance.randint(0, 59), chance.randint(0, 59))
    return datetime.combine(day, at, UTC)


def _count_on(
    day: date, known: Sequence[RoundRecord], chance: random.Random
) -> tuple[date | None, PoolRecord | None]:
    """A count of the Sunday before the round, or the newest one if that is not older."""
    counts = [(each.pool_as_of, each.pool) for each in reversed(known) if each.pool]
    sunday = day - timedelta(days=(day.weekday() + 1) % 7)
    if not counts:
        return sunday, None
    as_of, pool = counts[0]
    if as_of and sunday <= as_of:
        return as_of, pool
    return sunday, _moved(next((each for _, each in counts if _is_complete(each)), pool), chance)


def _is_complete(pool: PoolRecord) -> bool:
    return all(getattr(pool, field) is not None for field in POOL_FIELDS.values())


def _moved(pool: PoolRecord, chance: random.Random) -> PoolRecord:
    """A count a little off this one; every sum in it is right."""
    figures = {
        band.field: (getattr(pool, band.field) or 0) * chance.randint(985, 1015) // 1000
        for band in BANDS
    }
    for whole in {band.part_of for band in BANDS if band.part_of}:
        figures[whole] = sum(figures[band.field] for band in BANDS if band.part_of == whole)
    total = sum(figures[band.field] for band in BANDS if band.part_of is None)
    return PoolRecord(**figures, **{TOTAL_FIELD: total})
