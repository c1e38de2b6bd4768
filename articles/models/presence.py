"""Who has an article open, and who may look at it without an account."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article

# An editor's page says every half minute that it is still open.
GONE_AFTER = timedelta(minutes=2)


class PresenceQuerySet(models.QuerySet["Presence"]):
    def now(self, at: datetime) -> "PresenceQuerySet":
        return self.filter(seen_at__gt=at - GONE_AFTER).select_related("user")


class Presence(models.Model):
    """Somebody has the form of an article open."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    opened_at = models.DateTimeField(_("opened"))
    seen_at = models.DateTimeField(_("last seen"))

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="present_once_per_article")
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.article}"


class PreviewLink(models.Model):
    """A link to an article for somebody without an account; ends by itself or by hand."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="preview_links", verbose_name=_("article")
    )
    token = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("ends"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article} · {self.made_at:%Y-%m-%d %H:%M}"

    def opens(self, at: datetime) -> bool:
        return self.revoked_at is None and at < self.expires_at
