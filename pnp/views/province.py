"""One province: what it publishes, what it does not, and all that is on record."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from ingest.models import Attempt
from pnp import charts, quality, registry
from pnp.days import Day, days_of
from pnp.listings import province_listing
from pnp.models import Allocation, Event, Intake, PeriodTotal, Row
from pnp.programs import Province
from pnp.years import years_of
from publish.forms import form_page, forms_of, respond
from publish.pages import edition_of, moment_of, page

# Days are shown whole, until there are this many rows.
RECENT, ROWS = 20, 40
# The newest month totals.
MONTHS = 12
# The charts of a province are made of its newest scores.
SCORES = 300


def last_checked(request: HttpRequest, slug: str) -> dt.datetime | None:
    """When one of the province's pages was last found to agree with the record. One query."""
    found = registry.province_of_slug(slug)
    if found is None or not found.feeds:
        return None
    attempts = Attempt.objects.good().filter(source__key__in=[feed.key for feed in found.feeds])
    return attempts.newest_first().values_list("started_at", flat=True).first()


@page(moment=last_checked)
def province(request: HttpRequest, slug: str) -> HttpResponse:
    """What one province published: newest days, scores by stream, months, windows, allocations."""
    shown = province_or_404(slug)
    events = Event.objects.of_province(shown.code)
    days = list(_few(days_of(events.newest_first().with_rows()[:RECENT])))
    listing = province_listing(shown, "rss")
    years = years_of(shown.code, shown.program.kind)
    context = {
        "province": shown,
        "days": days,
        "years": years,
        "count": sum(year.days for year in years),
        "listing": listing,
        "forms": forms_of(listing),
        "checked": moment_of(request),
        "charts": charts.charts_of(_scored(shown)),
        "notes": list(_notes(shown)),
        "as_on": edition_of(request).modified_at,
        **_aggregates(shown),
    }
    return render(request, "pnp/province.html", context)


def _few(days: list[Day]) -> Iterator[Day]:
    shown = 0
    for day in days:
        if shown and shown + len(day.rows) > ROWS:
            return
        shown += len(day.rows)
        yield day


@form_page()
def province_form(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The rows of one province as RSS, CSV and whatever comes later."""
    return respond(province_listing(province_or_404(slug), form), form)


def province_or_404(slug: str) -> Province:
    found = registry.province_of_slug(slug)
    if found is None:
        raise Http404
    return found


def _scored(shown: Province) -> list[Row]:
    """The newest rows with a score, oldest first; no query where nothing is ever scored."""
    if not any(stream.scale for stream in shown.streams):
        return []
    rows = Row.objects.of_province(shown.code).scored().with_event()
    return list(rows.order_by("-event__date", "-pk")[:SCORES])[::-1]


def _aggregates(shown: Province) -> dict[str, Any]:
    """Month totals where the province publishes those, intake windows and allocations."""
    months = any(program.publishes == "months" for program in shown.programs)
    totals = PeriodTotal.objects.newest_first().of_province(shown.code)
    return {
        "months": totals[:MONTHS] if months else (),
        "publishes_months": months,
        "publishes_intakes": any(program.publishes == "intakes" for program in shown.programs),
        "intakes": Intake.objects.newest_first().of_province(shown.code),
        "allocations": Allocation.objects.newest_first().of_province(shown.code),
    }


def _notes(shown: Province) -> Iterator[tuple[dt.date, quality.Note, str]]:
    """Remarks on the province's figures, newest first, with the address of the day if it has
    one."""
    remarks = quality.notes_of_province(shown.code)
    if not remarks:
        return
    events = Event.objects.of_province(shown.code).filter(date__in=[day for day, _note in remarks])
    paths = {event.date: event.get_absolute_url() for event in events}
    for day, note in remarks:
        yield day, note, paths.get(day, "")
