"""What a body would change, worked out before anything is written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.changes import Kind
from ingest.records import Arrival, Doubt
from pnp.differences import Difference, applied, between
from pnp.models import Event, PeriodTotal, Row
from pnp.records import Count, MonthRecord, Parsed, RowRecord, Score, subject_of
from pnp.store import review
from pnp.store.match import pair_up
from pnp.store.rules import Rules

Changed = tuple[Row, RowRecord, list[Difference]]


@dataclass(slots=True)
class DayPlan:
    """What would become of one day of one province. `event` None: it is new."""

    province: str
    date: dt.date
    event: Event | None = None
    printed_total: int | None = None
    came: list[RowRecord] = field(default_factory=list)
    new: list[RowRecord] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    unchanged: int = 0

    @property
    def subject(self) -> str:
        return subject_of(self.province, self.date)

    @property
    def changes_anything(self) -> bool:
        return bool(self.new or self.changed or self.gone or self.total_changes)

    @property
    def total_changes(self) -> bool:
        before = self.event.printed_total if self.event else None
        return self.printed_total is not None and self.printed_total != before


@dataclass(slots=True)
class Plan:
    """All days and months of a body, and the doubts about single ones."""

    days: list[DayPlan] = field(default_factory=list)
    new_months: list[MonthRecord] = field(default_factory=list)
    changed_months: list[tuple[PeriodTotal, MonthRecord]] = field(default_factory=list)
    unchanged: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    first_fill: bool = False

    def hold_back(self, dates: set[dt.date]) -> None:
        """Leave out the days that have a doubtful row."""
        self.days = [day for day in self.days if day.date not in dates]

    @property
    def created(self) -> int:
        return sum(len(day.new) for day in self.days) + len(self.new_months)

    @property
    def updated(self) -> int:
        rows = sum(len(day.changed) + len(day.gone) for day in self.days)
        totals = sum(bool(day.event and day.total_changes) for day in self.days)
        return rows + totals + len(self.changed_months)

    @property
    def changes_anything(self) -> bool:
        days = any(day.changes_anything for day in self.days)
        return days or bool(self.new_months or self.changed_months)


def plan_for(arrival: Arrival, parsed: Parsed, rules: Rules) -> Plan:
    plan = Plan(first_fill=not Event.every.exists())
    waiting: list[DayPlan] = []
    for day in _days(parsed):
        _compare(day, rules)
        plan.unchanged += day.unchanged
        settled = review.settle(arrival, day, rules, plan.doubts)
        if settled is None:
            waiting.append(day)
        elif settled.changes_anything:
            plan.days.append(settled)
    plan.days = [day for day in plan.days if not _takes_over_from(waiting, day)]
    _plan_months(arrival, parsed, rules, plan)
    return plan


def _takes_over_from(waiting: list[DayPlan], day: DayPlan) -> bool:
    """Whether a new row may be one that left a day which waits: it must not count twice."""
    gone = {_likeness(row.record) for held in waiting for row in held.gone}
    return any(_likeness(record) in gone for record in day.new)


def _likeness(record: RowRecord) -> tuple[str, str, Count, Score]:
    return (record.stream, record.target, record.count, record.score)


def _days(parsed: Parsed) -> list[DayPlan]:
    rows: dict[tuple[str, dt.date], list[RowRecord]] = defaultdict(list)
    for record in parsed.rows:
        rows[record.province, record.date].append(record)
    known = {
        (event.province, event.date): event
        for event in Event.every.filter(
            province__in={province for province, _date in rows},
            date__in={date for _province, date in rows},
        ).with_all_rows()
    }
    return [
        DayPlan(*key, known.get(key), parsed.totals.get(key), came)
        for key, came in sorted(rows.items(), key=lambda item: (item[0][1], item[0][0]))
    ]


def _compare(day: DayPlan, rules: Rules) -> None:
    if day.event is None:
        day.new = day.came
        return
    standing = [row for row in day.event.rows.all() if row.withdrawn_at is None]
    whole_days = rules.feed is not None
    pairs, alone, day.new = pair_up(standing, day.came, reworded=whole_days)
    for row, record in pairs:
        differences = between(row.record, record)
        if differences:
            day.changed.append((row, applied(row.record, differences), differences))
        else:
            day.unchanged += 1
    day.gone = [row for row in alone if rules.lists_whole_days(row)]


def _plan_months(arrival: Arrival, parsed: Parsed, rules: Rules, plan: Plan) -> None:
    known = {(row.program, row.month): row for row in PeriodTotal.objects.all()}
    for record in parsed.months:
        row = known.get((record.program, record.month))
        if row is not None and row.record.count == record.count:
            plan.unchanged += 1
        elif review.may_store_month(arrival, record, row, rules, plan.doubts):
            if row is None:
                plan.new_months.append(record)
            else:
                plan.changed_months.append((row, record))


def corrections(days: Iterable[DayPlan]) -> list[Difference]:
    """Published figures that a body would change: the measure of a mass change."""
    return [
        difference
        for day in days
        for _row, _record, found in day.changed
        for difference in found
        if difference.field in ("invitations", "score") and difference.kind is not Kind.COMPLETION
    ]
