"""The pool over time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from draws.charts import pool as charts
from draws.listings import pool_listing
from draws.models import Draw, PoolCount
from draws.quality import Note, notes_for
from publish.editions import current
from publish.forms import form_page, forms_of, respond
from publish.pages import page
from publish.turns import Turn

PAGE = 120


@dataclass(frozen=True, slots=True)
class Row:
    """One count as the table shows it: the seven bands in order, and what to say beside it."""

    count: PoolCount
    bands: Sequence[tuple[str, int | None]]
    notes: Sequence[Note]


@dataclass(frozen=True, slots=True)
class _CountAlone:
    """A count as the rules of draws.quality look at a round that says nothing else."""

    pool: PoolCount
    date: dt.date
    number: str = "1"
    held_at: dt.datetime | None = None
    tie_break_at: dt.datetime | None = None
    tie_break_text: str = ""
    pool_as_of: dt.date | None = None


@page(params=["page"])
def pool(request: HttpRequest) -> HttpResponse:
    """Every count of the pool that was printed with a draw, by its own date."""
    found = PoolCount.objects.printed().newest_first().with_draws()
    turn = Turn.of(request.GET.dict(), Draw.objects.counts(), {}, PAGE)
    counts = list(found[turn.start : turn.end])
    newest, previous = (*counts[:2], None, None)[:2]
    listing = pool_listing()
    context = {
        "turn": turn,
        "listing": listing,
        "forms": forms_of(listing),
        "newest": newest,
        "previous": previous,
        "bars": charts.bars(newest) if newest else (),
        "years": _years(counts),
        "labels": [charts.label_of(band) for band in charts.WIDE],
        "totals": charts.over_time(counts, charts.total),
        "above": charts.over_time(counts, charts.above_500),
        "as_on": current().modified_at,
    }
    return render(request, "draws/pool.html", context)


@form_page()
def pool_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same counts as a feed or a file."""
    return respond(pool_listing(PoolCount.objects.printed().newest_first().with_draws()), form)


def _years(counts: Sequence[PoolCount]) -> list[tuple[int, list[Row]]]:
    dated = [(count.as_of, count) for count in counts if count.as_of is not None]
    by_year = groupby(dated, key=lambda pair: pair[0].year)
    return [(year, [_row(*pair) for pair in of_year]) for year, of_year in by_year]


def _row(as_of: dt.date, count: PoolCount) -> Row:
    bands = [(charts.label_of(band), getattr(count, band.field)) for band in charts.WIDE]
    return Row(count, bands, notes_for(_CountAlone(count, as_of)))
