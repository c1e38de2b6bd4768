"""Stream texts that editors mapped to streams."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pnp import registry


class StreamAliasQuerySet(models.QuerySet["StreamAlias"]):
    def texts_of(self, province: str) -> dict[str, str]:
        """Stream text -> slug, as the adapters and the import take it."""
        return dict(self.filter(province=province).values_list("text", "stream"))


class StreamAlias(models.Model):
    """How a page, or an editor's file, names a stream. The registry knows the usual names."""

    province = models.CharField(_("province"), max_length=2)
    text = models.CharField(_("text"), max_length=200)
    stream = models.SlugField(_("stream"), max_length=80)

    objects = StreamAliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("name of a stream")
        verbose_name_plural = _("names of streams")
        ordering = ["province", "text"]
        constraints = [
            models.UniqueConstraint(fields=["province", "text"], name="stream_text_mapped_once")
        ]

    def __str__(self) -> str:
        return f"{self.province.upper()}: {self.text}"

    @property
    def stream_label(self) -> str:
        known = registry.streams().get(self.stream)
        return known.label if known else self.text
