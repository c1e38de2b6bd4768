"""The lists of articles in every other form, and the address that WordPress readers know."""

from collections.abc import Callable
from typing import TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import listings
from articles.feeds import directory
from articles.models import Article, ArticleQuerySet, Author, Category, Topic, active_language
from publish.cors import open_to_all
from publish.forms import form_page, forms_of, is_table, respond
from publish.listing import Listing
from publish.opml import CONTENT_TYPE, opml
from publish.pages import edition_of, page

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


@page()
def feeds(request: HttpRequest) -> HttpResponse:
    """Every list and its forms, and what stands in the columns of the files."""
    found = [
        (shelf.title, [(listing, forms_of(listing)) for listing in shelf.listings])
        for shelf in directory.shelves()
    ]
    context = {"shelves": found, "tables": directory.tables(), "in_a_feed": IN_A_FEED}
    return render(request, "articles/feeds.html", context)


@open_to_all
@page()
def all_feeds(request: HttpRequest) -> HttpResponse:
    """/feeds.opml."""
    body = opml(_("All feeds of Cutline"), directory.shelves(), edition_of(request).modified_at)
    return HttpResponse(body, content_type=CONTENT_TYPE)


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
