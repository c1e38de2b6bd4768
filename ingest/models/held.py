"""What is kept from publication until an editor has looked."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ingest.records import Decision


class HeldRowQuerySet(models.QuerySet["HeldRow"]):
    def waiting(self) -> "HeldRowQuerySet":
        return self.filter(state=HeldRow.State.WAITING)

    def of(self, key: str) -> "HeldRowQuerySet":
        return self.filter(source__key=key)

    def decisions(self) -> list[Decision]:
        """What editors approved so far, in the form that a store function reads."""
        approved = self.filter(state=HeldRow.State.APPROVED).order_by("decided_at")
        return [Decision(row.fingerprint, row.code, row.raw, row.choice) for row in approved]


class HeldRow(models.Model):
    """One doubt about one row of one source, from the first time it was seen until decided."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        DISMISSED = "dismissed", _("dismissed")
        GONE = "gone", _("gone from the source")

    source = models.ForeignKey(
        "ingest.Source", models.PROTECT, related_name="held_rows", verbose_name=_("source")
    )
    key = models.CharField(_("row"), max_length=100, blank=True)
    code = models.SlugField(_("kind of doubt"))
    message = models.TextField(_("what is doubted"))
    raw = models.TextField(_("as the source has it"), blank=True)
    choices = models.JSONField(_("possible answers"), default=list, blank=True)
    fingerprint = models.CharField(max_length=64)
    capture = models.ForeignKey("ingest.Capture", models.PROTECT, verbose_name=_("last seen in"))
    first_seen_at = models.DateTimeField(_("first seen"))
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    choice = models.CharField(_("answer"), max_length=100, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = HeldRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("held row")
        verbose_name_plural = _("held rows")
        ordering = ["-first_seen_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["source", "fingerprint"], name="doubt_held_once")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.code}" if self.key else self.code
