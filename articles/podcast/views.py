"""The podcast's pages, its feed, its cover, and the words of each episode as plain text."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from selectolax.lexbor import LexborHTMLParser

from articles.body import passages
from articles.models import Episode, active_language
from articles.podcast import show
from articles.podcast.cover import cover as cover_of
from articles.podcast.feed import CONTENT_TYPE, podcast_feed
from articles.podcast.listing import podcast_listing
from articles.structured import podcast_episode, podcast_series
from publish.cors import open_to_all
from publish.forms import form_page, forms_of, respond
from publish.pages import edition_of, page
from publish.turns import Turn

ON_A_PAGE = 20
PARAGRAPHS = "p, h2, h3, li, blockquote, td, th"


@page(params=["page"])
def podcast(request: HttpRequest) -> HttpResponse:
    """The episodes, newest first, a page at a time."""
    listing = podcast_listing()
    found = Episode.objects.published()
    turn = Turn.of(request.GET.dict(), found.count(), {}, ON_A_PAGE)
    context = {
        "show": {"title": show.title(), "description": show.description()},
        "episodes": found.newest_first()[turn.start : turn.end],
        "turn": turn,
        "listing": listing,
        "forms": forms_of(listing),
        "structured": podcast_series(),
    }
    return render(request, "articles/podcast.html", context)


@page()
def episode(request: HttpRequest, slug: str) -> HttpResponse:
    """One episode: the player, the notes and every word of it."""
    shown = get_object_or_404(Episode.objects.published(), slug=slug)
    texts = passages({0: shown.notes, 1: shown.transcript}, active_language())
    others = Episode.objects.published().exclude(pk=shown.pk).newest_first()
    context = {
        "episode": shown,
        "notes": texts[0],
        "transcript": texts[1],
        "others": others[:3],
        "structured": podcast_episode(shown),
    }
    return render(request, "articles/episode.html", context)


@open_to_all
@page()
def feed(request: HttpRequest) -> HttpResponse:
    """/podcast.rss: the address that directories keep."""
    body = podcast_feed(Episode.objects.published().newest_first(), edition_of(request).modified_at)
    return HttpResponse(body, content_type=CONTENT_TYPE)


@form_page()
def podcast_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """The same rows in the other forms."""
    return respond(podcast_listing(list(Episode.objects.published().newest_first())), form)


@page()
def transcript(request: HttpRequest, slug: str) -> HttpResponse:
    """Every word of an episode, for players that show it."""
    shown = get_object_or_404(Episode.objects.published(), slug=slug)
    words = plain(passages({0: shown.transcript}, active_language())[0])
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@page()
def cover(request: HttpRequest) -> HttpResponse:
    """The square picture of the show."""
    return HttpResponse(cover_of(), content_type="image/png")


def plain(html: str) -> str:
    """The text of our HTML, a paragraph a line."""
    tree = LexborHTMLParser(html)
    lines = (" ".join(node.text().split()) for node in tree.css(PARAGRAPHS))
    return "".join(f"{line}\n\n" for line in lines if line)
