"""What of a day may be stored at once, and what waits for an editor."""

import json
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ingest.changes import Kind
from ingest.records import Arrival, Doubt
from pnp import registry
from pnp.differences import Difference, as_text
from pnp.models import PeriodTotal, Row
from pnp.notation import written_count, written_score
from pnp.records import MonthRecord, RowRecord
from pnp.store.rules import Rules

if TYPE_CHECKING:
    from pnp.store.plan import DayPlan


def settle(arrival: Arrival, day: "DayPlan", rules: Rules, doubts: list[Doubt]) -> "DayPlan | None":
    """The day as it may be stored now, None if all of it waits. Adds what waits to `doubts`."""
    if not day.changes_anything:
        return day
    for doubt in _doubts_about(arrival, day, rules):
        if arrival.decision_on(doubt) is None:
            doubts.append(doubt)
            return None
    return day


def _doubts_about(arrival: Arrival, day: "DayPlan", rules: Rules) -> list[Doubt]:
    found = []
    if (day.date - arrival.seen_at.date()).days > 1:
        found.append(_doubt(day, "future-date", _("%(event)s is dated after today.")))
    if rules.feed is None:  # an editor's own table: the preview has shown what it changes
        return found
    if rules.review and _adds_details_only(day):
        return found
    if rules.review:
        sentence = _("%(event)s is to be checked against its page: %(rows)s")
        return [*found, _doubt(day, "review", sentence)]
    if day.gone:
        sentence = _("%(event)s no longer has rows that were published: %(gone)s")
        found.append(_doubt(day, "row-gone", sentence))
    if any(_losses(day)):
        sentence = _("%(event)s lost a published figure: %(lost)s")
        found.append(_doubt(day, "value-gone", sentence))
    return found


def _doubt(day: "DayPlan", code: str, sentence: str) -> Doubt:
    values = {
        "event": f"{registry.province(day.province).label}, {day.date.isoformat()}",
        "rows": "; ".join(in_words(record) for record in day.came),
        "gone": "; ".join(in_words(row.record) for row in day.gone),
        "lost": "; ".join(f"{in_words(row.record)} {d.field}" for row, d in _losses(day)),
    }
    raw = json.dumps([[_facts(r) for r in day.came], [_facts(row.record) for row in day.gone]])
    return Doubt(day.subject, code, sentence % values, raw)


def _adds_details_only(day: "DayPlan") -> bool:
    """Nothing new, gone or changed: the page only tells more of rows that are published."""
    differences = [difference for _row, _record, found in day.changed for difference in found]
    figures = any(each.field in ("invitations", "score") for each in differences)
    completions = all(each.kind is Kind.COMPLETION for each in differences)
    return completions and not (day.new or day.gone or figures)


def _losses(day: "DayPlan") -> list[tuple[Row, Difference]]:
    return [
        (row, difference)
        for row, _record, found in day.changed
        for difference in found
        if difference.kind is Kind.LOSS
    ]


def _facts(record: RowRecord) -> list[str]:
    return [
        *(record.stream, record.target, record.unit, record.number),
        *(written_count(record.count), written_score(record.score)),
    ]


def in_words(record: RowRecord) -> str:
    """One row on one line, for an editor: stream, target, count, score."""
    stream = ", ".join(filter(None, [record.stream_text, record.target]))
    score = written_score(record.score)
    return f"{stream}: {written_count(record.count)}" + (f" ({score})" if score else "")


def may_store_month(
    arrival: Arrival,
    record: MonthRecord,
    row: PeriodTotal | None,
    rules: Rules,
    doubts: list[Doubt],
) -> bool:
    """Whether a month's total may be stored now. Adds the doubt otherwise."""
    lost = row is not None and row.record.count.is_known and not record.count.is_known
    if not (rules.review or lost):
        return True
    sentence = _("%(province)s, %(month)s: %(count)s, to be checked against its page.")
    values = {
        "province": registry.province(record.province).label,
        "month": f"{record.month:%Y-%m}",
        "count": as_text(record.count),
    }
    key = f"pnp/{record.province}/{record.month:%Y-%m}"
    doubt = Doubt(key, "review", sentence % values, written_count(record.count))
    if arrival.decision_on(doubt) is not None:
        return True
    doubts.append(doubt)
    return False
