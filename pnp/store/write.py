"""Writing a plan into the record, with its revisions, events and edition."""

from collections.abc import Iterable
from dataclasses import replace

from ingest import events
from ingest.changes import kind_of
from ingest.records import Arrival
from ingest.revisions import revise, tell
from pnp.differences import Difference, as_text
from pnp.models import Event, PeriodTotal, Row
from pnp.records import MonthRecord, RowRecord
from pnp.store.plan import DayPlan, Plan
from publish import editions

# More new events than this at once are a backfill: no news.
NEWS_AT_ONCE = 5


def write(arrival: Arrival, plan: Plan) -> None:
    if not plan.changes_anything:
        return
    writing = _Writing(arrival, editions.advance(f"capture {arrival.capture.pk}"))
    new = sum(day.event is None for day in plan.days)
    backfill = plan.first_fill or new > NEWS_AT_ONCE
    for day in plan.days:
        writing.day(day, backfill)
    for month in plan.new_months:
        writing.new_month(month, backfill)
    for row, record in plan.changed_months:
        writing.changed_month(row, record)


class _Writing:
    """One arrival on its way into the record, in one edition."""

    def __init__(self, arrival: Arrival, edition: int) -> None:
        self.arrival = arrival
        self.edition = edition

    def day(self, day: DayPlan, backfill: bool) -> None:
        event = day.event or self._new_event(day)
        for row, record, differences in day.changed:
            self._change(row, record, differences)
        self._withdraw(event, day.gone)
        rows = self._add(event, day.new, is_known=day.event is not None)
        self._total(event, day)
        if day.event is None:
            events.emit("pnp.published", event.subject, self.edition, backfill=backfill)
        elif rows:
            texts = [f"{row.stream_text} {row.target}".strip() for row in rows]
            events.emit("pnp.row-added", event.subject, self.edition, rows=texts)

    def _new_event(self, day: DayPlan) -> Event:
        return Event.every.create(
            province=day.province,
            date=day.date,
            printed_total=day.printed_total,
            first_capture=self.arrival.capture,
            first_seen_at=self.arrival.seen_at,
        )

    def _add(self, event: Event, records: Iterable[RowRecord], is_known: bool) -> list[Row]:
        known = Row.every.filter(event=event).as_printed() if is_known else ()
        taken = {row.record.key for row in known}
        rows = []
        for record in records:
            row = Row(
                event=event,
                first_capture=self.arrival.capture,
                first_seen_at=self.arrival.seen_at,
            )
            row.take_over(replace(record, evidence=record.evidence or "official"))
            row.place = _free_place(row, taken)
            taken.add(row.record.key)
            rows.append(row)
        Row.objects.bulk_create(rows)
        if rows and event.withdrawn_at:
            event.withdrawn_at = None
            event.save(update_fields=["withdrawn_at"])
        return rows

    def _change(self, row: Row, record: RowRecord, differences: list[Difference]) -> None:
        others = Row.every.filter(event=row.event_id).exclude(pk=row.pk).as_printed()
        row.take_over(record)
        row.place = _free_place(row, {other.record.key for other in others})
        row.save()
        self._tell(row.subject, differences)

    def _tell(self, subject: str, differences: list[Difference]) -> None:
        tell(self.arrival, subject, [each.change for each in differences], self.edition)

    def _withdraw(self, event: Event, gone: list[Row]) -> None:
        for row in gone:
            row.withdrawn_at = self.arrival.seen_at
            row.save(update_fields=["withdrawn_at"])
            lost = ("invitations", as_text(row.count), "")
            revise(self.arrival, row.subject, [lost], self.edition)
            events.emit("figure.withdrawn", row.subject, self.edition, row=str(row))
        if gone and not Row.objects.filter(event=event).exists():
            event.withdrawn_at = self.arrival.seen_at
            event.save(update_fields=["withdrawn_at"])

    def _total(self, event: Event, day: DayPlan) -> None:
        if day.event is None or not day.total_changes:
            return
        old, event.printed_total = event.printed_total, day.printed_total
        event.save(update_fields=["printed_total"])
        kind = kind_of(was_known=old is not None, is_known=True)
        self._tell(event.subject, [Difference("printed_total", old, day.printed_total, kind)])

    def new_month(self, record: MonthRecord, backfill: bool) -> None:
        row = PeriodTotal(
            program=record.program,
            month=record.month,
            first_capture=self.arrival.capture,
            first_seen_at=self.arrival.seen_at,
        )
        row.take_over(record)
        row.save(force_insert=True)
        events.emit("pnp.month-published", row.subject, self.edition, backfill=backfill)

    def changed_month(self, row: PeriodTotal, record: MonthRecord) -> None:
        old = row.record.count
        row.take_over(record)
        row.save()
        kind = kind_of(was_known=old.is_known, is_known=True)
        self._tell(row.subject, [Difference("invitations", old, record.count, kind)])


def _free_place(row: Row, taken: set[tuple[str, str, str, int]]) -> int:
    """The first place among equals that no row of the event has."""
    place = row.place
    while (row.program, row.stream, row.target, place) in taken:
        place += 1
    return place
