"""What the source changed about a draw after publishing it, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _

from draws.families import FAMILIES
from draws.models import Draw
from draws.records import BANDS
from ingest.models import Revision
from publish.formats import day, figure, moment


@dataclass(frozen=True, slots=True)
class Change:
    """One value that became another: what it was called, both values, and when we saw it."""

    label: str
    old: str
    new: str
    seen_at: datetime
    anchor: str


def changes_of(draw: Draw) -> list[Change]:
    """Every revision of a draw, newest first. One query."""
    revisions = Revision.objects.about(draw.subject).newest_first()
    return [
        Change(
            label=label_of(row.field),
            old=in_words(row.field, row.old),
            new=in_words(row.field, row.new),
            seen_at=row.seen_at,
            anchor=row.anchor,
        )
        for row in revisions
    ]


def label_of(field: str) -> str:
    """What readers call a value of a draw."""
    if field.startswith("pool."):
        return _pool_label(field.removeprefix("pool."))
    labels = {
        "date": _("Date"),
        "family": _("Type"),
        "name": _("Official name"),
        "name_fr": _("Official name in French"),
        "programs": _("Programs"),
        "invitations": _("Invitations"),
        "crs": _("Cut-off"),
        "tie_break_at": _("Tie-break"),
        "held_at": _("Date and time"),
        "pool_as_of": _("Date of the pool count"),
    }
    return labels.get(field, field)


def _pool_label(field: str) -> str:
    for band in BANDS:
        if band.field == field:
            return _("Candidates with %(low)s to %(high)s") % {"low": band.low, "high": band.high}
    return _("Candidates in total")


def in_words(field: str, text: str) -> str:
    """A stored value as readers see it; as it stands if it is no value of that kind."""
    form = _FORMS.get(field, _count if field.startswith("pool.") else str)
    try:
        return form(text) if text else _("nothing")
    except (ValueError, KeyError):
        return text


def _count(text: str) -> str:
    return figure(int(text))


_FORMS: dict[str, Callable[[str], str]] = {
    "date": lambda text: day(date.fromisoformat(text)),
    "pool_as_of": lambda text: day(date.fromisoformat(text)),
    "tie_break_at": lambda text: moment(datetime.fromisoformat(text).astimezone(UTC)),
    "held_at": lambda text: moment(datetime.fromisoformat(text).astimezone(UTC)),
    "invitations": _count,
    "family": lambda text: str(FAMILIES[text].name),
}
