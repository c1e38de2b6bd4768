"""What an operator was told of: something that should not last, from its beginning to its end."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AlarmQuerySet(models.QuerySet["Alarm"]):
    def open(self) -> "AlarmQuerySet":
        return self.filter(over_at=None)

    def untold(self) -> "AlarmQuerySet":
        """Alarms whose beginning nobody was told of, and those over whose end is still to tell."""
        began = models.Q(told_at=None)
        ended = models.Q(over_at__isnull=False, told_over_at=None)
        return self.filter(began | ended).order_by("began_at", "pk")


class Alarm(models.Model):
    """One trouble; `subject` is the key of a source, or what else it is about."""

    class Kind(models.TextChoices):
        FAILING = "failing", _("The source cannot be read")
        SILENT = "silent", _("Nobody asks the source")
        QUIET = "quiet", _("The source has said nothing new for long")
        DELIVERIES = "deliveries", _("Work after a change is not getting done")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    subject = models.CharField(_("subject"), max_length=100)
    message = models.TextField(_("message"))
    began_at = models.DateTimeField(_("began"))
    over_at = models.DateTimeField(_("over"), null=True, blank=True)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)
    told_over_at = models.DateTimeField(_("told that it is over"), null=True, blank=True)

    objects = AlarmQuerySet.as_manager()

    class Meta:
        verbose_name = _("alarm")
        verbose_name_plural = _("alarms")
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=models.Q(over_at=None),
                name="alarm_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"
