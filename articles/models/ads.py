"""Advertisements: where they stand, which size is kept free for them, and what fills it when."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.picture import Picture
from articles.models.words import Language, in_active_language
from articles.validators import site_path_or_https


class Position(models.TextChoices):
    ARTICLE_TOP = "article-top", _("article, above the text")
    ARTICLE_MID = "article-mid", _("article, in the text")
    SIDEBAR_1 = "sidebar-1", _("sidebar, first")
    SIDEBAR_2 = "sidebar-2", _("sidebar, second")
    LIST = "list", _("lists of articles")


class Size(models.TextChoices):
    """The room that is kept free, whether an advertisement comes or not."""

    BOX = "box", _("300 by 250 at every width")
    BANNER = "banner", _("320 by 100, 728 by 100 on wide screens")
    NONE = "none", _("nothing stands here")


class AdSlot(models.Model):
    """What an editor set for a position. One without a row has the defaults: see articles.ads."""

    position = models.CharField(_("position"), max_length=20, choices=Position.choices, unique=True)
    narrow = models.CharField(
        _("size on phones"), max_length=10, choices=Size.choices, default=Size.BOX
    )
    wide = models.CharField(
        _("size on wide screens"), max_length=10, choices=Size.choices, default=Size.BOX
    )
    label_en = models.CharField(_("label"), max_length=40, default="Advertisement")
    label_fr = models.CharField(_("label in French"), max_length=40, default="Publicité")

    class Meta:
        verbose_name = _("ad slot")
        verbose_name_plural = _("ad slots")
        ordering = ["position"]

    def __str__(self) -> str:
        return self.get_position_display()

    @property
    def label(self) -> str:
        return in_active_language(self, "label")


class AdQuerySet(models.QuerySet["Ad"]):
    def running(self, at: datetime | None = None) -> "AdQuerySet":
        """Those whose time it is; now if none is given."""
        at = at or timezone.now()
        begun = Q(starts_at=None) | Q(starts_at__lte=at)
        going = Q(ends_at=None) | Q(ends_at__gt=at)
        return self.filter(begun & going)

    def in_language(self, language: str) -> "AdQuerySet":
        return self.filter(Q(language=language) | Q(language=""))

    def at(self, position: str) -> "AdQuerySet":
        """For one position, best first: paid before house, then by priority, then newest."""
        return self.filter(position=position).best_first()

    def best_first(self) -> "AdQuerySet":
        return self.order_by("is_house", "-priority", "-pk")


class Ad(models.Model):
    """One advertisement, paid or our own: a picture, or a line of text, with a link."""

    name = models.CharField(_("name at the desk"), max_length=80)
    position = models.CharField(
        _("position"), max_length=20, choices=Position.choices, db_index=True
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=Language.choices,
        blank=True,
        help_text=_("Blank: on pages of both languages."),
    )
    is_house = models.BooleanField(
        _("our own"), default=False, help_text=_("Shown where no paid advertisement runs.")
    )
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("picture")
    )
    text_en = models.CharField(_("text"), max_length=200, blank=True)
    text_fr = models.CharField(_("text in French"), max_length=200, blank=True)
    link = models.CharField(_("link"), max_length=300, validators=[site_path_or_https])
    starts_at = models.DateTimeField(_("starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    priority = models.SmallIntegerField(_("priority"), default=0)

    objects = AdQuerySet.as_manager()

    class Meta:
        verbose_name = _("advertisement")
        verbose_name_plural = _("advertisements")
        ordering = ["position", "is_house", "-priority", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def text(self) -> str:
        return in_active_language(self, "text")
