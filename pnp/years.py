"""What a province counted in each year, by the unit that it counts in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pnp import registry
from pnp.listings import counted
from pnp.models import Tally
from pnp.programs import UNITS, Unit
from pnp.totals import NOTHING, Total
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


def years_of(province: str, kind: str) -> list[Year]:
    """The years of a province’s events, newest first, with the sums of one kind. One query."""
    programs = registry.programs_of_kind(kind)
    days: dict[int, int] = {}
    sums: dict[int, dict[str, Total]] = {}
    for line in Tally.objects.of_province(province):
        if not line.program:
            days[line.year] = line.rows
        elif line.program in programs:
            of_year = sums.setdefault(line.year, {})
            total = Total(line.low, None if line.open else line.high, line.rows)
            of_year[line.unit] = of_year.get(line.unit, NOTHING) + total
    return [
        Year(year, days[year], list(_in_order(sums.get(year, {}))))
        for year in sorted(days, reverse=True)
    ]


def _in_order(sums: Mapping[str, Total]) -> Iterator[tuple[Unit, Total]]:
    return ((unit, sums[slug]) for slug, unit in UNITS.items() if slug in sums)
