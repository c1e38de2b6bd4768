"""What happened: values the source changed, events, and their delivery."""

import re
from datetime import UTC, datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class RevisionQuerySet(models.QuerySet["Revision"]):
    def about(self, subject: str) -> "RevisionQuerySet":
        return self.filter(subject=subject)

    def of_draws(self) -> "RevisionQuerySet":
        return self.filter(subject__startswith="draw/")

    def of_provinces(self) -> "RevisionQuerySet":
        return self.filter(subject__startswith="pnp/")

    def after(self, moment: datetime) -> "RevisionQuerySet":
        """What was seen to change later than this."""
        return self.filter(seen_at__gt=moment)

    def newest_first(self) -> "RevisionQuerySet":
        return self.order_by("-seen_at", "-pk")


class Revision(models.Model):
    """A published value that the source later changed. Values are text, dates and times ISO."""

    source = models.ForeignKey("ingest.Source", models.PROTECT, verbose_name=_("source"))
    subject = models.CharField(_("subject"), max_length=100)
    field = models.CharField(_("field"), max_length=50)
    old = models.TextField(_("was"))
    new = models.TextField(_("is"))
    capture = models.ForeignKey("ingest.Capture", models.PROTECT, verbose_name=_("shown by"))
    seen_at = models.DateTimeField(_("seen"))
    edition = models.PositiveIntegerField(_("edition"))
    # The last time that the source was seen with the old value, and the bytes that show each
    # value. `capture` is where it came from here: for what was seen before this site was, a table.
    was_seen_at = models.DateTimeField(_("old value last seen"), null=True, blank=True)
    old_sha256 = models.CharField(_("SHA-256 with the old value"), max_length=64, blank=True)
    new_sha256 = models.CharField(_("SHA-256 with the new value"), max_length=64, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-seen_at", "-pk"]
        indexes = [
            models.Index(fields=["subject", "-seen_at"], name="revision_of_subject"),
            models.Index(fields=["-seen_at"], name="revision_recent"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}/{self.field}: {self.old} → {self.new}"

    @property
    def anchor(self) -> str:
        """Its place on a page of changes, and how feeds name it. Never changes."""
        name = re.sub(r"[^a-z0-9]+", "-", f"{self.subject} {self.field}".lower())
        return f"{name}-{self.seen_at.astimezone(UTC):%Y%m%dt%H%M%S}"


class Event(models.Model):
    """Something that happened to public data, written in the transaction that made it so."""

    kind = models.CharField(_("kind"), max_length=50)
    subject = models.CharField(_("subject"), max_length=100)
    payload = models.JSONField(_("details"), default=dict)
    edition = models.PositiveIntegerField(_("edition"), null=True)
    happened_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-happened_at", "-pk"]
        indexes = [
            models.Index(fields=["subject", "kind"], name="event_of_subject"),
            models.Index(fields=["-happened_at", "-id"], name="event_recent"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"


# Longer than a failed delivery is put off.
FURTHEST = timedelta(hours=2)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, now: datetime) -> "DeliveryQuerySet":
        """What waits for a try. A next one further away than any is put off was noted by a clock
        that has been set back since."""
        due = models.Q(next_at__lte=now) | models.Q(next_at__gt=now + FURTHEST)
        return self.filter(due, done_at=None, gave_up_at=None).order_by("next_at")

    def stuck(self, waiting_since: datetime, given_up_since: datetime) -> "DeliveryQuerySet":
        """Not done though their event is older than the one moment, or given up after the other."""
        waiting = models.Q(gave_up_at=None, event__happened_at__lt=waiting_since)
        return self.filter(waiting | models.Q(gave_up_at__gt=given_up_since), done_at=None)


class Delivery(models.Model):
    """One event on its way to one handler."""

    event = models.ForeignKey(
        Event, models.CASCADE, related_name="deliveries", verbose_name=_("event")
    )
    handler = models.CharField(_("handler"), max_length=200)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_at = models.DateTimeField(_("next try"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    gave_up_at = models.DateTimeField(_("gave up"), null=True, blank=True)
    error = models.TextField(_("last error"), blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "handler"], name="delivered_once_per_handler")
        ]
        indexes = [models.Index(fields=["done_at", "gave_up_at", "next_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.handler}"
