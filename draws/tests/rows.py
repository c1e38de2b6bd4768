"""Rows for tests of pages: a draw with plain values, each of which a test may set."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from draws.models import Draw, PoolCount
from draws.records import PoolRecord, serial_of
from ingest.models import Capture, Source
from publish import editions

SEEN = datetime(2026, 2, 17, 16, 13, tzinfo=UTC)

POOL = {
    "b601_1200": 280, "b501_600": 16559, "b451_500": 73609, "b491_500": 13504, "b481_490": 13248,
    "b471_480": 16531, "b461_470": 15426, "b451_460": 14900, "b401_450": 64305,
    "b441_450": 14142, "b431_440": 14239, "b421_430": 12425, "b411_420": 12183,
    "b401_410": 11316, "b351_400": 53650, "b301_350": 19009, "b0_300": 8283, "total": 235695,
}  # fmt: skip


def capture(via: str = Capture.Via.FETCH) -> Capture:
    # A site that has rows has an edition; the first page need not make it.
    editions.current()
    source, _ = Source.objects.get_or_create(key="ircc")
    kept, _ = Capture.objects.get_or_create(
        source=source,
        sha256=via.ljust(64, "0"),
        via=via,
        defaults={"packed": b"", "size": 0, "fetched_at": SEEN},
    )
    return kept


def pool(as_of: date = date(2026, 2, 15), /, **figures: int | None) -> PoolCount:
    return PoolCount.of(PoolRecord(**{**POOL, **figures}), as_of)


def unsaved(number: str, **values: Any) -> Draw:
    own = {
        "date": date(2026, 2, 17),
        "family": "cec",
        "name": "Canadian Experience Class",
        "invitations": 6000,
        "crs": 508,
        "tie_break_at": datetime(2025, 3, 16, 9, 35, 59, tzinfo=UTC),
        "held_at": datetime(2026, 2, 17, 11, 33, 44, tzinfo=UTC),
        "first_seen_at": SEEN,
    }
    own |= values
    own.setdefault("first_capture", capture())
    return Draw(number=number, serial=serial_of(number), **own)


def draw(number: str, **values: Any) -> Draw:
    made = unsaved(number, **values)
    made.save()
    return made


def many(
    count: int, *, first: int = 1, families: tuple[str, ...] = ("cec", "pnp", "french")
) -> None:
    """That many draws, one a day since 2015, taking turns in their families."""
    kept = capture()
    start = date(2015, 1, 31)
    Draw.objects.bulk_create(
        unsaved(
            str(number),
            date=start + timedelta(days=number),
            family=families[number % len(families)],
            crs=400 + number % 150,
            held_at=None,
            first_capture=kept,
        )
        for number in range(first, first + count)
    )
