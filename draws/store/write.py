"""Writing a plan into the record, with its revisions, events and edition."""

from dataclasses import replace

from draws.differences import Difference
from draws.models import Draw, PoolCount
from draws.records import PoolRecord, RoundRecord, serial_of
from draws.store.plan import Plan
from ingest import events
from ingest.records import Arrival
from ingest.revisions import tell
from publish import editions

# More new rounds than this at once is a backfill: no news.
NEWS_AT_ONCE = 5


def write(arrival: Arrival, plan: Plan, *, first_fill: bool) -> None:
    if not (plan.new or plan.changed):
        return
    edition = editions.advance(f"capture {arrival.capture.pk}")
    backfill = first_fill or len(plan.new) > NEWS_AT_ONCE
    for record in sorted(plan.new, key=lambda record: serial_of(record.number)):
        _create(arrival, record, edition, backfill)
    for draw, record, differences in plan.changed:
        _update(arrival, draw, record, differences, edition)


def _create(arrival: Arrival, record: RoundRecord, edition: int, backfill: bool) -> None:
    draw = Draw(
        number=record.number,
        serial=serial_of(record.number),
        first_capture=arrival.capture,
        first_seen_at=arrival.seen_at,
    )
    _take_over(draw, record)
    draw.save(force_insert=True)
    events.emit("draw.published", draw.subject, edition, backfill=backfill)


def _take_over(draw: Draw, record: RoundRecord) -> None:
    for name in (
        *("date", "family", "name", "programs", "invitations", "crs", "pool_as_of"),
        *("tie_break_at", "tie_break_text", "held_at", "held_at_text"),
    ):
        setattr(draw, name, getattr(record, name))
    draw.name_fr = record.name_fr or draw.name_fr
    draw.pool = PoolCount.of(record.pool, record.pool_as_of) if record.pool else None


def _update(
    arrival: Arrival,
    draw: Draw,
    record: RoundRecord,
    differences: list[Difference],
    edition: int,
) -> None:
    _take_over(draw, _merged(draw.record, record, differences))
    draw.save()
    tell(arrival, draw.subject, [each.change for each in differences], edition)


def _merged(old: RoundRecord, new: RoundRecord, differences: list[Difference]) -> RoundRecord:
    """`old` with just these differences: what was held back keeps its published value."""
    values = {d.field: d.new for d in differences if not d.of_pool}
    for value, text in (("tie_break_at", "tie_break_text"), ("held_at", "held_at_text")):
        if value in values:
            values[text] = getattr(new, text)
    return replace(old, **values, pool=_merged_pool(old.pool, differences))


def _merged_pool(old: PoolRecord | None, differences: list[Difference]) -> PoolRecord | None:
    counts = {d.field.removeprefix("pool."): d.new for d in differences if d.of_pool}
    merged = replace(old or PoolRecord(), **counts)
    return None if merged == PoolRecord() else merged
