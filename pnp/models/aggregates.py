"""What some provinces publish instead of draws: month totals, intake windows, allocations."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from pnp import registry
from pnp.programs import UNITS, Program, Unit
from pnp.records import Count, Counted, MonthRecord
from pnp.totals import Total


class _OfProgram(models.Model):
    program = models.SlugField(_("program"))

    class Meta:
        abstract = True

    def clean(self) -> None:
        if self.program not in registry.programs():
            raise ValidationError({"program": _("There is no such program.")})

    @property
    def of_program(self) -> Program:
        return registry.programs()[self.program]


class OfProgramQuerySet(models.QuerySet):
    def of_province(self, code: str) -> "OfProgramQuerySet":
        known = [program.slug for program in registry.province(code).programs]
        return self.filter(program__in=known)


class PeriodTotalQuerySet(OfProgramQuerySet):
    def newest_first(self) -> "PeriodTotalQuerySet":
        return self.order_by("-month", "program")


class PeriodTotal(_OfProgram):
    """A month's sum. Never mixed with events: it has no day. Only `pnp.store` writes here."""

    month = models.DateField(_("month"))
    unit = models.SlugField(_("unit"))
    count_kind = models.SlugField(_("kind of count"))
    low = models.PositiveIntegerField(_("at least"), default=0)
    high = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    count_text = models.CharField(_("count as printed"), max_length=100, blank=True)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    first_capture = models.ForeignKey(
        "ingest.Capture", models.PROTECT, related_name="+", verbose_name=_("first seen in")
    )
    first_seen_at = models.DateTimeField(_("first seen"))

    objects = PeriodTotalQuerySet.as_manager()

    class Meta:
        verbose_name = _("month total")
        verbose_name_plural = _("month totals")
        ordering = ["-month", "program"]
        constraints = [models.UniqueConstraint(fields=["program", "month"], name="month_once")]

    def __str__(self) -> str:
        return f"{self.program} {self.month:%Y-%m}"

    @property
    def province(self) -> str:
        return next(p.code for p in registry.provinces() if self.of_program in p.programs)

    @property
    def subject(self) -> str:
        return f"pnp/{self.province}/{self.month:%Y-%m}"

    @property
    def total(self) -> Total:
        return Total(self.low, self.high, 1)

    @property
    def of_unit(self) -> Unit:
        return UNITS[self.unit]

    @property
    def record(self) -> MonthRecord:
        count = Count(Counted(self.count_kind), self.low, self.high, self.count_text)
        return MonthRecord(
            self.province, self.program, self.month, self.unit, count, self.source_url
        )

    def take_over(self, record: MonthRecord) -> None:
        self.unit, self.source_url = record.unit, record.source_url
        self.count_kind, self.count_text = record.count.kind.value, record.count.text
        self.low, self.high = record.count.low, record.count.high


class IntakeQuerySet(OfProgramQuerySet):
    def newest_first(self) -> "IntakeQuerySet":
        return self.order_by("-opens", "program", "sector")

    def open_on(self, day: date) -> "IntakeQuerySet":
        later = models.Q(closes=None) | models.Q(closes__gte=day)
        return self.filter(later, opens__lte=day)


class Intake(_OfProgram):
    """A window in which a province takes applications. Kept by editors."""

    opens = models.DateField(_("opens"))
    closes = models.DateField(_("closes"), null=True, blank=True)
    sector = models.CharField(_("sector or stream"), max_length=200, blank=True)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    used = models.PositiveIntegerField(_("places used"), null=True, blank=True)
    note_en = models.TextField(_("note"), blank=True)
    note_fr = models.TextField(_("note in French"), blank=True)
    source_url = models.URLField(_("source"), max_length=500)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        ordering = ["-opens", "program", "sector"]
        constraints = [
            models.UniqueConstraint(fields=["program", "opens", "sector"], name="intake_once")
        ]

    def __str__(self) -> str:
        return f"{self.program} {self.opens} {self.sector}".strip()

    @property
    def remaining(self) -> int | None:
        return None if self.places is None or self.used is None else self.places - self.used


class AllocationQuerySet(OfProgramQuerySet):
    def newest_first(self) -> "AllocationQuerySet":
        return self.order_by("-year", "-as_of", "program", "stream")


class Allocation(_OfProgram):
    """How many nominations a province may issue in a year, as on a day. Kept by editors."""

    year = models.PositiveSmallIntegerField(_("year"))
    stream = models.SlugField(_("stream"), max_length=80, blank=True)
    as_of = models.DateField(_("as on"))
    allocated = models.PositiveIntegerField(_("allocated"), null=True, blank=True)
    issued = models.PositiveIntegerField(_("nominations issued"), null=True, blank=True)
    remaining = models.PositiveIntegerField(_("remaining"), null=True, blank=True)
    to_process = models.PositiveIntegerField(_("to be processed"), null=True, blank=True)
    source_url = models.URLField(_("source"), max_length=500)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        ordering = ["-year", "-as_of", "program", "stream"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "year", "stream", "as_of"], name="allocation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.program} {self.year} ({self.as_of})"
