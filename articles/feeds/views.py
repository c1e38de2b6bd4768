"""The lists of articles in every other form, and the address that WordPress readers know."""

from collections.abc import Callable
from typing import TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles import listings
from articles.models import Article, ArticleQuerySet, Author, Category, Topic, active_language
from publish.forms import form_page, is_table, respond
from publish.listing import Listing

# Whole articles: readers ask again often enough. A table holds them all.
IN_A_FEED = 50
M = TypeVar("M", bound=models.Model)


@form_page()
def news_form(request: HttpRequest, form: str) -> HttpResponseBase:
    """/news.rss and whatever else a list can be."""
    return respond(listings.news_listing(_rows(Article.objects.all(), form)), form)


@form_page()
def category_form(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """/news/express-entry.rss."""
    rows = Article.objects.in_category(slug)
    return _about(Category, slug, rows, listings.category_listing, form)


@form_page()
def topic_form(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """/topics/tie-break.rss."""
    return _about(Topic, slug, Article.objects.on_topic(slug), listings.topic_listing, form)


@form_page()
def author_form(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """/authors/noor-haddad.rss."""
    return _about(Author, slug, Article.objects.by_author(slug), listings.author_listing, form)


def wordpress_feed(request: HttpRequest, form: str = "rss") -> HttpResponse:
    """/feed/ and /feed/atom/: what readers of a WordPress site have in their clients."""
    return HttpResponsePermanentRedirect(reverse("news-form", args=[form]))


def _about(
    model: type[M],
    slug: str,
    rows: ArticleQuerySet,
    listing: Callable[[M, listings.Rows], Listing],
    form: str,
) -> HttpResponseBase:
    shown = get_object_or_404(model, slug=slug)
    return respond(listing(shown, _rows(rows, form)), form)


def _rows(articles: ArticleQuerySet, form: str) -> listings.Rows:
    """What readers of this language may see, newest first, with all that a form says of it."""
    found = articles.published().in_language(active_language()).newest_first().for_list()
    if is_table(form):
        return found
    return list(found.prefetch_related("story__topics", "questions__bank")[:IN_A_FEED])
