"""What a source changed after publishing it, on the record: events, and a row for each value."""

from collections.abc import Iterable, Sequence

from ingest import events
from ingest.changes import Change, Kind
from ingest.models import Revision
from ingest.records import Arrival

# A field, the text that was published, and the text that is there now.
Changed = tuple[str, str, str]


EVENTS = {
    Kind.COMPLETION: "figure.completed",
    Kind.CORRECTION: "figure.corrected",
    Kind.LOSS: "figure.withdrawn",
}


def tell(arrival: Arrival, subject: str, changes: Sequence[Change], edition: int) -> None:
    """An event for each kind of change of one subject, and a revision for each value that readers
    had seen."""
    for kind, name in EVENTS.items():
        texts = {each.field: [each.old, each.new] for each in changes if each.kind is kind}
        if texts:
            events.emit(name, subject, edition, fields=texts)
    seen = [each for each in changes if each.kind is not Kind.COMPLETION]
    if seen:
        revise(arrival, subject, ((each.field, each.old, each.new) for each in seen), edition)


def revise(arrival: Arrival, subject: str, changes: Iterable[Changed], edition: int) -> None:
    """Write the changes that an arrival makes to one subject. One query."""
    before = arrival.before
    Revision.objects.bulk_create(
        Revision(
            source_id=arrival.capture.source_id,
            subject=subject,
            field=field,
            old=old,
            new=new,
            capture=arrival.capture,
            seen_at=arrival.seen_at,
            edition=edition,
            was_seen_at=before.at if before else None,
            old_sha256=before.sha256 if before else "",
            new_sha256=arrival.capture.sha256,
        )
        for field, old, new in changes
    )
