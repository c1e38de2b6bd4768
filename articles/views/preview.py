"""An article that is not out, on the page that readers will see. Never kept, never found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import reading
from articles.models import Article
from articles.workflow import preview as links

# The address is the key: no cache may keep it, no search engine list it, no other site learn it.
PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """What a link of articles.workflow.preview opens; 404 once it has ended."""
    article = links.opened(token, timezone.now())
    if article is None:
        return _private(render(request, "articles/preview_ended.html", status=404))
    if article.is_published:
        return _private(redirect(article))
    return render_preview(request, article, note=_("This article is not published yet."))


def render_preview(
    request: HttpRequest, article: Article, *, note: str, back: str = ""
) -> HttpResponse:
    """The page of an article, read `for_page`, under a banner; `back` leads staff to the desk."""
    # The page says when an article came out: this one would now, or at its promised moment.
    article.published_at = article.published_at or article.scheduled_for or timezone.now()
    with translation.override(article.language):
        context = reading.contents(article, timezone.now())
        context |= {"structured": [], "share": [], "sides": {}, "note": note, "back": back}
        return _private(render(request, "articles/preview.html", context))


def _private(response: HttpResponse) -> HttpResponse:
    for name, value in PRIVATE.items():
        response.headers[name] = value
    return response
