"""What came in: sources, the bytes they sent, and every try to get them."""

import zlib
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SourceQuerySet(models.QuerySet["Source"]):
    def claim(self, key: str, now: datetime, lasting: timedelta) -> bool:
        """Take the lease on a source. Of several schedulers and workers one gets True.

        One that would last far longer than any does was given by a clock that was ahead.
        """
        free = models.Q(lease_until=None) | models.Q(lease_until__lt=now)
        free |= models.Q(lease_until__gt=now + 2 * lasting)
        return bool(self.filter(free, key=key).update(lease_until=now + lasting))

    def release(self, key: str) -> None:
        self.filter(key=key).update(lease_until=None)


class Source(models.Model):
    """One address that is pulled. Its name, address and store function are in settings."""

    key = models.SlugField(_("key"), unique=True)
    etag = models.CharField(_("ETag"), max_length=300, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=100, blank=True)
    stored_capture = models.ForeignKey(
        "ingest.Capture",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("last stored capture"),
    )
    stored_asked_at = models.DateTimeField(_("asked for at"), null=True, blank=True)
    lease_until = models.DateTimeField(_("leased until"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

    @property
    def name(self) -> str:
        return str(settings.INGEST_SOURCES.get(self.key, {}).get("name", self.key))

    @property
    def url(self) -> str:
        return str(settings.INGEST_SOURCES.get(self.key, {}).get("url", ""))


class CaptureQuerySet(models.QuerySet["Capture"]):
    def without_body(self) -> "CaptureQuerySet":
        """For lists: a body is about 700 kB."""
        return self.defer("packed")


class Capture(models.Model):
    """The bytes of one fetch, kept as they came. The same bytes are kept once for a source."""

    class Via(models.TextChoices):
        FETCH = "fetch", _("fetched")
        UPLOAD = "upload", _("brought in by an editor")
        BUNDLE = "bundle", _("bundled with Cutline")

    source = models.ForeignKey(
        Source, models.PROTECT, related_name="captures", verbose_name=_("source")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    packed = models.BinaryField(_("body, compressed"))
    size = models.PositiveIntegerField(_("size in bytes"))
    headers = models.JSONField(_("headers"), default=dict)
    url = models.CharField(_("address"), max_length=500, blank=True)
    via = models.CharField(_("how it came"), max_length=10, choices=Via.choices)
    fetched_at = models.DateTimeField(_("first fetched"))

    objects = CaptureQuerySet.as_manager()

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["-fetched_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "sha256"], name="capture_once_per_source")
        ]

    def __str__(self) -> str:
        return f"{self.source_id}:{self.sha256[:12]}"

    @property
    def body(self) -> bytes:
        return zlib.decompress(self.packed)


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of(self, key: str) -> "AttemptQuerySet":
        return self.filter(source__key=key)

    def good(self) -> "AttemptQuerySet":
        """Attempts after which the record is known to agree with the source."""
        return self.filter(outcome__in=[Attempt.Outcome.STORED, Attempt.Outcome.NOT_MODIFIED])

    def that_changed_something(self) -> "AttemptQuerySet":
        return self.good().filter(models.Q(created__gt=0) | models.Q(updated__gt=0))

    def before(self, moment: datetime) -> "AttemptQuerySet":
        return self.filter(started_at__lt=moment)

    def unfinished_since_before(self, moment: datetime) -> "AttemptQuerySet":
        """Still running, though begun before this."""
        return self.filter(outcome=Attempt.Outcome.RUNNING, started_at__lt=moment)

    def newest_first(self) -> "AttemptQuerySet":
        return self.order_by("-started_at", "-pk")


class Attempt(models.Model):
    """One try to get and store a source, whatever came of it."""

    class Outcome(models.TextChoices):
        RUNNING = "running", _("running")
        STORED = "stored", _("stored")
        NOT_MODIFIED = "not-modified", _("not modified")
        HELD = "held", _("held for an editor")
        REFUSED = "refused", _("refused")
        FAILED = "failed", _("failed")
        CUT_OFF = "cut-off", pgettext_lazy("attempt", "cut off")

    source = models.ForeignKey(
        Source, models.PROTECT, related_name="attempts", verbose_name=_("source")
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=15, choices=Outcome.choices, default=Outcome.RUNNING
    )
    message = models.TextField(_("message"), blank=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    capture = models.ForeignKey(
        Capture, models.PROTECT, null=True, blank=True, verbose_name=_("capture")
    )
    created = models.PositiveIntegerField(pgettext_lazy("number of rows", "created"), default=0)
    updated = models.PositiveIntegerField(pgettext_lazy("number of rows", "updated"), default=0)
    unchanged = models.PositiveIntegerField(pgettext_lazy("number of rows", "unchanged"), default=0)
    held = models.PositiveIntegerField(pgettext_lazy("number of rows", "held"), default=0)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["source", "outcome", "-started_at"], name="attempt_recent"),
            models.Index(fields=["source", "-started_at"], name="attempt_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.started_at:%Y-%m-%d %H:%M:%S} {self.outcome}"

    @property
    def succeeded(self) -> bool:
        return self.outcome in (self.Outcome.STORED, self.Outcome.NOT_MODIFIED)

    @property
    def counts(self) -> dict[str, Any]:
        names = ("created", "updated", "unchanged", "held")
        return {name: getattr(self, name) for name in names}
