"""What the record says of an article's statements, and what a Publisher decided against it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class ClaimCheck(models.Model):
    """The newest reading of an article by `articles.claims`: the receipt under it."""

    article = models.OneToOneField(
        Article, models.CASCADE, related_name="claim_check", verbose_name=_("article")
    )
    checked_at = models.DateTimeField(_("checked"))
    edition = models.PositiveIntegerField(_("edition"))
    # What was read, so that the same text against the same edition is not read again.
    digest = models.CharField(max_length=64)
    figures = models.PositiveIntegerField(_("figures"), default=0)
    bound = models.PositiveIntegerField(_("bound figures"), default=0)
    true = models.PositiveIntegerField(_("true"), default=0)
    contradicted = models.PositiveIntegerField(_("contradicted"), default=0)
    undecided = models.PositiveIntegerField(_("not decidable"), default=0)
    # One object for each statement: text, kind, verdict, found, expected, source, where.
    claims = models.JSONField(_("statements"), default=list)

    class Meta:
        verbose_name = _("reading against the record")
        verbose_name_plural = _("readings against the record")

    def __str__(self) -> str:
        return f"{self.article} · {self.checked_at:%Y-%m-%d %H:%M}"


class ClaimOverride(models.Model):
    """A statement that stands against the record because a Publisher said why."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="claim_overrides", verbose_name=_("article")
    )
    text = models.CharField(_("statement"), max_length=500)
    found = models.CharField(_("in the text"), max_length=200)
    expected = models.CharField(_("on the record"), max_length=200)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("decision against the record")
        verbose_name_plural = _("decisions against the record")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.text


class RuleSeen(models.Model):
    """A dated rule as it stood when articles were last sent to review for it."""

    key = models.CharField(_("rule"), max_length=100, unique=True)
    digest = models.CharField(max_length=64)
    seen_at = models.DateTimeField(_("seen"))

    class Meta:
        verbose_name = _("rule as last seen")
        verbose_name_plural = _("rules as last seen")

    def __str__(self) -> str:
        return self.key
