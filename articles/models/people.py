"""Who writes and checks."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.picture import Picture
from articles.models.words import in_active_language


class Author(models.Model):
    """A member of the newsroom, with a page. The slug never changes."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    role_en = models.CharField(_("role"), max_length=80, blank=True)
    role_fr = models.CharField(_("role in French"), max_length=80, blank=True)
    bio_en = models.TextField(_("about"), blank=True)
    bio_fr = models.TextField(_("about, in French"), blank=True)
    photo = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("author", args=[self.slug])

    @property
    def role(self) -> str:
        return in_active_language(self, "role")

    @property
    def bio(self) -> str:
        return in_active_language(self, "bio")
