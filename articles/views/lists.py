"""Lists of articles: all of them, and those of one category, topic or author."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from articles import listings, structured
from articles.ads import boxes
from articles.models import (
    Article,
    ArticleQuerySet,
    Author,
    Category,
    Language,
    Topic,
    active_language,
)
from articles.shelf import Shelf
from articles.social import of_author
from articles.widgets import newest_draws
from publish.forms import forms_of
from publish.listing import Listing
from publish.pages import page
from publish.templatetags.languages import path_in


@page(params=["page"])
def news(request: HttpRequest) -> HttpResponse:
    """Every article, and the categories that they are filed under."""
    shown = _shelf(request, Article.objects.all(), listings.news_listing())
    context = {"categories": Category.objects.all(), **shown}
    return render(request, "articles/news.html", context)


@page(params=["page"])
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of one category."""
    filed = get_object_or_404(Category, slug=slug)
    articles = Article.objects.in_category(slug)
    context = {"category": filed, **_shelf(request, articles, listings.category_listing(filed))}
    return render(request, "articles/category.html", context)


@page(params=["page"])
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of any category on one topic."""
    subject = get_object_or_404(Topic, slug=slug)
    articles = Article.objects.on_topic(slug)
    context = {"topic": subject, **_shelf(request, articles, listings.topic_listing(subject))}
    return render(request, "articles/topic.html", context)


@page(params=["page"])
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """Who somebody is, and what they wrote."""
    person = get_object_or_404(Author.objects.select_related("photo"), slug=slug)
    articles = Article.objects.by_author(slug)
    context = {
        "author": person,
        "social": of_author(person),
        "structured": structured.person(person),
        **_shelf(request, articles, listings.author_listing(person)),
    }
    return render(request, "articles/author.html", context)


def _shelf(request: HttpRequest, articles: ArticleQuerySet, listing: Listing) -> dict[str, Any]:
    """What readers of this language may see of these articles, and its other forms."""
    language = active_language()
    found = articles.published().in_language(language)
    return {
        "shelf": Shelf.of(found, request.GET.dict(), {}),
        "listing": listing,
        "forms": forms_of(listing),
        "newest_draws": newest_draws(),
        "boxes": boxes(language, timezone.now()),
        # The other language has pages of its own: its second is not this one's second.
        "sides": {code: path_in(listing.path, code) for code in Language.values},
    }
