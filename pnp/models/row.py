"""One row of an official table, as the province prints it now."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, Q, Sum
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from pnp import registry
from pnp.programs import UNITS, Program, Scale, Stream, Unit
from pnp.records import Count as PrintedCount
from pnp.records import Counted, RowRecord, Score, Scored
from pnp.targets import target_label
from pnp.totals import Total
from publish.formats import figure, span


class RowQuerySet(models.QuerySet["Row"]):
    def standing(self) -> "RowQuerySet":
        return self.filter(withdrawn_at=None)

    def newest_first(self) -> "RowQuerySet":
        return self.order_by("-event__date", "event__province", "pk")

    def as_printed(self) -> "RowQuerySet":
        return self.select_related("event").order_by("event", "pk")

    def of_province(self, code: str) -> "RowQuerySet":
        return self.filter(event__province=code)

    def in_year(self, year: int) -> "RowQuerySet":
        return self.filter(event__date__range=(date(year, 1, 1), date(year, 12, 31)))

    def of_stream(self, slug: str) -> "RowQuerySet":
        return self.filter(stream=slug)

    def of_kind(self, kind: str) -> "RowQuerySet":
        return self.filter(program__in=registry.programs_of_kind(kind))

    def ee_aligned(self) -> "RowQuerySet":
        return self.filter(stream__in=registry.ee_streams())

    def scored(self) -> "RowQuerySet":
        """Rows with a score, oldest first: what a chart of one stream and scale joins."""
        return self.exclude(score_low=None).order_by("event__date", "pk")

    def with_event(self) -> "RowQuerySet":
        return self.select_related("event")

    def total(self) -> Total:
        """The sum of these rows, in one query."""
        sums: dict[str, Any] = self.order_by().aggregate(
            least=Sum("low", default=0),
            most=Sum("high", default=0),
            open=Count("pk", filter=Q(high=None)),
            rows=Count("pk"),
        )
        return Total(sums["least"], None if sums["open"] else sums["most"], sums["rows"])


class StandingManager(models.Manager.from_queryset(RowQuerySet)):  # type: ignore[misc]
    """Rows that the province still prints, or never took back."""

    def get_queryset(self) -> RowQuerySet:
        rows: RowQuerySet = super().get_queryset()
        return rows.standing()


class Row(models.Model):
    """One row. Only `pnp.store` writes here; admin reads. The columns are those of RowRecord."""

    event = models.ForeignKey(
        "pnp.Event", models.CASCADE, related_name="rows", verbose_name=_("event")
    )
    program = models.SlugField(_("program"))
    stream = models.SlugField(_("stream"), max_length=80)
    stream_text = models.CharField(_("stream as printed"), max_length=200)
    target = models.CharField(_("target"), max_length=300, blank=True)
    place = models.PositiveSmallIntegerField(_("place among equals"), default=1)
    unit = models.SlugField(_("unit"), choices=[(slug, unit.name) for slug, unit in UNITS.items()])
    count_kind = models.SlugField(_("kind of count"))
    low = models.PositiveIntegerField(_("at least"), default=0)
    high = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    count_text = models.CharField(_("count as printed"), max_length=100, blank=True)
    score_kind = models.SlugField(_("kind of score"))
    score_low = models.PositiveSmallIntegerField(_("lowest score"), null=True, blank=True)
    score_high = models.PositiveSmallIntegerField(_("highest score"), null=True, blank=True)
    score_text = models.CharField(_("score as printed"), max_length=100, blank=True)
    scale = models.SlugField(_("score scale"), blank=True)
    date_from = models.DateField(_("first day"), null=True, blank=True)
    date_text = models.CharField(_("date as printed"), max_length=100, blank=True)
    number = models.CharField(_("draw number"), max_length=20, blank=True)
    profiles_from = models.DateField(_("profiles created from"), null=True, blank=True)
    profiles_to = models.DateField(_("profiles created to"), null=True, blank=True)
    ee_count = models.PositiveIntegerField(_("with Express Entry profile"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    evidence = models.SlugField(_("evidence"), default="official")
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    first_capture = models.ForeignKey(
        "ingest.Capture", models.PROTECT, related_name="+", verbose_name=_("first seen in")
    )
    first_seen_at = models.DateTimeField(_("first seen"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = StandingManager()
    every = RowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an event")
        verbose_name_plural = _("rows of events")
        ordering = ["-event__date", "event__province", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "program", "stream", "target", "place"], name="row_once"
            )
        ]
        indexes = [models.Index(fields=["stream", "program"], name="row_of_stream")]

    def __str__(self) -> str:
        return f"{self.event} {self.stream} {self.target}".strip()

    @property
    def subject(self) -> str:
        """How revisions name it. Never changes, also where the province rewords a target."""
        return f"{self.event.subject}/{self.pk}"

    @property
    def kind(self) -> str:
        return self.of_program.kind

    @property
    def of_program(self) -> Program:
        return registry.programs()[self.program]

    @property
    def known_stream(self) -> Stream | None:
        """The stream of the registry; None for one that an editor added under its printed name."""
        return registry.streams().get(self.stream)

    @property
    def stream_label(self) -> str:
        known = self.known_stream
        return known.label if known else self.stream_text

    @property
    def stream_name(self) -> str:
        """The name in English whatever the page's language: for files."""
        known = self.known_stream
        return known.name if known else self.stream_text

    @property
    def target_label(self) -> str:
        return target_label(self.target)

    @property
    def target_is_as_printed(self) -> bool:
        """Whether the target stands in the province's own words on a page in another language."""
        return get_language() != "en" and self.target_label == self.target != ""

    @property
    def of_unit(self) -> Unit:
        return UNITS[self.unit]

    @property
    def of_scale(self) -> Scale | None:
        return registry.scales().get(self.scale)

    @property
    def count(self) -> PrintedCount:
        return PrintedCount(Counted(self.count_kind), self.low, self.high, self.count_text)

    @property
    def count_label(self) -> str:
        """429, “fewer than 10”, “10 to 15”, “not published”."""
        if self.count_kind == Counted.EXACT:
            return figure(self.low)
        if self.count_kind == Counted.BELOW:
            return gettext("fewer than %(limit)s") % {"limit": figure((self.high or 0) + 1)}
        if self.count_kind == Counted.RANGE and self.high is not None:
            return span(figure(self.low), figure(self.high))
        if self.count_kind == Counted.PLACEHOLDER:
            return gettext("left blank by the province")
        return gettext("not published")

    @property
    def score(self) -> Score:
        return Score(Scored(self.score_kind), self.score_low, self.score_high, self.score_text)

    @property
    def score_label(self) -> str:
        """58, “505 to 528”, “634 and above in one group”, or why there is none."""
        if self.score_low is None:
            if self.score_kind == Scored.NOT_APPLICABLE:
                return gettext("no score: chosen by wage")
            return gettext("not published")
        if self.score_kind == Scored.RANGE and self.score_high is not None:
            return span(self.score_low, self.score_high)
        if self.score_kind == Scored.SEVERAL:
            return gettext("%(low)s, the lowest of several") % {"low": self.score_low}
        return str(self.score_low)

    @property
    def record(self) -> RowRecord:
        """This row as the value that pages are compared with."""
        return RowRecord(
            province=self.event.province,
            date=self.event.date,
            program=self.program,
            stream=self.stream,
            stream_text=self.stream_text,
            target=self.target,
            unit=self.unit,
            count=self.count,
            score=self.score,
            scale=self.scale,
            place=self.place,
            date_from=self.date_from,
            date_text=self.date_text,
            number=self.number,
            profiles_from=self.profiles_from,
            profiles_to=self.profiles_to,
            ee_count=self.ee_count,
            note=self.note,
            evidence=self.evidence,
            source_url=self.source_url,
        )

    def take_over(self, record: RowRecord) -> None:
        """The values of a record, apart from its event and its key's place."""
        for name in TAKEN_OVER:
            setattr(self, name, getattr(record, name))
        self.count_kind, self.count_text = record.count.kind.value, record.count.text[:100]
        self.low, self.high = record.count.low, record.count.high
        self.score_kind, self.score_text = record.score.kind.value, record.score.text[:100]
        self.score_low, self.score_high = record.score.low, record.score.high

    @property
    def is_secondary(self) -> bool:
        """Whether no official page was seen for it."""
        return self.evidence == "secondary"


TAKEN_OVER = (
    *("program", "stream", "stream_text", "target", "place", "unit", "scale"),
    *("date_from", "date_text", "number", "profiles_from", "profiles_to", "ee_count"),
    *("note", "evidence", "source_url"),
)
