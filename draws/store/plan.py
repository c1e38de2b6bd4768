"""What a body would change, worked out before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from draws.differences import Difference, between
from draws.families import FAMILIES
from draws.models import Draw
from draws.records import Problem, RoundRecord
from draws.store.doubts import Looking
from ingest.records import Arrival, Doubt

Changed = tuple[Draw, RoundRecord, list[Difference]]


@dataclass(slots=True)
class Plan:
    """What would be stored, worked out before anything is."""

    new: list[RoundRecord] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
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


def compare(records: Iterable[RoundRecord], draws: Mapping[str, Draw]) -> list[Changed]:
    """Every known round of a body with what it would change; unlike ones alone."""
    known = ((draws[record.number], record) for record in records if record.number in draws)
    pairs = ((draw, record, between(draw.record, record)) for draw, record in known)
    return [pair for pair in pairs if pair[2]]


def plan_for(
    arrival: Arrival,
    records: Sequence[RoundRecord],
    draws: Mapping[str, Draw],
    compared: Iterable[Changed],
    *,
    losses_are_known: bool,
) -> Plan:
    """`compared` is of `compare`. `losses_are_known`: lost values are in a doubt of their own
    about the body as a whole."""
    plan = Plan()
    looking = Looking.at(arrival, records, draws)
    for record in records:
        if record.number not in draws:
            doubts = looking.at_new(record)
            plan.doubts += doubts
            plan.new += [] if doubts else [record]
    for draw, record, differences in compared:
        found, left = looking.at_changed(draw, record, differences, losses=not losses_are_known)
        plan.doubts += found
        if left:
            plan.changed.append((draw, record, left))
    known = sum(record.number in draws for record in records)
    plan.unchanged = known - len(plan.changed)
    return plan
