"""Pages about Cutline itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publish.pages import page

# Each is an address and a template of this name.
STANDING = ("about", "methodology", "corrections", "privacy", "accessibility")


@page()
def standing(request: HttpRequest, name: str) -> HttpResponse:
    """How we work, what we keep, and what does not work yet."""
    return render(request, f"articles/standing/{name}.html")
