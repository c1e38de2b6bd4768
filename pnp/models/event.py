"""A day's event of one province: the sum of its rows that readers see."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ingest.models import Revision
from pnp import registry
from pnp.models.row import Row
from pnp.programs import UNITS, Province, Unit
from pnp.records import subject_of
from pnp.totals import NOTHING, Total, total_of

KINDS = ("pnp", "aip", "quebec")


class EventQuerySet(models.QuerySet["Event"]):
    def newest_first(self) -> "EventQuerySet":
        return self.order_by("-date", "province")

    def of_province(self, code: str) -> "EventQuerySet":
        return self.filter(province=code)

    def in_year(self, year: int) -> "EventQuerySet":
        return self.filter(date__range=(dt.date(year, 1, 1), dt.date(year, 12, 31)))

    def of_kind(self, kind: str) -> "EventQuerySet":
        """Events with at least one row of a program of this kind: pnp, aip or quebec."""
        return self._with_row(program__in=registry.programs_of_kind(kind))

    def of_stream(self, slug: str) -> "EventQuerySet":
        return self._with_row(stream=slug)

    def of_unit(self, slug: str) -> "EventQuerySet":
        return self._with_row(unit=slug)

    def ee_aligned(self) -> "EventQuerySet":
        """Events with a row of a stream that leads, or may lead, through Express Entry."""
        return self._with_row(stream__in=registry.ee_streams())

    def _with_row(self, **wanted: Any) -> "EventQuerySet":
        # A subquery, not a join: an event with many such rows stands in the list once.
        rows: QuerySet[Row] = Row.every.standing().filter(event=OuterRef("pk"), **wanted)
        return self.filter(Exists(rows))

    def before(self, event: "Event") -> "EventQuerySet":
        """Earlier events of the same province, the nearest first."""
        return self.filter(province=event.province, date__lt=event.date).order_by("-date")

    def after(self, event: "Event") -> "EventQuerySet":
        """Later events of the same province, the nearest first."""
        return self.filter(province=event.province, date__gt=event.date).order_by("date")

    def with_totals(self) -> "EventQuerySet":
        """Adds the sums of each kind of program, in the same query: see Event.total_of."""
        sums: dict[str, Any] = {}
        for kind in KINDS:
            standing = Q(rows__withdrawn_at=None, rows__program__in=registry.programs_of_kind(kind))
            sums[f"{kind}_low"] = Coalesce(Sum("rows__low", filter=standing), 0)
            sums[f"{kind}_high"] = Coalesce(Sum("rows__high", filter=standing), 0)
            sums[f"{kind}_open"] = Count("rows", filter=standing & Q(rows__high=None))
            sums[f"{kind}_rows"] = Count("rows", filter=standing)
        found: EventQuerySet = self.annotate(**sums)
        return found

    def newest(self, count: int) -> "EventQuerySet":
        """The newest `count` of these with their sums, newest first, in one query: no other
        event is added up."""
        return Event.every.chosen(self.newest_first(), count).with_totals().newest_first()

    def nearest(self) -> "Event | None":
        """The first of these in their order, with its sums. One query."""
        return Event.every.chosen(self, 1).with_totals().first()

    def chosen(self, events: "EventQuerySet", count: int) -> "EventQuerySet":
        """The first `count` of some events."""
        return self.filter(pk__in=events.values("pk")[:count])

    def with_rows(self) -> "EventQuerySet":
        """All standing rows of each event, in one more query: see Event.standing_rows."""
        return self.prefetch_related(Prefetch("rows", Row.objects.as_printed()))

    def with_all_rows(self) -> "EventQuerySet":
        """All rows, withdrawn ones too: what a page is compared with."""
        return self.prefetch_related(Prefetch("rows", Row.every.as_printed()))

    def newest_per_province(self, each: int = 1) -> "EventQuerySet":
        """The newest `each` events of every province, newest first. One look into the index for
        each province, however many events there are."""
        newest = Q(pk__in=[])
        for province in registry.provinces():
            of_province = self.of_province(province.code).order_by("-date")
            newest |= Q(pk__in=of_province.values("pk")[:each])
        found: EventQuerySet = Event.objects.filter(newest).newest_first()
        return found

    def years(self) -> list[int]:
        """The years from the newest to the oldest event; those between without one, too."""
        days = self.order_by("date").values_list("date", flat=True)
        first, last = days.first(), days.last()
        return list(range(last.year, first.year - 1, -1)) if first and last else []

    def total(self, kind: str = "pnp") -> Total:
        """The sum of all these events, of the programs of one kind."""
        rows = Row.objects.filter(event__in=self.order_by().values("pk"))
        found: Total = rows.of_kind(kind).total()
        return found

    def with_capture(self) -> "EventQuerySet":
        """The capture that an event was first seen in, without its body."""
        return self.select_related("first_capture").defer("first_capture__packed")


class StandingManager(models.Manager.from_queryset(EventQuerySet)):  # type: ignore[misc]
    """Events of which at least one row stands."""

    def get_queryset(self) -> EventQuerySet:
        events: EventQuerySet = super().get_queryset()
        return events.filter(withdrawn_at=None)


class Event(models.Model):
    """What one province did on one day. Only `pnp.store` and `pnp.notes` write here."""

    province = models.CharField(_("province"), max_length=2)
    date = models.DateField(_("date"), db_index=True)
    # The page's own sum, kept beside the rows, also where they do not add up to it.
    printed_total = models.PositiveIntegerField(_("total as printed"), null=True, blank=True)
    note_en = models.TextField(_("editor’s note"), blank=True)
    note_fr = models.TextField(_("editor’s note in French"), blank=True)
    first_capture = models.ForeignKey(
        "ingest.Capture", models.PROTECT, related_name="+", verbose_name=_("first seen in")
    )
    first_seen_at = models.DateTimeField(_("first seen"))
    # Set when the province took back every row.
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = StandingManager()
    every = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("provincial event")
        verbose_name_plural = _("provincial events")
        ordering = ["-date", "province"]
        constraints = [
            models.UniqueConstraint(fields=["province", "date"], name="event_once_a_day")
        ]
        indexes = [models.Index(fields=["province", "-date"], name="event_of_province")]

    def __str__(self) -> str:
        return f"{self.province.upper()} {self.date}"

    def get_absolute_url(self) -> str:
        return reverse("pnp:event", args=[self.place.slug, self.date.isoformat()])

    @property
    def subject(self) -> str:
        """How events, revisions, figures and feed ids name it: pnp/on/2026-02-02."""
        return subject_of(self.province, self.date)

    @property
    def place(self) -> Province:
        """The province with its names, programs and streams."""
        return registry.province(self.province)

    @property
    def standing_rows(self) -> Sequence[Row]:
        """The rows as printed, without withdrawn ones. One query unless `with_rows` was asked."""
        if "rows" in getattr(self, "_prefetched_objects_cache", {}):
            return list(self.rows.all())
        return list(Row.objects.filter(event=self).as_printed())

    @property
    def kind(self) -> str:
        """pnp where any row counts as PNP, else aip or quebec."""
        return next((kind for kind in KINDS if self.total_of(kind).rows), "pnp")

    @property
    def total(self) -> Total:
        """What readers see beside the province: the PNP rows, or else all rows."""
        return self.total_of(self.kind)

    def total_of(self, kind: str) -> Total:
        """The sum over the programs of one kind."""
        if hasattr(self, f"{kind}_low"):
            high = None if getattr(self, f"{kind}_open") else getattr(self, f"{kind}_high")
            return Total(getattr(self, f"{kind}_low"), high, getattr(self, f"{kind}_rows"))
        return total_of(row for row in self.standing_rows if row.kind == kind)

    @property
    def totals_by_unit(self) -> list[tuple[Unit, Total]]:
        """The headline total, split by what was counted: each unit has its own verb."""
        sums: dict[str, Total] = {}
        for row in self.standing_rows:
            if row.kind == self.kind:
                sums[row.unit] = sums.get(row.unit, NOTHING) + Total(row.low, row.high, 1)
        return [(UNITS[slug], total) for slug, total in sums.items()]

    @property
    def span(self) -> tuple[dt.date | None, str]:
        """The first day and the printed words, where a row says that it took several days."""
        ranged = [row for row in self.standing_rows if row.date_from]
        if not ranged:
            return (None, "")
        first = min(ranged, key=lambda row: row.date_from or self.date)
        return (first.date_from, first.date_text)

    def revisions(self) -> list[tuple[Revision, Row | None]]:
        """What the province changed after publishing it, newest first, and in which row."""
        rows = {row.subject: row for row in Row.every.filter(event=self).as_printed()}
        found = Revision.objects.filter(subject__in=[self.subject, *rows]).newest_first()
        return [(revision, rows.get(revision.subject)) for revision in found]
