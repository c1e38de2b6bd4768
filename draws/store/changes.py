"""Changes from before this site was there: revisions without news, each written once."""

from collections.abc import Iterable

from draws.earlier import Change
from draws.models import Draw
from ingest.models import Revision
from ingest.records import Arrival, Outcome
from publish import editions


def store(arrival: Arrival, changes: Iterable[Change]) -> Outcome:
    """Put the changes on record that are not there yet, of rounds that are. No events: readers
    and editors are told of what happens, not of what is found in an archive."""
    numbers = set(Draw.objects.values_list("number", flat=True))
    known = set(Revision.objects.of_draws().values_list("subject", "field", "old", "new"))
    wanted = [change for change in changes if change.number in numbers]
    missing = [change for change in wanted if _key(change) not in known]
    if missing:
        _write(arrival, missing)
    return Outcome(created=len(missing), unchanged=len(wanted) - len(missing))


def _key(change: Change) -> tuple[str, str, str, str]:
    return (_subject(change), change.field, change.old, change.new)


def _subject(change: Change) -> str:
    return f"draw/{change.number}"


def _write(arrival: Arrival, missing: Iterable[Change]) -> None:
    edition = editions.advance(f"capture {arrival.capture.pk}")
    Revision.objects.bulk_create(
        Revision(
            source_id=arrival.capture.source_id,
            subject=_subject(change),
            field=change.field,
            old=change.old,
            new=change.new,
            capture=arrival.capture,
            seen_at=change.first_new.taken_at,
            edition=edition,
            was_seen_at=change.last_old.taken_at,
            old_sha256=change.last_old.sha256,
            new_sha256=change.first_new.sha256,
        )
        for change in missing
    )
