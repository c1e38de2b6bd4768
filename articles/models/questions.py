"""Questions that readers ask: a bank of them, and those that stand under an article."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.fields import ProseField
from articles.models.article import Article
from articles.models.words import in_active_language
from articles.prose.extensions import ANSWER


class Question(models.Model):
    """One question of the bank, answered once for every article that carries it."""

    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("Part of the link to the question: never changes.")
    )
    question_en = models.CharField(_("question"), max_length=200)
    question_fr = models.CharField(_("question in French"), max_length=200, blank=True)
    answer_en = ProseField(_("answer"), config={"extensions": ANSWER})
    answer_fr = ProseField(_("answer in French"), config={"extensions": ANSWER}, blank=True)
    families = models.JSONField(_("types of draw"), default=list, blank=True)
    reviewed_on = models.DateField(_("reviewed on"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.question_en

    @property
    def question(self) -> str:
        return in_active_language(self, "question")

    @property
    def answer(self) -> str:
        return in_active_language(self, "answer")


class ArticleQuestion(models.Model):
    """A question under an article: one of the bank, or the article's own."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="questions", verbose_name=_("article")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    bank = models.ForeignKey(
        Question,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uses",
        verbose_name=_("from the bank"),
    )
    slug = models.SlugField(
        _("slug"), blank=True, help_text=_("Part of the link to the question: never changes.")
    )
    own_question = models.CharField(_("question"), max_length=200, blank=True)
    own_answer = ProseField(_("answer"), config={"extensions": ANSWER}, blank=True)
    own_reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("question under the article")
        verbose_name_plural = _("questions under the article")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "slug"],
                condition=~Q(slug=""),
                name="question_slug_once_per_article",
            )
        ]

    def __str__(self) -> str:
        return self.question

    def clean(self) -> None:
        """A question of the bank, or one of its own with an answer."""
        if self.bank is None and not (self.own_question and self.own_answer):
            raise ValidationError(
                _("Choose a question from the bank, or write one with its answer."), code="empty"
            )

    @property
    def question(self) -> str:
        return self.own_question or (self._banked("question") if self.bank else "")

    @property
    def answer(self) -> str:
        """Safe HTML as stored: its figures are not resolved. See articles.body."""
        return self.own_answer or (self._banked("answer") if self.bank else "")

    def _banked(self, field: str) -> str:
        text: str = getattr(self.bank, f"{field}_{self.article.language}")
        return text

    @property
    def reviewed_on(self) -> date | None:
        return self.own_reviewed_on or (self.bank.reviewed_on if self.bank else None)

    @property
    def anchor(self) -> str:
        """The id of the question on its page: the part of a link after the #."""
        return f"q-{self.slug or (self.bank.slug if self.bank else self.pk)}"
