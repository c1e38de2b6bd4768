"""Figures by name, for articles to bind: `pnp/on/2026-02-02/total`.

    pnp/<province>/<day>/total            the event's headline total
    pnp/<province>/<day>/<kind>           the total of pnp, aip or quebec rows
    pnp/<province>/<day>/rows             how many rows there are
    pnp/<province>/<day>/<stream>         the sum of one stream's rows that day
    pnp/<province>/<year>-<month>/total   a month's total, where a province publishes only those

A figure is a text in the active language ("429", "at least 298"); its name never changes.
"""

import datetime as dt
import re

from pnp.models import Event, PeriodTotal
from pnp.models.event import KINDS
from pnp.totals import Total, total_of
from publish.formats import figure

_NAME = re.compile(r"pnp/([a-z]{2})/(\d{4}-\d{2}(?:-\d{2})?)/([a-z0-9-]+)")


class NoSuchFigure(LookupError):
    """The name is no figure, or the record has no such event; str() says which."""


def text_of(name: str) -> str:
    """The figure as readers see it. Raises NoSuchFigure."""
    province, day, what = _parts(name)
    if what == "rows":
        return figure(len(_event(province, day, name).standing_rows))
    return total_named(name).text


def total_named(name: str) -> Total:
    """The bounds behind a figure. Raises NoSuchFigure."""
    province, day, what = _parts(name)
    if len(day) == len("2026-02"):
        return _month(province, day, name)
    event = _event(province, day, name)
    if what == "total":
        return event.total
    if what in KINDS:
        return event.total_of(what)
    rows = [row for row in event.standing_rows if row.stream == what]
    if not rows:
        raise NoSuchFigure(f"{name}: {event} has no row of the stream {what!r}")
    return total_of(rows)


def _parts(name: str) -> tuple[str, str, str]:
    match = _NAME.fullmatch(name)
    if match is None:
        raise NoSuchFigure(f"{name!r:.100} is no name of a provincial figure")
    return match[1], match[2], match[3]


def _day(text: str, name: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise NoSuchFigure(f"{name}: {text} is no day") from None


def _event(province: str, day: str, name: str) -> Event:
    wanted = Event.objects.filter(province=province, date=_day(day, name))
    event: Event | None = wanted.with_totals().first()
    if event is None:
        raise NoSuchFigure(f"{name}: there is no such event")
    return event


def _month(province: str, month: str, name: str) -> Total:
    first = _day(f"{month}-01", name)
    found = [row for row in PeriodTotal.objects.filter(month=first) if row.province == province]
    if not found:
        raise NoSuchFigure(f"{name}: there is no such month")
    return total_of(row for row in found)
