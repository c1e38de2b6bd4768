"""Draws and days of provinces, by number, score, name and date."""

import datetime as dt
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.rows import Row, form_of, present
from articles.desk.search.found import Found, found
from articles.search import draws as public_draws
from articles.search import provinces as public_provinces
from articles.search.dates import month_in, year_in
from articles.search.query import Query
from draws.models import Draw
from pnp.models import Event
from publish.formats import day, figure

ISO_DAY = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")


def day_in(query: Query) -> dt.date | None:
    """The day that is typed, as 2026-02-17 or in words with its year; None if there is none."""
    if found := ISO_DAY.search(query.typed):
        return _day(*map(int, found.groups()))
    year, month = year_in(query.words), month_in(query.words)
    numbers = [int(w) for w in query.words if w.isascii() and w.isdigit() and len(w) < 3]
    return _day(year, month, numbers[0]) if year and month and numbers else None


def _day(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def draws(query: Query) -> Found:
    """By day, else as readers find them: by number, cut-off, type, month and year."""
    if on := day_in(query):
        return found(Draw.objects.filter(date=on).newest_first(), _of_draw)
    named = public_draws.find(query)
    if named is None:
        return Found()
    return Found([_of_draw(draw) for draw in named.draws], named.total, named.path)


def _of_draw(draw: Draw) -> Row:
    invited = ngettext("%(invited)s invited", "%(invited)s invited", draw.invitations)
    facts = [
        day(draw.date),
        _("CRS %(score)s") % {"score": draw.crs},
        invited % {"invited": figure(draw.invitations)},
    ]
    return Row(f"{draw.number} · {draw.kind.name}", form_of("draws_draw", draw.pk), facts)


def provincial_draws(query: Query) -> Found:
    """By day, else as readers find them: by province, month and year."""
    if on := day_in(query):
        return found(Event.objects.filter(date=on).with_totals().newest_first(), _of_day)
    named = public_provinces.find(query)
    if named is None:
        return Found()
    return Found([_of_day(each) for each in named.days], named.total, named.path)


def _of_day(event: Event) -> Row:
    facts = present([day(event.date), event.total.text])
    return Row(event.place.label, form_of("pnp_event", event.pk), facts)
