"""Doubts about a page as a whole, and about rows that its adapter could not place."""

import datetime as dt
from collections import Counter

from django.utils.translation import gettext as _

from ingest.changes import is_mass
from ingest.models import Source
from ingest.records import Arrival, Doubt
from pnp.models import StreamAlias
from pnp.programs import Province
from pnp.records import Parsed, Problem, RowRecord, Unreadable
from pnp.store.names import NEW
from pnp.store.plan import Plan, corrections
from pnp.store.review import in_words
from pnp.store.rules import Rules


def whole_doubts(arrival: Arrival, parsed: Parsed, plan: Plan, rules: Rules) -> list[Doubt]:
    """Why nothing of the page may be stored until an editor says so; empty if it is sound."""
    found = [
        Doubt("", problem.code, problem.message, problem.raw)
        for problem in parsed.problems
        if problem.whole
    ]
    found += filter(None, [_shrunk(arrival, parsed, rules), _mass_change(arrival, parsed, plan)])
    return [doubt for doubt in found if arrival.decision_on(doubt) is None]


def _shrunk(arrival: Arrival, parsed: Parsed, rules: Rules) -> Doubt | None:
    """Rows that the last stored page of this source had, in years that this one still lists."""
    before = _last_page(arrival, rules)
    if before is None:
        return None
    years = {record.date.year for record in parsed.rows} | {
        problem.date.year for problem in parsed.problems if problem.date
    }
    doubtful = {problem.date for problem in parsed.problems}
    had = [
        record
        for record in before.rows
        if record.date not in doubtful and (record.date.year in years or not years)
    ]
    missing = Counter(map(_place_of, had)) - Counter(map(_place_of, parsed.rows))
    if len(parsed.rows) >= len(had) or not missing:
        return None
    gone = [record for record in had if missing[_place_of(record)]]
    listed = "; ".join(f"{each.date} {in_words(each)}" for each in gone[:8])
    message = _("The page has %(now)s rows where it had %(before)s. It lacks: %(rows)s") % {
        "now": len(parsed.rows),
        "before": len(had),
        "rows": listed + (" …" if len(gone) > 8 else ""),
    }
    return Doubt("", "fewer-rows", message, listed)


def _last_page(arrival: Arrival, rules: Rules) -> Parsed | None:
    source = Source.objects.select_related("stored_capture").get(pk=arrival.capture.source_id)
    last = source.stored_capture
    if last is None or last.pk == arrival.capture.pk or rules.feed is None:
        return None
    province = rules.feed.key.split("-")[1]
    try:
        return rules.feed.parse(last.body, StreamAlias.objects.texts_of(province))
    except Unreadable:  # an adapter that has changed since says nothing about this page
        return None


def _place_of(record: RowRecord) -> tuple[dt.date, str]:
    return (record.date, record.stream)


def _mass_change(arrival: Arrival, parsed: Parsed, plan: Plan) -> Doubt | None:
    changed = len(corrections(plan.days))
    if not is_mass(changed, len(parsed.rows)):
        return None
    message = _("The page changes %(count)s published figures at once. Nothing was stored.") % {
        "count": changed
    }
    return Doubt("", "mass-change", message, arrival.capture.sha256)


def row_doubts(arrival: Arrival, parsed: Parsed, province: Province) -> list[Doubt]:
    """One doubt per problem that no editor has decided yet."""
    found = [_doubt(problem, province) for problem in parsed.problems if not problem.whole]
    return [doubt for doubt in found if arrival.decision_on(doubt) is None]


def _doubt(problem: Problem, province: Province) -> Doubt:
    if problem.code != "unknown-stream":
        key = f"pnp/{province.code}/{problem.date}" if problem.date else ""
        return Doubt(key, problem.code, problem.message, problem.raw)
    choices = tuple((stream.slug, stream.label) for stream in province.streams)
    new = (NEW, _("A new stream, under its printed name"))
    return Doubt(problem.raw, problem.code, problem.message, problem.raw, (*choices, new))


def held_days(parsed: Parsed, doubts: list[Doubt]) -> set[dt.date]:
    """The days that a doubtful row belongs to."""
    waiting = {(doubt.code, doubt.raw) for doubt in doubts}
    return {
        problem.date
        for problem in parsed.problems
        if problem.date and (problem.code, problem.raw) in waiting
    }
