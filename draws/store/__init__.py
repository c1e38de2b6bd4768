"""The one place that writes draws: compares a source with the record and stores what is sound.

Everything here runs inside the transaction that `ingest.pipeline` opens, so rows, revisions,
events and the edition appear together or not at all.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from django.utils.translation import ngettext

from draws import bundle, earlier
from draws.models import Draw
from draws.records import Parsed, Problem, RoundRecord, Unreadable, serial_of
from draws.sources import ircc
from draws.store import changes, french
from draws.store.doubts import doubtful_body, mass_doubt
from draws.store.plan import Changed, compare, judge, plan_for
from draws.store.write import write
from ingest.records import Arrival, Doubt, Outcome, Refused

Read = TypeVar("Read")


def store_rounds(arrival: Arrival) -> Outcome:
    """Store the English feed of rounds."""
    return _store(arrival, _read(arrival, lambda body: ircc.parse(body, _labels(arrival))))


def store_bundle(arrival: Arrival) -> Outcome:
    """Store the rounds that come with Cutline."""
    return _store(arrival, Parsed(bundle.rounds(), ()))


def store_changes(arrival: Arrival) -> Outcome:
    """Store what the source changed before this site was there."""
    return changes.store(arrival, earlier.changes())


def store_french_names(arrival: Arrival) -> Outcome:
    """Store the names of the French feed, where its figures agree with the record."""
    return french.store(
        arrival, _read(arrival, lambda body: ircc.read_french(body, _labels(arrival)))
    )


def _labels(arrival: Arrival) -> dict[str, str]:
    """Labels that editors gave a family, once for every later row that carries them."""
    return {made.raw: made.choice for made in arrival.decisions if made.code == "unknown-label"}


def _read(arrival: Arrival, parse: Callable[[bytes], Read]) -> Read:
    try:
        return parse(arrival.body)
    except Unreadable as unreadable:
        raise Refused(str(unreadable)) from unreadable


def _store(arrival: Arrival, parsed: Parsed) -> Outcome:
    draws = {draw.number: draw for draw in Draw.objects.select_related("pool")}
    accepted, doubts = judge(arrival, parsed.problems)
    records = [*parsed.records, *accepted]
    compared = compare(records, draws)
    whole = _whole_doubts(arrival, draws, compared, len(doubts), len(records) + len(doubts))
    plan = plan_for(arrival, records, draws, compared, losses_are_known=bool(whole))
    plan.doubts += doubts
    waiting = [doubt for doubt in whole if arrival.decision_on(doubt) is None]
    if waiting:
        remarks = tuple(doubt.message for doubt in waiting)
        return Outcome(stored=False, held=(*waiting, *plan.doubts), remarks=remarks)
    write(arrival, plan, first_fill=not draws)
    return Outcome(
        created=len(plan.new),
        updated=len(plan.changed),
        unchanged=plan.unchanged,
        held=tuple(plan.doubts),
        remarks=_remarks(draws, records, parsed.problems),
    )


def _whole_doubts(
    arrival: Arrival, draws: dict[str, Draw], compared: list[Changed], in_doubt: int, rows: int
) -> list[Doubt]:
    differences = [each for _draw, _record, found in compared for each in found]
    found = (
        mass_doubt(arrival, differences, draws.values()),
        doubtful_body(arrival, in_doubt, rows),
    )
    return [doubt for doubt in found if doubt is not None]


def _remarks(
    draws: dict[str, Draw], records: Iterable[RoundRecord], problems: Sequence[Problem]
) -> tuple[str, ...]:
    present = {record.number for record in records} | {problem.key for problem in problems}
    missing = sorted(draws.keys() - present, key=serial_of, reverse=True)
    if not missing:
        return ()
    listed = ", ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
    text = ngettext(
        "The source lacks %(count)s known round (%(listed)s). It stays published.",
        "The source lacks %(count)s known rounds (%(listed)s). They stay published.",
        len(missing),
    )
    return (text % {"count": len(missing), "listed": listed},)
