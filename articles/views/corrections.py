"""What was changed after readers had seen it, and the same list in other forms."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from articles import structured
from articles.corrections import editorial, official
from articles.corrections.listing import corrections_listing, items, newest
from ingest.models import Revision
from publish.forms import form_page, forms_of, is_table, respond
from publish.pages import edition_of, page
from publish.turns import Turn

# A feed has the newest; a table has them all.
IN_A_FEED = 50
ON_A_PAGE = 60


@page(params=("page",))
def corrections(request: HttpRequest) -> HttpResponse:
    """The government's changes by day, and our own corrections apart from them: as many of each
    on a page."""
    revisions, own = Revision.objects.newest_first(), editorial.corrections()
    total = max(revisions.count(), own.count())
    turn = Turn.of(request.GET.dict(), total, {}, ON_A_PAGE)
    days = official.by_day(revisions[turn.start : turn.end])
    ours = list(own[turn.start : turn.end])
    listing = corrections_listing()
    context = {
        "days": days,
        "ours": ours,
        "turn": turn,
        "listing": listing,
        "forms": forms_of(listing),
        "as_on": edition_of(request).modified_at,
        "structured": structured.corrections_page(days, ours),
    }
    return render(request, "articles/corrections/page.html", context)


@form_page()
def corrections_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """/corrections.rss and whatever else a list can be."""
    rows = items() if is_table(form) else newest(IN_A_FEED)
    return respond(corrections_listing(rows), form)
