"""Editors' notes on draws: the only thing about a draw that a person writes."""

from typing import Any

from django.db import transaction

from draws.models import Draw
from ingest import events
from publish import editions


def set_note(draw: Draw, note_en: str, note_fr: str, by: Any) -> None:
    """Change the note of a draw, with an event that keeps the old text, and an edition."""
    with transaction.atomic():
        locked = Draw.objects.select_for_update().get(pk=draw.pk)
        old = {"note_en": locked.note_en, "note_fr": locked.note_fr}
        new = {"note_en": note_en.strip(), "note_fr": note_fr.strip()}
        changed = {name: [old[name], new[name]] for name in old if old[name] != new[name]}
        if not changed:
            return
        Draw.objects.filter(pk=draw.pk).update(**new)
        edition = editions.advance(f"note on {draw.subject}")
        events.emit("note.changed", draw.subject, edition, fields=changed, by=str(by))
