"""One article, and where to go from an address that is not, or no longer, one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles import reading
from articles.models import Article, ArticleQuerySet, SlugRedirect, active_language
from publish.pages import edition_of, page


@page()
def article(request: HttpRequest, category: str, slug: str) -> HttpResponse:
    """The article at its own address; every other address that leads to it redirects."""
    readable = Article.objects.published().for_page()
    shown = readable.in_language(active_language()).filter(slug=slug).first()
    if shown is None:
        return _elsewhere(request, slug)
    if shown.story.category.slug != category:
        return redirect(shown, permanent=True)
    context = reading.contents(shown, edition_of(request).modified_at)
    return render(request, "articles/article.html", context)


def _elsewhere(request: HttpRequest, slug: str) -> HttpResponse:
    """The article under its new address; its other language; or nothing. In this order."""
    language = active_language()
    moved = SlugRedirect.objects.filter(language=language, slug=slug).first()
    if moved and (now := _readable().filter(pk=moved.article_id).first()):
        return redirect(now, permanent=True)
    other = _readable().exclude(language=language).filter(slug=slug).first()
    if other is None:
        raise Http404
    own = _readable().in_language(language).filter(story=other.story_id).first()
    return redirect(own) if own else _untranslated(request, other)


def _readable() -> ArticleQuerySet:
    return Article.objects.published().select_related("story__category")


def _untranslated(request: HttpRequest, other: Article) -> HttpResponse:
    """What the switch leads to where there is no such side: says so, and where to go on."""
    near = _readable().in_language(active_language()).newest_first()
    context = {
        "article": other,
        "category": other.story.category,
        "sides": {other.language: other.get_absolute_url()},
        "near": near.filter(story__category=other.story.category_id)[:5],
    }
    return render(request, "articles/untranslated.html", context)
