"""The pieces themselves: one page for each kind, small enough for the corner of another page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from articles import provincial
from articles.models import Article, SlugRedirect, active_language
from articles.widgets import RECENT
from draws.charts import cutoffs
from draws.families import FAMILIES
from draws.filters import NAMES as DRAW_FILTERS
from draws.filters import RoundFilter
from draws.models import Draw
from draws.quality import notes_for
from pnp.filters import NAMES as PNP_FILTERS
from pnp.filters import RowFilter
from publish.embeds import embed_page, theme_of
from publish.pages import edition_of

# Marks in a chart of this width.
MARKS = 250


@embed_page(params=["family"])
def latest(request: HttpRequest) -> HttpResponse:
    """The newest draw, of all or of one family."""
    wanted = RoundFilter.of(request.GET.dict())
    if wanted.errors:
        return _sorry(request, *wanted.errors.values(), status=400)
    shown = wanted.apply(_draws()).newest_first().first()
    if shown is None:
        return _sorry(request, _("No draw is on record yet."))
    return _draw(request, shown, is_latest=True)


@embed_page()
def draw(request: HttpRequest, number: str) -> HttpResponse:
    """One draw."""
    shown = _draws().filter(number=number).first()
    if shown is None:
        return _sorry(request, _("There is no draw %(number)s.") % {"number": number})
    return _draw(request, shown, is_latest=False)


def _draws() -> Any:
    return Draw.objects.with_pool().with_previous()


def _draw(request: HttpRequest, shown: Draw, *, is_latest: bool) -> HttpResponse:
    previous = shown.previous_crs  # type: ignore[attr-defined]
    context = {
        "draw": shown,
        "is_latest": is_latest,
        "cut_change": None if previous is None else shown.crs - previous,
        "notes": notes_for(shown),
    }
    return _piece(request, "embed/draw.html", context)


@embed_page()
def chart(request: HttpRequest, slug: str) -> HttpResponse:
    """The present series of a family, newest MARKS rounds at most, as chart and table."""
    if slug not in FAMILIES:
        return _sorry(request, _("There is no such type of draw."))
    kind = FAMILIES[slug]
    rounds = list(Draw.objects.of_family(slug).newest_first()[:MARKS])
    if not rounds:
        return _sorry(request, _("No draw of this type has been held."))
    series = list(cutoffs.series_of(rounds, rounds[0]))
    if len(series) < 2:
        series = rounds
    plot = cutoffs.one_family(series, rounds[0]) if len(series) > 1 else None
    context = {"kind": kind, "draw": rounds[0], "rounds": series, "plot": plot}
    return _piece(request, "embed/chart.html", context)


@embed_page(params=DRAW_FILTERS)
def draws(request: HttpRequest) -> HttpResponse:
    """The newest draws that a filter of the list asks for."""
    wanted = RoundFilter.of(request.GET.dict())
    if wanted.errors:
        return _sorry(request, *wanted.errors.values(), status=400)
    rows = wanted.apply(Draw.objects.newest_first())[:RECENT]
    return _piece(request, "embed/draws.html", {"wanted": wanted, "draws": list(rows)})


@embed_page(params=PNP_FILTERS)
def pnp(request: HttpRequest) -> HttpResponse:
    """The newest provincial draws that a filter of the list asks for."""
    wanted = RowFilter.of(request.GET.dict())
    if wanted.errors:
        return _sorry(request, *wanted.errors.values(), status=400)
    days = provincial.newest(RECENT, wanted)
    return _piece(request, "embed/pnp.html", {"wanted": wanted, "days": days})


@embed_page()
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """An article: where it is filed, headline, standfirst, who and when."""
    readable = Article.objects.published().in_language(active_language())
    shown = readable.for_list().filter(slug=slug).first()
    if shown is None:
        return _moved(request, slug)
    return _piece(request, "embed/article.html", {"article": shown})


def _moved(request: HttpRequest, slug: str) -> HttpResponse:
    """The piece at the address that the article has now: frames in old pages go on."""
    moved = SlugRedirect.objects.filter(language=active_language(), slug=slug).first()
    now = moved and Article.objects.published().filter(pk=moved.article_id).first()
    if not now:
        return _sorry(request, _("There is no such article."))
    query = request.GET.urlencode()
    path = redirect("embed-article", now.slug, permanent=True)
    path.headers["Location"] += f"?{query}" if query else ""
    return path


def _sorry(request: HttpRequest, *sentences: str, status: int = 404) -> HttpResponse:
    """A frame that says why it is empty, rather than the error page of a browser."""
    return _piece(request, "embed/sorry.html", {"sentences": sentences}, status)


def _piece(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    shown = {"theme": theme_of(request), "as_on": edition_of(request).modified_at, **context}
    return render(request, template, shown, status=status)
