"""Pictures: checked by content, without camera data, in the sizes and types that browsers like."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.words import in_active_language
from articles.uploads import CheckedPictureField


class Picture(models.Model):
    """One picture with its words. AVIF and WebP copies are made when it is saved."""

    file = CheckedPictureField(
        _("file"),
        upload_to="pictures/%Y/",
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG, WebP or AVIF, at most 10 MB. Camera data is dropped."),
    )
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    alt_en = models.CharField(
        _("description for those who cannot see it"), max_length=300, blank=True
    )
    alt_fr = models.CharField(_("the same in French"), max_length=300, blank=True)
    caption_en = models.CharField(_("caption"), max_length=300, blank=True)
    caption_fr = models.CharField(_("caption in French"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.alt_en or self.file.name or str(self.pk)

    @property
    def alt(self) -> str:
        return in_active_language(self, "alt")

    @property
    def caption(self) -> str:
        return in_active_language(self, "caption")
