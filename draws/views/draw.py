"""One draw."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from draws.charts import cutoffs
from draws.charts import pool as pool_charts
from draws.history import changes_of
from draws.models import Draw
from draws.quality import notes_for
from draws.social import of_draw
from publish.editions import current
from publish.pages import page

# The chart of a family reaches this many rounds to each side.
REACH = 250


@page()
def draw(request: HttpRequest, number: str) -> HttpResponse:
    """Everything on record about one draw."""
    shown = get_object_or_404(Draw.objects.with_pool().with_capture(), number=number)
    relatives = list(Draw.objects.of_family(shown.family).oldest_first())
    notes = notes_for(shown)
    context = {
        "draw": shown,
        "place": Draw.objects.place_in_year(shown),
        "before": Draw.objects.before(shown).first(),
        "after": Draw.objects.after(shown).first(),
        "notes": notes,
        "doubted": {note.code for note in notes},
        "editors_note": _editors_note(shown),
        "changes": changes_of(shown),
        "source_url": official_address(shown.number),
        "as_on": current().modified_at,
        "social": of_draw(shown),
        **_among_relatives(shown, relatives),
        **_pool(shown),
    }
    return render(request, "draws/draw.html", context)


def official_address(number: str) -> str:
    """IRCC's own page of a round. The French address of single rounds could not be verified."""
    return (
        "https://www.canada.ca/en/immigration-refugees-citizenship/corporate/mandate/"
        "policies-operational-instructions-agreements/ministerial-instructions/"
        f"express-entry-rounds/invitations.html?q={number}"
    )


def _editors_note(shown: Draw) -> tuple[str, str] | None:
    """The note and its language; the other language's note rather than none."""
    notes = {"en": shown.note_en, "fr": shown.note_fr}
    own = get_language() or "en"
    order = sorted(notes, key=lambda language: language != own)
    return next(((notes[language], language) for language in order if notes[language]), None)


def _among_relatives(shown: Draw, relatives: Sequence[Draw]) -> dict[str, Any]:
    """The draws of the same family before and after, the change, and the family's chart."""
    place = next(i for i, other in enumerate(relatives) if other.pk == shown.pk)
    previous = relatives[place - 1] if place else None
    series = cutoffs.series_of(relatives[max(place - REACH, 0) : place + REACH], shown)
    if len(series) < 2:
        series = list(relatives[max(place - REACH, 0) : place + REACH])
    ended = series[-1].pk != relatives[-1].pk
    return {
        "previous": previous,
        "next": relatives[place + 1] if place + 1 < len(relatives) else None,
        "cut_change": shown.crs - previous.crs if previous else None,
        "invited_change": shown.invitations - previous.invitations if previous else None,
        "days_since": (shown.date - previous.date).days if previous else None,
        "tie_break_days": (shown.date - shown.tie_break_at.date()).days
        if shown.tie_break_at
        else None,
        "series": series,
        "newest_first": series[::-1],
        "series_ended": ended,
        "reached": sum(other.crs <= shown.crs for other in series),
        "plot": cutoffs.one_family(series, shown, ended=ended) if len(series) > 1 else None,
    }


def _pool(shown: Draw) -> dict[str, Any]:
    """The count printed with the draw, as chart and table, and who else carries it."""
    if shown.pool is None:
        return {"pool": None}
    return {
        "pool": shown.pool,
        "histogram": pool_charts.histogram(shown.pool, shown.crs),
        "bands": pool_charts.printed_bands(shown.pool),
        "sharing": [other.number for other in shown.pool.draws.oldest_first()],
    }
