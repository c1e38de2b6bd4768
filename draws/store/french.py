"""French names: taken over where the French row is plainly about the same round."""

from django.utils.translation import gettext as _

from draws.families import family_of_french_label
from draws.models import Draw
from draws.sources.ircc import FrenchName, ParsedFrench
from draws.store.plan import doubt_of
from ingest import events
from ingest.records import Arrival, Doubt, Outcome
from ingest.revisions import revise
from publish import editions


def store(arrival: Arrival, parsed: ParsedFrench) -> Outcome:
    """Fill in or change the French names of known draws."""
    draws = {draw.number: draw for draw in Draw.objects.all()}
    known = [(draws[row.number], row) for row in parsed.names if row.number in draws]
    doubts = [doubt_of(problem) for problem in parsed.problems]
    doubts += [_doubt(draw, row) for draw, row in known if not _agrees(draw, row)]
    held = tuple(doubt for doubt in doubts if arrival.decision_on(doubt) is None)
    held_back = {doubt.key for doubt in held}
    changed = [
        (draw, row)
        for draw, row in known
        if row.name != draw.name_fr and draw.number not in held_back
    ]
    same = sum(row.name == draw.name_fr for draw, row in known)
    _write(arrival, changed)
    # A name can come before its round: the two files are fetched apart.
    early = len(known) < len(parsed.names)
    return Outcome(updated=len(changed), unchanged=same, held=held, ask_again=early)


def _agrees(draw: Draw, row: FrenchName) -> bool:
    facts = (draw.date, draw.invitations, draw.crs) == (row.date, row.invitations, row.crs)
    # An approved label may be of no family that the map knows yet.
    return facts and family_of_french_label(row.name) in (draw.family, None)


def _doubt(draw: Draw, row: FrenchName) -> Doubt:
    message = _("The French row of draw %(number)s does not agree with the English one.") % {
        "number": draw.number
    }
    raw = f"{row.date} {row.invitations} {row.crs} {row.name}"
    return Doubt(draw.number, "french-differs", message, raw)


def _write(arrival: Arrival, changed: list[tuple[Draw, FrenchName]]) -> None:
    if not changed:
        return
    edition = editions.advance(f"capture {arrival.capture.pk}")
    for draw, row in changed:
        old, draw.name_fr = draw.name_fr, row.name
        draw.save(update_fields=["name_fr"])
        kind = "figure.corrected" if old else "figure.completed"
        if old:
            revise(arrival, draw.subject, [("name_fr", old, row.name)], edition)
        events.emit(kind, draw.subject, edition, fields={"name_fr": [old, row.name]})
