"""Programs of others that are told when something happens, and what was sent to each."""

import base64
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from ingest.models.record import Event


def new_secret() -> str:
    """A key to sign with, in the form of the Standard Webhooks specification."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def known_kinds() -> list[str]:
    """The kinds of events that a webhook may ask for."""
    return list(settings.WEBHOOK_CONTENTS)


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def active(self) -> "WebhookQuerySet":
        return self.filter(disabled_at=None)


class Webhook(models.Model):
    """One address that is told of events of some kinds."""

    name = models.CharField(_("name"), max_length=100)
    url = models.URLField(
        _("address"), max_length=500, validators=[URLValidator(schemes=["http", "https"])]
    )
    kinds = models.JSONField(_("told of"), default=known_kinds)
    contact = models.EmailField(
        _("contact"), blank=True, help_text=_("Gets a letter when sending is given up.")
    )
    secret = models.CharField(_("secret"), max_length=100, default=new_secret, editable=False)
    # After a new secret, the one before signs as well for a day.
    old_secret = models.CharField(max_length=100, blank=True, editable=False)
    old_secret_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    succeeded_at = models.DateTimeField(_("last success"), null=True, blank=True, editable=False)
    disabled_at = models.DateTimeField(_("disabled"), null=True, blank=True, editable=False)
    disabled_because = models.CharField(
        _("disabled because"), max_length=300, blank=True, editable=False
    )

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        unknown = set(self.kinds) - set(known_kinds())
        if unknown or not self.kinds:
            raise ValidationError({"kinds": _("Choose at least one of the kinds.")})

    def secrets_at(self, now: datetime) -> list[str]:
        """What a message is signed with, the newest first."""
        old = self.old_secret_until is not None and now < self.old_secret_until
        return [self.secret, self.old_secret] if old else [self.secret]


# Longer than a message is put off.
FURTHEST = timedelta(hours=4)


class SendingQuerySet(models.QuerySet["Sending"]):
    def due(self, now: datetime) -> "SendingQuerySet":
        """What waits for a try, without disabled webhooks. What was never tried comes first, then
        the oldest: news does not queue up behind receivers that hang."""
        # A try further away than any is put off was noted by a clock that has been set back since.
        due = models.Q(next_at__lte=now) | models.Q(next_at__gt=now + FURTHEST)
        waiting = self.filter(due, done_at=None, gave_up_at=None)
        return waiting.filter(webhook__disabled_at=None).order_by("tries", "next_at", "pk")


class Sending(models.Model):
    """One message on its way: to a webhook, or without one to an address of the settings, such as
    a hub. The same id and body at each try."""

    webhook = models.ForeignKey(
        Webhook, models.CASCADE, null=True, related_name="sendings", verbose_name=_("webhook")
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    content_type = models.CharField(_("form"), max_length=100, default="application/json")
    event = models.ForeignKey(
        Event, models.CASCADE, null=True, related_name="+", verbose_name=_("event")
    )
    body = models.TextField(_("message"))
    made_at = models.DateTimeField(_("made"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_at = models.DateTimeField(_("next try"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    gave_up_at = models.DateTimeField(_("gave up"), null=True, blank=True)
    answer = models.CharField(_("last answer"), max_length=300, blank=True)

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("message to a webhook")
        verbose_name_plural = _("messages to webhooks")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["webhook", "event"], name="sent_once_per_webhook")
        ]
        indexes = [models.Index(fields=["done_at", "gave_up_at", "next_at"], name="sending_due")]

    def __str__(self) -> str:
        return f"{self.webhook or self.url} · {self.identity}"

    @property
    def identity(self) -> str:
        """What a receiver tells repeated messages by. Never changes."""
        return f"msg_{self.pk}"


def content_of(event: Event) -> dict[str, Any] | None:
    """What a message says of an event, by the function that settings name for its kind; None
    where there is nothing to say."""
    made: dict[str, Any] | None = import_string(settings.WEBHOOK_CONTENTS[event.kind])(event)
    return made
