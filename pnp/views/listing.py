"""All provincial draws, with their filter, and the same rows in other forms."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pnp import registry
from pnp.days import days_of
from pnp.filters import KIND_LABELS, NAMES, RowFilter
from pnp.latest import overview
from pnp.listings import events_listing, rows_listing
from pnp.models import Event, Row
from publish.forms import form_page, forms_of, is_table, refuse, respond
from publish.listing import Listing
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
    listing = _listing(wanted, "rss")
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
    return respond(_listing(wanted, form), form)


def _listing(wanted: RowFilter, form: str) -> Listing:
    title = _("Provincial draws")
    if wanted.parts:
        title = _("Provincial draws: %(filter)s") % {"filter": ", ".join(wanted.parts)}
    return listing_of(wanted, form, title=title, path=reverse("pnp:list"))


def listing_of(wanted: RowFilter, form: str, *, title: str, path: str) -> Listing:
    """The rows that are wanted, as a form has them: a feed has an item for each day, a file a
    line for each row."""
    about: dict[str, Any] = {
        "title": title,
        "description": _("Who was invited by the provinces, how many, and at what score."),
        "path": path,
        "query": wanted.query if path == reverse("pnp:list") else {},
        "embed": wanted.query,
    }
    if is_table(form):
        return rows_listing(wanted.rows(Row.objects.newest_first().with_event()), **about)
    events = wanted.events(Event.objects.newest_first().with_rows())
    return events_listing(events, **about)
