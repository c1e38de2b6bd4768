"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import home as home_page
from articles import structured
from articles.models import active_language
from publish.pages import edition_of, page


@page()
def home(request: HttpRequest) -> HttpResponse:
    """The latest draw, the news, the line of every family, the pool."""
    context = {
        **home_page.contents(active_language()),
        "as_on": edition_of(request).modified_at,
        "structured": structured.website(),
    }
    return render(request, "articles/home.html", context)
