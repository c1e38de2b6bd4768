"""Editions: a number that grows by one whenever anything public changes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """One state of everything public. Number 0 is the empty site."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    reason = models.CharField(_("reason"), max_length=200)
    created_at = models.DateTimeField(_("created"))
    # Whole seconds, each later than the one before: what HTTP's Last-Modified can tell apart.
    modified_at = models.DateTimeField(_("last modified"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]

    def __str__(self) -> str:
        return str(self.number)


class Release(models.Model):
    """The whole record as files, as it was at one edition."""

    edition = models.PositiveIntegerField(_("edition"), unique=True)
    made_at = models.DateTimeField(_("made"))
    # One object for each file: name, bytes, sha256, rows (of a table).
    files = models.JSONField(_("files"), default=list)
    # What is new against the release before: kind of event -> how many.
    changes = models.JSONField(_("changes"), default=dict)

    class Meta:
        verbose_name = _("data release")
        verbose_name_plural = _("data releases")
        ordering = ["-edition"]

    def __str__(self) -> str:
        return str(self.edition)
