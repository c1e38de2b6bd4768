"""What a body would change, worked out before anything is written."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from draws.differences import (
    Difference,
    Kind,
    as_text,
    between,
    mass_change,
    published_figures,
)
from draws.families import FAMILIES
from draws.models import Draw
from draws.records import Problem, RoundRecord
from ingest.records import Arrival, Doubt

# A count that turns up on a round this old was typed in by somebody: an editor looks first.
OLD_ROUND = timedelta(days=60)


@dataclass(slots=True)
class Plan:
    """What would be stored, worked out before anything is."""

    new: list[RoundRecord] = field(default_factory=list)
    changed: list[tuple[Draw, RoundRecord, list[Difference]]] = field(default_factory=list)
    unchanged: int = 0
    doubts: list[Doubt] = field(default_factory=list)


def judge(arrival: Arrival, problems: Sequence[Problem]) -> tuple[list[RoundRecord], list[Doubt]]:
    """Split the adapter's problems into rows that an editor accepted, and doubts."""
    accepted, doubts = [], []
    for problem in problems:
        doubt = doubt_of(problem)
        decision = arrival.decision_on(doubt)
        if decision is None:
            doubts.append(doubt)
        elif problem.record is not None:
            accepted.append(_with_family(problem.record, decision.choice))
    return accepted, doubts


def doubt_of(problem: Problem) -> Doubt:
    """An adapter's problem as the doubt that an editor is shown."""
    choices: tuple[tuple[str, str], ...] = ()
    if problem.code == "unknown-label":
        choices = tuple((slug, str(family.official)) for slug, family in FAMILIES.items())
    return Doubt(problem.key, problem.code, problem.message, problem.raw, choices)


def _with_family(record: RoundRecord, choice: str) -> RoundRecord:
    return replace(record, family=choice) if record.family is None else record


def plan_for(arrival: Arrival, records: Iterable[RoundRecord], draws: dict[str, Draw]) -> Plan:
    plan = Plan()
    records = list(records)
    dates = [draw.date for draw in draws.values()]
    dates += [record.date for record in records if not _in_future(arrival, record)]
    newest = max(dates, default=None)
    for record in records:
        draw = draws.get(record.number)
        if draw is None:
            _plan_new(arrival, record, plan)
            continue
        differences = _without_doubts(arrival, draw, record, newest, plan)
        if differences:
            plan.changed.append((draw, record, differences))
        else:
            plan.unchanged += 1
    return plan


def _plan_new(arrival: Arrival, record: RoundRecord, plan: Plan) -> None:
    doubt = _future_doubt(arrival, record)
    if doubt is None:
        plan.new.append(record)
    else:
        plan.doubts.append(doubt)


def _in_future(arrival: Arrival, record: RoundRecord) -> bool:
    return record.date > arrival.seen_at.date() + timedelta(days=1)


def _future_doubt(arrival: Arrival, record: RoundRecord) -> Doubt | None:
    """The doubt about a date to come; None where there is none or an editor accepted it."""
    if not _in_future(arrival, record):
        return None
    message = _("Draw %(number)s is dated %(date)s, after the day it was fetched (%(seen)s).") % {
        "number": record.number,
        "date": record.date,
        "seen": arrival.seen_at.date(),
    }
    doubt = Doubt(record.number, "future-date", message, as_text(record.date))
    return None if arrival.decision_on(doubt) else doubt


def _without_doubts(
    arrival: Arrival, draw: Draw, record: RoundRecord, newest: date | None, plan: Plan
) -> list[Difference]:
    """The differences that may be published; the rest become doubts."""
    differences = between(draw.record, record)
    moved = _future_doubt(arrival, record) if record.date != draw.date else None
    if moved is not None:
        # A slip in the year seldom comes alone: nothing else of this row is taken either.
        plan.doubts.append(moved)
        return []
    doubts = {
        "pool-on-old-round": _late_pool(arrival, draw, differences, newest),
        "value-gone": [d for d in differences if d.kind is Kind.LOSS],
    }
    for code, doubtful in doubts.items():
        if not doubtful:
            continue
        doubt = _doubt_about(draw, code, doubtful)
        if arrival.decision_on(doubt) is None:
            plan.doubts.append(doubt)
            differences = [d for d in differences if d not in doubtful]
    return differences


def _late_pool(
    arrival: Arrival, draw: Draw, differences: list[Difference], newest: date | None
) -> list[Difference]:
    """Bands that appear where there was no count, on a round that is long past.

    Past by the record (the newest round is much later) or by our own watch (we have had the
    round for long): the first holds when history is replayed, the second when nothing is drawn.
    """
    if draw.pool is not None:
        return []
    by_record = newest is not None and newest - draw.date > OLD_ROUND
    by_watch = arrival.seen_at - draw.first_seen_at > OLD_ROUND
    if not (by_record or by_watch):
        return []
    return [d for d in differences if d.of_pool]


def _doubt_about(draw: Draw, code: str, doubtful: list[Difference]) -> Doubt:
    raw = json.dumps({d.field: [as_text(d.old), as_text(d.new)] for d in doubtful})
    listed = ", ".join(f"{d.field} {as_text(d.old)!r} → {as_text(d.new)!r}" for d in doubtful[:6])
    texts = {
        "pool-on-old-round": _("Draw %(number)s of %(date)s now carries a pool count: %(listed)s"),
        "value-gone": _("Draw %(number)s of %(date)s lost a published value: %(listed)s"),
    }
    message = texts[code] % {"number": draw.number, "date": draw.date, "listed": listed}
    return Doubt(draw.number, code, message, raw)


def mass_doubt(arrival: Arrival, plan: Plan, draws: Iterable[Draw]) -> Doubt | None:
    """The doubt about a body that would change too much at once; None if it is sound."""
    differences = [d for _draw, _record, found in plan.changed for d in found]
    mass_field = mass_change(differences, published_figures(draw.record for draw in draws))
    if not mass_field:
        return None
    rounds = sum(d.field == mass_field for d in differences)
    message = _(
        "The file changes %(field)s of %(rounds)s published rounds at once. Nothing was stored."
    ) % {"field": mass_field, "rounds": rounds}
    doubt = Doubt("", "mass-change", message, arrival.capture.sha256)
    return None if arrival.decision_on(doubt) else doubt
