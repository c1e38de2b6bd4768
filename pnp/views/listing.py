"""All provincial draws, with their filter, and the same rows in other forms."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from pnp import registry
from pnp.days import days_of
from pnp.filters import KIND_LABELS, NAMES, RowFilter
from pnp.latest import overview
from pnp.listings import days_listing
from pnp.models import Event
from publish.forms import form_page, forms_of, refuse, respond
from publish.pages import edition_of, page
from publish.turns import Turn

PAGE = 60


@page(params=(*NAMES, "page"))
def event_list(request: HttpRequest) -> HttpResponse:
    """Every day that the filter asks for, newest first, and the newest of each province."""
    wanted = RowFilter.of(request.GET.dict())
    found = wanted.events(Event.objects.all())
    turn = Turn.of(request.GET.dict(), found.count(), wanted.query, PAGE)
    events = found.newest_first().with_rows()[turn.start : turn.end]
    listing = days_listing(wanted, "rss")
    context = {
        "wanted": wanted,
        "turn": turn,
        "days": days_of(events, wanted),
        "listing": listing,
        "forms": [] if wanted.errors else forms_of(listing),
        "provinces": registry.provinces(),
        "all_years": Event.objects.years(),
        "kinds": KIND_LABELS.items(),
        "overview": overview(),
        "as_on": edition_of(request).modified_at,
    }
    return render(request, "pnp/list.html", context)


@form_page(params=NAMES)
def list_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same rows as RSS, CSV and whatever comes later."""
    wanted = RowFilter.of(request.GET.dict())
    if wanted.errors:
        return refuse(form, list(wanted.errors.values()))
    return respond(days_listing(wanted, form), form)
