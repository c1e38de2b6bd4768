"""What editors write: notes on events, intake windows and allocations."""

from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict

from ingest import events
from pnp.models import Allocation, Event, Intake
from publish import editions


def set_note(event: Event, note_en: str, note_fr: str, by: Any) -> None:
    """Change the note of an event, with an outbox event that keeps the old text, and an edition."""
    with transaction.atomic():
        locked = Event.every.select_for_update().get(pk=event.pk)
        old = {"note_en": locked.note_en, "note_fr": locked.note_fr}
        new = {"note_en": note_en.strip(), "note_fr": note_fr.strip()}
        changed = {name: [old[name], new[name]] for name in old if old[name] != new[name]}
        if not changed:
            return
        Event.every.filter(pk=event.pk).update(**new)
        edition = editions.advance(f"note on {event.subject}")
        events.emit("note.changed", event.subject, edition, fields=changed, by=str(by))


def save_fact(fact: Intake | Allocation, by: Any) -> None:
    """Save an editor's fact, with an outbox event that keeps what was there, and an edition."""
    with transaction.atomic():
        old = type(fact).objects.filter(pk=fact.pk).first() if fact.pk else None
        fact.save()
        _tell(fact, old, fact, by)


def delete_fact(fact: Intake | Allocation, by: Any) -> None:
    with transaction.atomic():
        _tell(fact, fact, None, by)
        fact.delete()


def _tell(
    about: Intake | Allocation,
    old: Intake | Allocation | None,
    new: Intake | Allocation | None,
    by: Any,
) -> None:
    subject = f"pnp/{about._meta.model_name}/{about.pk}"
    edition = editions.advance(subject)
    events.emit("fact.changed", subject, edition, old=_words(old), new=_words(new), by=str(by))


def _words(fact: Intake | Allocation | None) -> dict[str, str]:
    if fact is None:
        return {}
    return {name: str(value) for name, value in model_to_dict(fact).items() if value is not None}
