"""Telling editors."""

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _

from ingest.models import Event, HeldRow


def tell_editors(event: Event) -> None:
    """Send one message about a row that waits for a decision."""
    if not settings.EDITOR_EMAILS:
        return
    held = HeldRow.objects.get(pk=event.payload["held_row"])
    address = settings.SITE_URL + reverse("admin:ingest_heldrow_change", args=[held.pk])
    send_mail(
        _("Held for you: %(row)s") % {"row": held},
        f"{held.message}\n\n{address}\n",
        settings.DEFAULT_FROM_EMAIL,
        settings.EDITOR_EMAILS,
    )
