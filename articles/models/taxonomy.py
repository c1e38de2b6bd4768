"""What articles are filed under."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.words import in_active_language


class Category(models.Model):
    """A section of the newsroom. Its slug is part of every address below it and never changes."""

    slug = models.SlugField(_("slug"), unique=True)
    name_en = models.CharField(_("name"), max_length=60)
    name_fr = models.CharField(_("name in French"), max_length=60)
    description_en = models.CharField(_("description"), max_length=300, blank=True)
    description_fr = models.CharField(_("description in French"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("category", args=[self.slug])

    @property
    def name(self) -> str:
        return in_active_language(self, "name")

    @property
    def description(self) -> str:
        return in_active_language(self, "description")


class Topic(models.Model):
    """A subject that articles of any category can share."""

    slug = models.SlugField(_("slug"), unique=True)
    name_en = models.CharField(_("name"), max_length=60)
    name_fr = models.CharField(_("name in French"), max_length=60)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    @property
    def name(self) -> str:
        return in_active_language(self, "name")
