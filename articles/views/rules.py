"""The rules that articles state, with their days and sources."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.rules.shown import for_readers
from publish.formats import OTTAWA
from publish.pages import page


@page()
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule of the registry, in one page that can be linked to by rule."""
    today = timezone.now().astimezone(OTTAWA).date()
    present, past = for_readers(today)
    context = {
        "title": _("Rules and their dates"),
        "description": _("The rules of Express Entry that our articles state, each with its days."),
        "groups": [(_("In force"), present), (_("No longer in force"), past)],
    }
    return render(request, "articles/rules.html", context)
