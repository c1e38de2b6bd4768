"""All draws, with their filter, and the same rows in other forms."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from draws.archive import FEW, Archive
from draws.charts import cutoffs
from draws.families import FAMILIES
from draws.filters import HIGHEST_SCORE, NAMES, RoundFilter
from draws.listings import rounds_listing
from draws.models import Draw, Tally
from publish.editions import current
from publish.forms import form_page, forms_of, refuse, respond
from publish.pages import page
from publish.turns import PAGE


@page(params=(*NAMES, "page"))
def draw_list(request: HttpRequest) -> HttpResponse:
    """Every draw that the filter asks for, newest first."""
    wanted = RoundFilter.of(request.GET.dict())
    archive = Archive.of(
        wanted.apply(Draw.objects.all()),
        wanted.apply(Tally.objects.all()),
        request.GET.dict(),
        wanted.query,
        FEW if wanted.query else PAGE,
    )
    listing = rounds_listing(wanted, archive.rounds)
    context = {
        "wanted": wanted,
        "archive": archive,
        "listing": listing,
        "forms": [] if wanted.errors else forms_of(listing),
        "families": FAMILIES.values(),
        "all_years": Tally.objects.all_years(),
        "highest_score": HIGHEST_SCORE,
        "as_on": current().modified_at,
        **_charts(wanted, archive),
    }
    return render(request, "draws/list.html", context)


@form_page(params=NAMES)
def draw_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same rows as RSS, CSV and whatever comes later."""
    wanted = RoundFilter.of(request.GET.dict())
    if wanted.errors:
        return refuse(form, list(wanted.errors.values()))
    rows = wanted.apply(Draw.objects.newest_first().with_pool())
    return respond(rounds_listing(wanted, rows), form)


def _charts(wanted: RoundFilter, archive: Archive) -> dict[str, Any]:
    """The chart that suits what is shown: one family with its line, or marks for all."""
    rounds = archive.rounds
    if wanted.family and len(rounds) > 1:
        return {"plot": cutoffs.one_family(rounds, rounds[0]), "cut": rounds[0]}
    if wanted.query or archive.turn.number > 1:
        few_years = bool(rounds) and (rounds[0].date - rounds[-1].date).days < 800
        return {"plot": cutoffs.every_round(rounds, joined=few_years) if rounds[1:] else None}
    close, left_out = cutoffs.close_up(rounds)
    return {"plot": cutoffs.every_round(rounds), "close": close, "left_out": left_out}
