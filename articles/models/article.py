"""An article: one language side of a story, what readers see."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from articles.fields import ProseField
from articles.models.people import Author
from articles.models.story import Byline, Story
from articles.models.taxonomy import Category
from articles.models.words import Language
from draws.models import Draw


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self, at: datetime | None = None) -> "ArticleQuerySet":
        """What readers may see at a moment; now if none is given."""
        return self.filter(state=Article.State.PUBLISHED, published_at__lte=at or timezone.now())

    def in_language(self, language: str) -> "ArticleQuerySet":
        return self.filter(language=language)

    def in_category(self, slug: str) -> "ArticleQuerySet":
        return self.filter(story__category__slug=slug)

    def on_topic(self, slug: str) -> "ArticleQuerySet":
        return self.filter(story__topics__slug=slug)

    def by_author(self, slug: str) -> "ArticleQuerySet":
        return self.filter(story__bylines__author__slug=slug)

    def about_draw(self, draw: Draw) -> "ArticleQuerySet":
        return self.filter(story__draw=draw)

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-published_at", "-pk")

    def newest_of_each_category(self, each: int) -> "ArticleQuerySet":
        """The newest `each` articles of every category, newest first."""
        newest = Q(pk__in=[])
        for category in Category.objects.values_list("pk", flat=True):
            # One look for each category, however many articles there are.
            of_category = self.filter(story__category=category).newest_first()
            newest |= Q(pk__in=of_category.values("pk")[:each])
        return self.filter(newest).newest_first()

    def before(self, article: "Article") -> "ArticleQuerySet":
        """Published before this one, newest first."""
        earlier = Q(published_at__lt=article.published_at)
        same_moment = Q(published_at=article.published_at, pk__lt=article.pk)
        # The range first: without it no index knows where to begin.
        near = self.filter(published_at__lte=article.published_at)
        return near.filter(earlier | same_moment).newest_first()

    def after(self, article: "Article") -> "ArticleQuerySet":
        """Published after this one, oldest first."""
        later = Q(published_at__gt=article.published_at)
        same_moment = Q(published_at=article.published_at, pk__gt=article.pk)
        near = self.filter(published_at__gte=article.published_at)
        return near.filter(later | same_moment).order_by("published_at", "pk")

    def not_superseded(self) -> "ArticleQuerySet":
        """Without articles on a draw that a later draw of its family has followed."""
        later = Draw.objects.filter(
            family=OuterRef("story__draw__family"), serial__gt=OuterRef("story__draw__serial")
        )
        return self.exclude(Q(story__draw__isnull=False) & Exists(later))

    def for_list(self) -> "ArticleQuerySet":
        """Everything that a card shows: one query and one for the bylines, however many rows."""
        bylines = Byline.objects.select_related("author")
        return self.select_related(
            "story__category", "story__hero", "story__draw"
        ).prefetch_related(Prefetch("story__bylines", queryset=bylines))

    def for_page(self) -> "ArticleQuerySet":
        """Everything that an article's own page shows of itself: joins and four queries."""
        from articles.models.questions import ArticleQuestion

        asked = ArticleQuestion.objects.select_related("bank")
        return (
            self.for_list()
            .select_related("story__checked_by", "claim_check")
            .prefetch_related("story__topics", "story__sides", Prefetch("questions", asked))
        )

    def due(self, at: datetime) -> "ArticleQuerySet":
        """Promised for now or before, the earliest promise first: see articles.publishing."""
        promised = self.filter(state=Article.State.SCHEDULED, scheduled_for__lte=at)
        return promised.order_by("scheduled_for", "pk")


class Article(models.Model):
    """One language side of a story. Only `articles.publishing` writes here."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of an article", "withdrawn")

    story = models.ForeignKey(Story, models.CASCADE, related_name="sides", verbose_name=_("story"))
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    slug = models.SlugField(_("slug"), max_length=120)
    headline = models.CharField(_("headline"), max_length=160)
    standfirst = models.TextField(_("standfirst"), max_length=500, blank=True)
    body = ProseField(_("text"), blank=True)
    seo_title = models.CharField(
        _("title for search engines"),
        max_length=160,
        blank=True,
        help_text=_("Leave blank to use the headline."),
    )
    seo_description = models.CharField(
        _("description for search engines"),
        max_length=300,
        blank=True,
        help_text=_("Leave blank to use the standfirst."),
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, db_index=True
    )
    scheduled_for = models.DateTimeField(_("scheduled for"), null=True, blank=True, db_index=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, db_index=True)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True)
    update_note = models.CharField(
        _("what changed"), max_length=200, blank=True, help_text=_("One line for readers.")
    )
    # When the edition and the event of its publication were made; later than `published_at` only
    # where it came out elsewhere before.
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True, editable=False)
    based_on_update = models.DateTimeField(
        _("translated from the version of"),
        null=True,
        blank=True,
        help_text=_("Blank where this side is the original."),
    )
    # Who last changed the words: somebody else has to approve them.
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("last changed by"),
    )
    # Why a draft that the site made must not go on as it is; blank otherwise.
    held_because = models.TextField(_("held because"), blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_at", "-pk"]
        permissions = [
            ("publish_article", _("Can approve, publish, schedule and correct articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("override_claims", _("Can publish against the record, with a reason")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="one_side_per_language"),
            models.UniqueConstraint(fields=["language", "slug"], name="article_slug_once"),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="published_article_has_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(scheduled_for__isnull=False),
                name="scheduled_article_has_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["language", "state", "-published_at"], name="article_of_language"),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        """The address in the article's own language, whatever the active one."""
        with translation.override(self.language):
            return reverse("article", args=[self.story.category.slug, self.slug])

    @property
    def subject(self) -> str:
        """How events and feed ids name this article. Never changes."""
        return f"article/{self.pk}"

    @property
    def is_published(self) -> bool:
        """Whether readers may see it now."""
        return (
            self.state == self.State.PUBLISHED
            and self.published_at is not None
            and self.published_at <= timezone.now()
        )

    @property
    def changed_at(self) -> datetime | None:
        """The moment of what readers see: of the last update, else of publication."""
        return self.updated_at or self.published_at

    @property
    def is_outdated(self) -> bool:
        """Whether the side that this one was translated from has changed since."""
        if self.based_on_update is None:
            return False
        sources = [side for side in self.story.sides.all() if side.pk != self.pk]
        return any(
            side.changed_at is not None and side.changed_at > self.based_on_update
            for side in sources
        )

    @property
    def authors(self) -> list[Author]:
        """In the order of the byline. No query after for_list."""
        return [byline.author for byline in self.story.bylines.all()]


class SlugRedirect(models.Model):
    """An address that a published article once had."""

    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    slug = models.SlugField(_("slug"), max_length=120)
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="redirects", verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="redirect_once")]

    def __str__(self) -> str:
        return f"{self.language}/{self.slug} → {self.article_id}"
