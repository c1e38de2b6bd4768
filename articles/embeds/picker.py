"""The page where a webmaster picks a piece, sees it, and copies its code."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, override

from articles.embeds.choice import KINDS, NAMES, Choice
from draws.families import FAMILIES
from publish.embeds import NARROWEST, WIDEST
from publish.pages import page


@csp_update({"frame-src": [SELF]})
@page(params=NAMES)
def picker(request: HttpRequest) -> HttpResponse:
    """A form, the piece as it will look, and the code for it."""
    languages = dict(settings.LANGUAGES)
    language = request.GET.get("language", "")
    language = language if language in languages else get_language() or "en"
    own = Choice.of(request.GET.dict())
    with override(language):
        # Its title and address are in its own language; what is wrong, in that of this page.
        choice = Choice.of(request.GET.dict())
    context = {
        "choice": choice,
        "errors": own.errors if choice.errors else {},
        "kinds": [(slug, label) for slug, (label, _maker) in KINDS.items()],
        "families": FAMILIES.values(),
        "languages": settings.LANGUAGES,
        "language": language,
        "narrowest": NARROWEST,
        "widest": WIDEST,
        "code": choice.piece.code(choice.width) if choice.piece else "",
    }
    return render(request, "embed/picker.html", context)
