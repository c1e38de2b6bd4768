"""One draw."""

from typing import Any

from django.db.models import Q
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
REACH = 40


@page()
def draw(request: HttpRequest, number: str) -> HttpResponse:
    """Everything on record about one draw."""
    shown = get_object_or_404(Draw.objects.with_pool().with_capture(), number=number)
    notes = notes_for(shown)
    context = {
        "draw": shown,
        "place": Draw.objects.place_in_year(shown),
        **_neighbours(shown),
        "notes": notes,
        "doubted": {note.code for note in notes},
        "editors_note": _editors_note(shown),
        "changes": changes_of(shown),
        "source_url": official_address(shown.number),
        "as_on": current().modified_at,
        "social": of_draw(shown),
        **_among_relatives(shown, *_relatives(shown)),
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


def _neighbours(shown: Draw) -> dict[str, Draw | None]:
    """The draws before and after it, of whatever family. One query."""
    sides = (Draw.objects.before(shown), Draw.objects.after(shown))
    nearest = [rows.values("pk")[:1] for rows in sides]
    found = Draw.objects.filter(Q(pk__in=nearest[0]) | Q(pk__in=nearest[1]))
    by_side = {draw.serial < shown.serial: draw for draw in found}
    return {"before": by_side.get(True), "after": by_side.get(False)}


def _relatives(shown: Draw) -> tuple[list[Draw], list[Draw]]:
    """The nearest draws of the same family before this one, oldest first, and after it; of those
    after it one more than are shown."""
    family = Draw.objects.of_family(shown.family)
    return list(family.before(shown)[:REACH])[::-1], list(family.after(shown)[: REACH + 1])


def _among_relatives(shown: Draw, before: list[Draw], after: list[Draw]) -> dict[str, Any]:
    """The draws of the same family before and after, the change, and the family's chart."""
    previous = before[-1] if before else None
    near = [*before, shown, *after[:REACH]]
    series = cutoffs.series_of(near, shown)
    if len(series) < 2:
        series = near
    ended = series[-1].pk != (after[-1] if after else shown).pk
    return {
        "previous": previous,
        "next": after[0] if after else None,
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
