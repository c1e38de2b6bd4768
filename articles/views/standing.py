"""Pages about Cutline itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from publish.pages import page

# Address and name of the template -> title and description.
STANDING = {
    "about": (
        _("How we work"),
        _("What Cutline is, who writes it, and the rules that its articles keep."),
    ),
    "methodology": (
        _("Sources and methods"),
        _("Where the figures come from, how they are read, and what is done with doubtful ones."),
    ),
    "privacy": (
        _("Privacy"),
        _("What Cutline keeps about its readers: hardly anything, and this is all of it."),
    ),
    "accessibility": (
        _("Accessibility"),
        _("What we aim for, how it is checked, and what does not work yet."),
    ),
}


@page()
def standing(request: HttpRequest, name: str) -> HttpResponse:
    """How we work, what we keep, and what does not work yet."""
    title, description = STANDING[name]
    context = {"title": title, "description": description}
    return render(request, f"articles/standing/{name}.html", context)
