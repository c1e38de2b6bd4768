"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles import home as home_page
from publish.editions import current
from publish.pages import page


@page()
def home(request: HttpRequest) -> HttpResponse:
    """The latest draw, the line of every family, the pool."""
    context = {**home_page.contents(), "as_on": current().modified_at}
    return render(request, "articles/home.html", context)
