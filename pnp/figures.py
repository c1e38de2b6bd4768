"""The figures of provinces by address: pnp/on/2026-02-02/total.

    pnp/<province>/<day>/total            the event's headline total
    pnp/<province>/<day>/<kind>           the total of pnp, aip or quebec rows
    pnp/<province>/<day>/rows             how many rows there are
    pnp/<province>/<day>/<stream>         the sum of one stream's rows that day
    pnp/<province>/<day>/bounds           the headline total as a range, where it is not exact
    pnp/<province>/<day>/unit-<unit>      the part of the headline total that counts this unit
    pnp/<province>/<day>/row-<n>          the count of the n-th row as printed, from 1
    pnp/<province>/<day>/row-<n>-score    the lowest score of that row
    pnp/<province>/<day>/row-<n>-name     its stream and its target
    pnp/<province>/<day>/date             the day; full-date: with the day of the week
    pnp/<province>/<year>-<month>/total   a month's total, where a province publishes only those

The grammar is closed: an address of another form, or of nothing on record, leads nowhere.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import override

from pnp.models import Event, PeriodTotal
from pnp.totals import total_of
from publish.figures import Figure
from publish.formats import figure, long_day, weekday_day

_ADDRESS = re.compile(r"pnp/([a-z]{2})/(\d{4}-\d{2})(-\d{2})?/([a-z0-9-]+)", re.ASCII)

_ROW = re.compile(r"row-([1-9][0-9]{0,2})(-score|-name)?", re.ASCII)
_DAY: Mapping[str, Callable[[Event], str]] = {
    "rows": lambda event: figure(len(event.standing_rows)),
    "total": lambda event: event.total.text,
    "bounds": lambda event: event.total.bounds,
    "date": lambda event: long_day(event.date),
    "full-date": lambda event: weekday_day(event.date),
}

# A province and a day, or the first of a month.
Place = tuple[str, dt.date]


@dataclass(frozen=True, slots=True)
class Address:
    """A province, a day or the first of a month, and what of it."""

    province: str
    day: dt.date
    of_month: bool
    what: str


def resolve_all(addresses: Iterable[str], language: str) -> dict[str, Figure]:
    """Every figure that can be resolved, by its address, in at most three queries."""
    parsed = {address: where for address in addresses if (where := _parse(address))}
    events = _events({where.day for where in parsed.values() if not where.of_month})
    months = _months({where.day for where in parsed.values() if where.of_month})
    with override(language):
        texts = {
            address: _of_month(where, months) if where.of_month else _of_day(where, events)
            for address, where in parsed.items()
        }
    return {address: Figure(text, _iso(parsed[address])) for address, text in texts.items() if text}


def _iso(where: Address) -> str:
    return where.day.isoformat() if where.what in ("date", "full-date") else ""


def _parse(address: str) -> Address | None:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    try:
        day = dt.date.fromisoformat(match[2] + (match[3] or "-01"))
    except ValueError:
        return None
    return Address(match[1], day, match[3] is None, match[4])


def _events(days: set[dt.date]) -> Mapping[Place, Event]:
    if not days:
        return {}
    return {(e.province, e.date): e for e in Event.objects.filter(date__in=days).with_rows()}


def _months(firsts: set[dt.date]) -> Mapping[Place, list[PeriodTotal]]:
    if not firsts:
        return {}
    found: dict[Place, list[PeriodTotal]] = {}
    for row in PeriodTotal.objects.filter(month__in=firsts):
        found.setdefault((row.province, row.month), []).append(row)
    return found


def _of_day(where: Address, events: Mapping[Place, Event]) -> str:
    event = events.get((where.province, where.day))
    if event is None:
        return ""
    if where.what in _DAY:
        return _DAY[where.what](event)
    if match := _ROW.fullmatch(where.what):
        return _of_row(event, int(match[1]), match[2] or "")
    if where.what.startswith("unit-"):
        sums = {unit.slug: total for unit, total in event.totals_by_unit}
        found = sums.get(where.what.removeprefix("unit-"))
        return found.text if found else ""
    rows = [row for row in event.standing_rows if where.what in (row.kind, row.stream)]
    return total_of(rows).text if rows else ""


def _of_row(event: Event, number: int, what: str) -> str:
    rows = event.standing_rows
    if not 1 <= number <= len(rows):
        return ""
    row = rows[number - 1]
    if what == "-name":
        return ", ".join(filter(None, [row.stream_label, row.target_label]))
    return row.score_label if what else row.count_label


def _of_month(where: Address, found: Mapping[Place, list[PeriodTotal]]) -> str:
    rows = found.get((where.province, where.day), [])
    return total_of(rows).text if rows and where.what == "total" else ""
