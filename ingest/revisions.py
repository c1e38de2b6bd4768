"""What a source changed after publishing it, on the record: one row for each value."""

from collections.abc import Iterable

from ingest.models import Revision
from ingest.records import Arrival

# A field, the text that was published, and the text that is there now.
Changed = tuple[str, str, str]


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
