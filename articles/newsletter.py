"""The newsletter: asked for with an address, begun with the link in one mail, left with a click."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.models import Subscriber
from articles.throttle import allowed
from draws.families import FAMILIES, Family

LONGEST_ADDRESS = 254
# What the short form offers; every type is on the page of one's choices.
OFFERED = ("cec", "pnp", "french", "health", "trades")
# An address that nobody confirmed is forgotten after this time.
WAITS = timedelta(days=7)
# So many mails go to one address in a day, however often it is entered.
MAILS_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader entered. No family means every draw. `errors` has a sentence per field."""

    email: str = ""
    families: tuple[str, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, data: QueryDict) -> "Wish":
        email = data.get("email", "").strip()
        return cls(email[: LONGEST_ADDRESS * 2], families_in(data), dict(_errors(email)))

    @property
    def is_all(self) -> bool:
        return not self.families


def offered() -> list[Family]:
    """The types of the short form."""
    return [FAMILIES[slug] for slug in OFFERED]


def families_in(data: QueryDict) -> tuple[str, ...]:
    """The types that are ticked, in reading order; none where all are asked for."""
    ticked = data.getlist("family")
    return () if "all" in ticked else tuple(slug for slug in FAMILIES if slug in ticked)


def _errors(email: str) -> list[tuple[str, str]]:
    if not email:
        return [("email", _("Enter your email address."))]
    try:
        validate_email(email)
    except ValidationError:
        said = _("This is not a complete email address. It looks like name@example.com.")
        return [("email", said)]
    if len(email) > LONGEST_ADDRESS:
        return [("email", _("This address is too long to be one."))]
    return []


def ask(wish: Wish, language: str) -> None:
    """Write to the address. The answer is the same whether it is on the list already or not.

    Raises OSError (smtplib's errors are such) when the mail cannot be sent.
    """
    email = wish.email.lower()
    if not allowed("mail", email, most=MAILS_A_DAY, seconds=24 * 3600):
        return
    subscriber, _is_new = Subscriber.objects.get_or_create(email=email)
    if subscriber.confirmed_at is None:
        subscriber.families, subscriber.language = list(wish.families), language
        subscriber.save(update_fields=["families", "language"])
    # Only who reads the mail may change what an address on the list gets.
    name = "known" if subscriber.confirmed_at else "confirm"
    mail(subscriber, name, language).send()


def confirm(subscriber: Subscriber) -> None:
    if subscriber.confirmed_at is None:
        subscriber.confirmed_at = timezone.now()
        subscriber.save(update_fields=["confirmed_at"])


def choose(subscriber: Subscriber, families: tuple[str, ...]) -> None:
    subscriber.families = list(families)
    subscriber.save(update_fields=["families"])


def leave(subscriber: Subscriber) -> None:
    """Nothing of the reader is kept."""
    subscriber.delete()


def forget_unconfirmed() -> int:
    """Delete the addresses that nobody confirmed in time; returns how many."""
    late = Subscriber.objects.filter(confirmed_at=None, created_at__lt=timezone.now() - WAITS)
    return late.delete()[0]


def mail(subscriber: Subscriber, name: str, language: str, **context: Any) -> EmailMessage:
    """A mail whose subject is the first line of its template in articles/mail."""
    with translation.override(language):
        links = {
            link: settings.SITE_URL + reverse(f"newsletter-{link}", args=[subscriber.token])
            for link in ("confirm", "choices", "leave")
        }
        context |= {"links": links, "days": WAITS.days, "site": settings.SITE_URL}
        text = render_to_string(f"articles/mail/{name}.txt", context)
    subject, _line, body = text.strip().partition("\n")
    headers = {
        "List-Unsubscribe": f"<{links['leave']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(
        subject.strip(), body.strip() + "\n", to=[subscriber.email], headers=headers
    )
