"""What editors set around the articles: menu, searches, readers who asked for mail."""

import secrets
from datetime import date

from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from articles.models.words import Language, in_active_language
from articles.validators import site_path


class MenuItem(models.Model):
    """One link of the header. While there is none, articles.navigation says what stands there."""

    position = models.PositiveSmallIntegerField(_("position"), default=0)
    label_en = models.CharField(_("label"), max_length=40)
    label_fr = models.CharField(_("label in French"), max_length=40)
    path = models.CharField(
        _("address"),
        max_length=200,
        validators=[site_path],
        help_text=_("The English address without the host, such as /draws/cec/."),
    )

    class Meta:
        verbose_name = _("menu item")
        verbose_name_plural = _("menu")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label_en

    @property
    def label(self) -> str:
        return in_active_language(self, "label")


class SearchTermQuerySet(models.QuerySet["SearchTerm"]):
    def trending(
        self, since: date, *, least: int
    ) -> "models.QuerySet[SearchTerm, dict[str, object]]":
        """{term, searches} since a day, most often first, without rare and blocked terms."""
        blocked = BlockedTerm.objects.values("term")
        return (
            self.filter(day__gte=since)
            .exclude(term__in=blocked)
            .order_by()
            .values("term")
            .annotate(searches=Sum("count"))
            .filter(searches__gte=least)
            .order_by("-searches", "term")
        )


class SearchTerm(models.Model):
    """How often a word was looked for on one day. Nothing about who looked."""

    day = models.DateField(_("day"))
    term = models.CharField(_("searched for"), max_length=80)
    count = models.PositiveIntegerField(_("times"), default=0)

    objects = SearchTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        ordering = ["-day", "-count"]
        constraints = [models.UniqueConstraint(fields=["day", "term"], name="term_once_a_day")]

    def __str__(self) -> str:
        return self.term


class BlockedTerm(models.Model):
    """A term that is never shown among the trending searches, folded as terms are."""

    term = models.CharField(_("term"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("blocked term")
        verbose_name_plural = _("blocked terms")
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term


def new_token() -> str:
    return secrets.token_urlsafe(32)


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def confirmed(self) -> "SubscriberQuerySet":
        return self.filter(confirmed_at__isnull=False)


class Subscriber(models.Model):
    """A reader who asked for mail about draws. No mail but one before `confirmed_at` is set."""

    email = models.EmailField(_("email"), unique=True)
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    families = models.JSONField(_("types of draw"), default=list, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.ENGLISH
    )
    created_at = models.DateTimeField(_("asked"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.email
