"""What one province did on one day; or why that day has no draw."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from pnp import quality
from pnp.days import counted_in_words
from pnp.history import changes_of
from pnp.listings import day_listing
from pnp.models import Event, PeriodTotal
from pnp.models.event import KINDS
from pnp.programs import Province
from pnp.totals import Total
from pnp.views.province import province_or_404
from publish.forms import form_page, forms_of, respond
from publish.pages import edition_of, page

# A sum that is told as a draw carries a date near to the draws that it is made of.
NEAR = dt.timedelta(days=7)


@page()
def event(request: HttpRequest, slug: str, date: dt.date) -> HttpResponse:
    """Everything on record about one day of one province."""
    place = province_or_404(slug)
    found = Event.every.of_province(place.code).filter(date=date)
    shown = found.with_rows().with_capture().first()
    if shown is None:
        return _no_event(request, place, date)
    notes = quality.notes_for(shown)
    listing = day_listing(shown, "rss")
    context = {
        "event": shown,
        "province": place,
        "rows": shown.standing_rows,
        "said": counted_in_words(shown),
        "totals": shown.totals_by_unit,
        "asides": asides_of(shown),
        "is_bounded": any(total.exact is None for _unit, total in shown.totals_by_unit),
        "programs": {row.program: row.of_program for row in shown.standing_rows}.values(),
        "sources": {row.source_url: row.of_program for row in shown.standing_rows},
        "numbers": list(dict.fromkeys(row.number for row in shown.standing_rows if row.number)),
        "notes": notes,
        "listing": listing,
        "forms": [] if shown.withdrawn_at else forms_of(listing),
        "editors_note": _editors_note(shown),
        "changes": changes_of(shown),
        "as_on": edition_of(request).modified_at,
        **_neighbours(shown.province, date),
    }
    return render(request, "pnp/event.html", context)


@form_page()
def event_form(request: HttpRequest, slug: str, date: dt.date, form: str) -> HttpResponseBase:
    """The rows of one day as a file; the day as the one item of a feed."""
    place = province_or_404(slug)
    found = Event.objects.of_province(place.code).filter(date=date).with_rows().first()
    if found is None:
        raise Http404
    return respond(day_listing(found, form), form)


def asides_of(shown: Event) -> list[tuple[str, Total]]:
    """The sums of the kinds of program that are not in the headline total."""
    kinds = [kind for kind in KINDS if kind != shown.kind]
    sums = [(kind, shown.total_of(kind)) for kind in kinds]
    return [(kind, total) for kind, total in sums if total.rows]


def _neighbours(code: str, date: dt.date) -> dict[str, Any]:
    """The province's nearest days with a draw, before and after."""
    here = Event(province=code, date=date)
    events = Event.objects.all()
    return {"previous": events.before(here).nearest(), "next": events.after(here).nearest()}


def _no_event(request: HttpRequest, place: Province, date: dt.date) -> HttpResponse:
    """404, with what is known: why a sum told of this day is no draw, and the days around it."""
    near = [
        note
        for day, note in quality.notes_of_province(place.code)
        if note.code == "not-an-event" and abs(day - date) <= NEAR
    ]
    months = PeriodTotal.objects.of_province(place.code).filter(month=date.replace(day=1))
    context = {
        "province": place,
        "date": date,
        "remarks": near,
        "month": months.first(),
        **_neighbours(place.code, date),
    }
    return render(request, "pnp/no_event.html", context, status=404)


def _editors_note(shown: Event) -> tuple[str, str] | None:
    """The note and its language; the other language's note rather than none."""
    notes = {"en": shown.note_en, "fr": shown.note_fr}
    own = get_language() or "en"
    order = sorted(notes, key=lambda language: language != own)
    return next(((notes[language], language) for language in order if notes[language]), None)
