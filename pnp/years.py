"""What a province counted in each year, by the unit that it counts in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce, ExtractYear

from pnp import registry
from pnp.listings import counted
from pnp.models.event import EventQuerySet
from pnp.programs import UNITS, Unit
from pnp.totals import Total
from publish.formats import series


@dataclass(frozen=True, slots=True)
class Year:
    """`days` with an event; the sums are of the programs of one kind."""

    year: int
    days: int
    totals: Sequence[tuple[Unit, Total]]

    @property
    def said(self) -> str:
        """ "4,210 invited and 2,118 notified"; "" where nothing counts."""
        return series([counted(unit, total) for unit, total in self.totals])


def years_of(events: EventQuerySet, kind: str) -> list[Year]:
    """The years of these events, newest first, with the sums of one kind. One query."""
    by_year = events.order_by().annotate(year=ExtractYear("date")).values("year")
    found = by_year.annotate(days=Count("pk", distinct=True), **_sums(kind)).order_by("-year")
    return [Year(line["year"], line["days"], list(_totals(dict(line)))) for line in found]


def _sums(kind: str) -> dict[str, Any]:
    programs = registry.programs_of_kind(kind)
    sums: dict[str, Any] = {}
    for slug in UNITS:
        rows = Q(rows__withdrawn_at=None, rows__program__in=programs, rows__unit=slug)
        sums[f"{slug}_low"] = Coalesce(Sum("rows__low", filter=rows), 0)
        sums[f"{slug}_high"] = Coalesce(Sum("rows__high", filter=rows), 0)
        sums[f"{slug}_open"] = Count("rows", filter=rows & Q(rows__high=None))
        sums[f"{slug}_rows"] = Count("rows", filter=rows)
    return sums


def _totals(line: dict[str, Any]) -> Iterator[tuple[Unit, Total]]:
    for slug, unit in UNITS.items():
        if line[f"{slug}_rows"]:
            high = None if line[f"{slug}_open"] else line[f"{slug}_high"]
            yield unit, Total(line[f"{slug}_low"], high, line[f"{slug}_rows"])
