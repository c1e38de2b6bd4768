"""One family of draws."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from draws.archive import FEW, Archive
from draws.charts import cutoffs
from draws.families import FAMILIES, Family
from draws.listings import family_listing
from draws.models import Draw, DrawQuerySet, Tally
from publish.editions import current
from publish.forms import form_page, forms_of, respond
from publish.pages import page


@page(params=["page"])
def family(request: HttpRequest, slug: str) -> HttpResponse:
    """The draws of one family, its newest cut-off and its extremes."""
    kind = _kind(slug)
    draws = Draw.objects.of_family(slug)
    tally = Tally.objects.of_family(slug)
    archive = Archive.of(draws, tally, request.GET.dict(), {}, FEW)
    listing = family_listing(kind, archive.rounds)
    context = {
        "kind": kind,
        "archive": archive,
        "listing": listing,
        "forms": forms_of(listing),
        "as_on": current().modified_at,
        **_figures(draws, archive),
    }
    return render(request, "draws/family.html", context)


@form_page()
def family_form(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The same rows as RSS, CSV and whatever comes later."""
    rows = Draw.objects.of_family(slug).newest_first().with_pool()
    return respond(family_listing(_kind(slug), rows), form)


def _kind(slug: str) -> Family:
    if slug not in FAMILIES:
        raise Http404
    return FAMILIES[slug]


def _charts(rounds: Sequence[Draw], newest: Draw) -> dict[str, Any]:
    """The present series by itself, and all rounds where there are older series."""
    series = cutoffs.series_of(rounds, newest)
    whole = cutoffs.one_family(rounds, newest) if len(rounds) > 1 else None
    if 1 < len(series) < len(rounds):
        return {"plot": cutoffs.one_family(series, newest), "whole": whole}
    return {"plot": whole}


def _figures(draws: DrawQuerySet, archive: Archive) -> dict[str, Any]:
    """The newest draw with its change, the extremes, and the chart; nothing without draws."""
    if not archive.rounds:
        return {"newest": None}
    rounds = archive.rounds
    newest, previous = rounds[0], rounds[1] if len(rounds) > 1 else None
    return {
        "newest": newest,
        "previous": previous,
        "cut_change": newest.crs - previous.crs if previous else None,
        "lowest": draws.lowest_first().first(),
        "highest": draws.highest_first().first(),
        "largest": draws.largest_first().first(),
        **_charts(rounds, newest),
    }
