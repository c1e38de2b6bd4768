"""A story: what its English and its French side share."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.people import Author
from articles.models.picture import Picture
from articles.models.taxonomy import Category, Topic
from draws.models import Draw

if TYPE_CHECKING:
    from articles.models.article import Article


class Story(models.Model):
    """One piece of news. Its sides, at most one per language, are what readers see."""

    class Translation(models.TextChoices):
        """What stands on one side of a story, seen from the other."""

        NONE = "none", _("not translated")
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        OUTDATED = "outdated", _("source changed since")

    working_title = models.CharField(_("working title"), max_length=120)
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="stories", verbose_name=_("category")
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="stories", verbose_name=_("topics")
    )
    authors = models.ManyToManyField(
        Author, through="articles.Byline", related_name="stories", verbose_name=_("authors")
    )
    checked_by = models.ForeignKey(
        Author,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checked by"),
    )
    hero = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture at the top"),
    )
    draw = models.ForeignKey(
        Draw,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("draw that it reports"),
    )
    event = models.ForeignKey(
        "pnp.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("provincial draw that it reports"),
    )
    # The subject of the event that the site drafted it from, such as draw/397: once per event.
    drafted_from = models.CharField(
        _("drafted from"), max_length=100, null=True, blank=True, unique=True, editable=False
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.working_title

    def side(self, language: str) -> "Article | None":
        """The article in one language. Reads `sides`, which lists prefetch."""
        return next((side for side in self.sides.all() if side.language == language), None)

    def translation(self, language: str) -> "Story.Translation":
        """How far the side in this language is. No query where `sides` are prefetched."""
        side = self.side(language)
        if side is None:
            return self.Translation.NONE
        if not side.is_published:
            return self.Translation.DRAFT
        return self.Translation.OUTDATED if side.is_outdated else self.Translation.PUBLISHED

    def superseding_draw(self) -> Draw | None:
        """The next draw of the same family, once there is one. One query, none without a draw."""
        if self.draw is None:
            return None
        return Draw.objects.of_family(self.draw.family).after(self.draw).first()


class Byline(models.Model):
    """An author's place on a story."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        Author, models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "author"], name="author_once_per_story")
        ]

    def __str__(self) -> str:
        return str(self.author)
