"""What a province changed about a day's event after publishing it, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from ingest.models import Revision
from pnp.models import Event, Row
from pnp.notation import count_of
from pnp.programs import UNITS
from publish.formats import day, figure


@dataclass(frozen=True, slots=True)
class Change:
    """One value that became another: in which row, what it is called, and when we saw it."""

    row: Row | None
    label: str
    old: str
    new: str
    seen_at: datetime
    anchor: str


def changes_of(event: Event) -> list[Change]:
    """Every revision of an event and its rows, newest first. Two queries."""
    return [_change(revision, row) for revision, row in event.revisions()]


def _change(revision: Revision, row: Row | None) -> Change:
    return Change(
        row=row,
        label=label_of(revision.field),
        old=in_words(revision.field, revision.old),
        new=in_words(revision.field, revision.new),
        seen_at=revision.seen_at,
        anchor=revision.anchor,
    )


def label_of(field: str) -> str:
    """What readers call a value of a provincial row."""
    labels = {
        "invitations": _("Number"),
        "score": _("Lowest score"),
        "scale": _("Scale"),
        "unit": _("What is counted"),
        "target": _("Target"),
        "number": _("Draw number"),
        "date_from": _("First day"),
        "date_text": _("Date as printed"),
        "profiles_from": _("Profiles created from"),
        "profiles_to": _("Profiles created to"),
        "ee_count": _("With an Express Entry profile"),
        "note": _("Note"),
        "source_url": _("Source"),
        "printed_total": _("Total as printed"),
    }
    return labels.get(field, field)


def in_words(field: str, text: str) -> str:
    """A stored value as readers see it; as it stands if it is no value of that kind."""
    if not text:
        return _("nothing")
    try:
        return _FORMS.get(field, str)(text)
    except (ValueError, KeyError):
        return text


def _count(text: str) -> str:
    count = count_of(text)
    return figure(count.exact) if count and count.exact is not None else text


_FORMS: dict[str, Callable[[str], str]] = {
    "invitations": _count,
    "printed_total": _count,
    "ee_count": _count,
    "unit": lambda text: UNITS[text].label,
    "date_from": lambda text: day(date.fromisoformat(text)),
    "profiles_from": lambda text: day(date.fromisoformat(text)),
    "profiles_to": lambda text: day(date.fromisoformat(text)),
}
