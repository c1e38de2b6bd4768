"""What was changed in an article after readers had seen it, and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class ArticleChangeQuerySet(models.QuerySet["ArticleChange"]):
    def for_readers(self) -> "ArticleChangeQuerySet":
        """Typing errors are kept for staff; readers are told of updates and corrections."""
        return self.exclude(kind=ArticleChange.Kind.TYPING)

    def corrections(self) -> "ArticleChangeQuerySet":
        return self.filter(kind=ArticleChange.Kind.CORRECTION)

    def newest_first(self) -> "ArticleChangeQuerySet":
        return self.order_by("-made_at", "-pk")


class ArticleChange(models.Model):
    """One change of a published article. Only `articles.publishing` writes here."""

    class Kind(models.TextChoices):
        TYPING = "typing", _("typing error")
        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="changes", verbose_name=_("article")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    sentence = models.CharField(_("sentence for readers"), max_length=300, blank=True)
    made_at = models.DateTimeField(_("made"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    # The change of an official figure that made it, where that is the reason.
    revision = models.ForeignKey(
        "ingest.Revision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("change at the source"),
    )

    objects = ArticleChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of an article")
        verbose_name_plural = _("changes of articles")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "revision"], name="change_once_per_revision")
        ]
        indexes = [models.Index(fields=["kind", "-made_at"], name="change_of_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.sentence}"

    @property
    def subject(self) -> str:
        """How feed ids name it. Never changes."""
        return f"change/{self.pk}"

    @property
    def anchor(self) -> str:
        """Its place on the page of corrections. Never changes."""
        return f"change-{self.pk}"
