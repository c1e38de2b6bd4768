"""The one place that writes provincial rows: compares what came with the record, stores what is
sound.

Everything here runs inside the transaction that `ingest.pipeline` opens, so rows, revisions,
events and the edition appear together or not at all. A day goes in whole or not at all: half a
day is a wrong sum.
"""

from datetime import datetime

from ingest.models import Capture
from ingest.records import Arrival, Doubt, Outcome, Refused
from pnp import bundle, registry, table
from pnp.records import Parsed, Unreadable
from pnp.store.doubts import held_days, row_doubts, whole_doubts
from pnp.store.names import known_names
from pnp.store.plan import Plan, plan_for
from pnp.store.rules import Rules
from pnp.store.write import write

__all__ = ["preview_table", "store_bundle", "store_page", "store_table"]


def store_page(arrival: Arrival) -> Outcome:
    """Store a page of a province; the source's key says which."""
    province, feed = registry.feed(arrival.capture.source.key)
    rules = Rules.of_feed(province, feed)
    try:
        parsed = feed.parse(arrival.body, known_names(arrival, province.code))
    except Unreadable as unreadable:
        why = str(unreadable)
        return _held_whole(Doubt("", "unreadable", why, why))
    plan = plan_for(arrival, parsed, rules)
    whole = whole_doubts(arrival, parsed, plan, rules)
    if whole:
        return _held_whole(*whole)
    doubts = row_doubts(arrival, parsed, province)
    plan.hold_back(held_days(parsed, doubts))
    return _written(arrival, plan, doubts)


def store_bundle(arrival: Arrival) -> Outcome:
    """Store the rows that come with Cutline."""
    return _written(arrival, plan_for(arrival, bundle.parsed(), Rules.of_lines()), [])


def store_table(arrival: Arrival) -> Outcome:
    """Store an editor's table: all of it, or nothing if one line is in doubt."""
    plan, read = _plan_of_table(arrival)
    faults = [*(fault.text for fault in read.faults), *(doubt.message for doubt in plan.doubts)]
    if faults:
        raise Refused(" ".join(faults[:5]))
    return _written(arrival, plan, [])


def preview_table(body: bytes, now: datetime) -> tuple[Plan, table.Read]:
    """What an editor's table would change, and what in it cannot be read. Writes nothing."""
    return _plan_of_table(Arrival(Capture(), body, now))


def _plan_of_table(arrival: Arrival) -> tuple[Plan, table.Read]:
    read = table.read(arrival.body, known_names(arrival))
    parsed = Parsed(rows=tuple(read.rows), totals=read.totals)
    return plan_for(arrival, parsed, Rules.of_lines()), read


def _held_whole(*doubts: Doubt) -> Outcome:
    return Outcome(stored=False, held=doubts, remarks=tuple(doubt.message for doubt in doubts))


def _written(arrival: Arrival, plan: Plan, doubts: list[Doubt]) -> Outcome:
    write(arrival, plan)
    return Outcome(
        created=plan.created,
        updated=plan.updated,
        unchanged=plan.unchanged,
        held=(*doubts, *plan.doubts),
    )
