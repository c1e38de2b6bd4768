"""Telling editors."""

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _

from ingest.models import Event, HeldRow

# More doubts of one body than this are told in one letter.
FEW = 5
# So many of them are named in it.
NAMED = 20


def tell_editors(event: Event) -> None:
    """Send one message about a row that waits for a decision; of many that were held together,
    one about all."""
    if not settings.EDITOR_EMAILS:
        return
    held = HeldRow.objects.select_related("source").get(pk=event.payload["held_row"])
    together = event.payload.get("together", 1)
    if together > FEW:
        if event.payload["first"]:
            _send(*_about_many(held, together))
        return
    address = reverse("admin:ingest_heldrow_change", args=[held.pk])
    _send(_("Held for you: %(row)s") % {"row": held}, [held.message], address)


def _about_many(first: HeldRow, together: int) -> tuple[str, list[str], str]:
    """Subject, lines and address of a letter about rows that were held together."""
    subject = _("%(count)s rows of %(source)s are held for you") % {
        "count": together,
        "source": first.source.name,
    }
    rows = HeldRow.objects.filter(source=first.source, pk__gte=first.pk).order_by("pk")
    lines = [row.message for row in rows[: min(together, NAMED)]]
    if together > NAMED:
        lines.append("…")
    return subject, lines, reverse("admin:ingest_heldrow_changelist")


def _send(subject: str, lines: list[str], address: str) -> None:
    body = "\n".join([*lines, "", settings.SITE_URL + address, ""])
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, settings.EDITOR_EMAILS)
