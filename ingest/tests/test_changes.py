"""The kinds of changes, and how each is told."""

from datetime import UTC, datetime

import pytest

from ingest.changes import Change, Kind, is_mass, kind_of
from ingest.models import Capture, Event, Revision, Source
from ingest.records import Arrival, Seen
from ingest.revisions import tell

NOW = datetime(2026, 2, 17, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("was_known", "is_known", "kind"),
    [
        (False, True, Kind.COMPLETION),
        (True, True, Kind.CORRECTION),
        (True, False, Kind.LOSS),
    ],
)
def test_it_tells_a_completion_a_correction_and_a_loss_apart(was_known, is_known, kind):
    assert kind_of(was_known=was_known, is_known=is_known) is kind


@pytest.mark.parametrize(
    ("changed", "published", "mass"),
    [(4, 4, False), (5, 5, True), (5, 100, False), (6, 100, True), (22, 448, False)],
)
def test_it_takes_more_than_a_twentieth_for_a_mass(changed, published, mass):
    assert is_mass(changed, published) is mass


@pytest.mark.django_db
def test_it_writes_an_event_for_each_kind_and_no_revision_for_a_completion():
    source = Source.objects.create(key="x")
    capture = Capture.objects.create(
        source=source, sha256="b" * 64, packed=b"", size=0, via="fetch", fetched_at=NOW
    )
    arrival = Arrival(capture, b"", NOW, before=Seen(NOW, "a" * 64))
    changes = [
        Change("crs", "507", "508", Kind.CORRECTION),
        Change("date", "2026-02-16", "2026-02-17", Kind.CORRECTION),
        Change("held_at", "", "2026-02-17T11:33:44Z", Kind.COMPLETION),
        Change("tie_break_at", "2025-03-16T09:35:59Z", "", Kind.LOSS),
    ]
    tell(arrival, "draw/396", changes, 7)
    assert dict(Event.objects.values_list("kind", "payload")) == {
        "figure.completed": {"fields": {"held_at": ["", "2026-02-17T11:33:44Z"]}},
        "figure.corrected": {
            "fields": {"crs": ["507", "508"], "date": ["2026-02-16", "2026-02-17"]}
        },
        "figure.withdrawn": {"fields": {"tie_break_at": ["2025-03-16T09:35:59Z", ""]}},
    }
    assert set(Revision.objects.values_list("field", flat=True)) == {"crs", "date", "tie_break_at"}
    revision = Revision.objects.get(field="crs")
    assert (revision.old_sha256, revision.new_sha256) == ("a" * 64, "b" * 64)
    assert (revision.was_seen_at, revision.edition) == (NOW, 7)
