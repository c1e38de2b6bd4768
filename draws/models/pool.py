"""The pool: candidates by score band, as counted on one date."""

import hashlib
from dataclasses import asdict
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from draws.records import BANDS, POOL_FIELDS, PoolRecord


def _count(label: object) -> "models.PositiveIntegerField[int | None, int | None]":
    return models.PositiveIntegerField(str(label), null=True, blank=True)


class PoolCountQuerySet(models.QuerySet["PoolCount"]):
    def printed(self) -> "PoolCountQuerySet":
        """Counts that at least one draw still carries."""
        from draws.models.draw import Draw

        return self.filter(models.Exists(Draw.objects.filter(pool=models.OuterRef("pk"))))

    def newest_first(self) -> "PoolCountQuerySet":
        return self.order_by("-as_of", "-pk")

    def with_draws(self) -> "PoolCountQuerySet":
        from draws.models.draw import Draw

        slim = Draw.objects.only("number", "serial", "family", "pool_id").order_by("serial")
        return self.prefetch_related(models.Prefetch("draws", queryset=slim))

    def newest(self) -> "PoolCount | None":
        return self.printed().newest_first().first()


class PoolCount(models.Model):
    """One count, kept once however many draws it is printed with."""

    as_of = models.DateField(_("as on"), null=True, db_index=True)
    fingerprint = models.CharField(max_length=64, unique=True)

    b601_1200 = _count("601–1200")
    b501_600 = _count("501–600")
    b451_500 = _count("451–500")
    b491_500 = _count("491–500")
    b481_490 = _count("481–490")
    b471_480 = _count("471–480")
    b461_470 = _count("461–470")
    b451_460 = _count("451–460")
    b401_450 = _count("401–450")
    b441_450 = _count("441–450")
    b431_440 = _count("431–440")
    b421_430 = _count("421–430")
    b411_420 = _count("411–420")
    b401_410 = _count("401–410")
    b351_400 = _count("351–400")
    b301_350 = _count("301–350")
    b0_300 = _count("0–300")
    total = _count(_("total"))

    objects = PoolCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("pool count")
        verbose_name_plural = _("pool counts")
        ordering = ["-as_of", "-pk"]

    def __str__(self) -> str:
        return f"{self.as_of}: {self.total}"

    @classmethod
    def of(cls, record: PoolRecord, as_of: date | None) -> "PoolCount":
        """The row of this count, made when it is new."""
        figures = asdict(record)
        printed = "|".join(f"{name}={figures[name]}" for name in sorted(figures))
        fingerprint = hashlib.sha256(f"{as_of}|{printed}".encode()).hexdigest()
        return cls.objects.get_or_create(
            fingerprint=fingerprint, defaults={"as_of": as_of, **figures}
        )[0]

    @property
    def record(self) -> PoolRecord:
        return PoolRecord(**{name: getattr(self, name) for name in POOL_FIELDS.values()})

    @property
    def has_fine_bands(self) -> bool:
        """Whether the ten-point bands are known, not only the wide ones."""
        return all(getattr(self, band.field) is not None for band in BANDS)
