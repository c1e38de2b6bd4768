"""Every other form of a list: which there are, their addresses, and serving them.

A list has all its forms by three lines:

    path("rows.<form:form>", views.rows_form)              # beside path("rows/", views.rows)

    "forms": forms_of(listing)                             # in the context of the page

    @form_page(params=FILTERS)                             # the view of the forms
    def rows_form(request, form):
        return respond(listing_of(request), form)
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import register_converter
from django.utils.translation import gettext as _
from django.utils.translation import override

from publish.cors import open_to_all
from publish.editions import current
from publish.listing import Listing
from publish.pages import page
from publish.renderers import RENDERERS
from publish.renderers.problems import problem

# A piece on its way out: large enough that its frame does not count.
PIECE = 32 * 1024


class FormConverter:
    """The suffix of a list's address: path("draws.<form:form>", ...). Importing this registers
    it."""

    regex = "|".join(RENDERERS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormConverter, "form")


class Form(NamedTuple):
    """One other form of a list, for the row "This view as" and for the links of a head."""

    label: str
    address: str
    media_type: str


def forms_of(listing: Listing) -> list[Form]:
    """Every other form, with exactly the filter of the page."""
    return [
        Form(renderer.label, listing.address(form), renderer.content_type.partition(";")[0])
        for form, renderer in RENDERERS.items()
    ]


def is_table(form: str) -> bool:
    """Whether a form has lines and columns; it is a feed of entries otherwise."""
    return RENDERERS[form].is_table


def form_page(
    *, params: Iterable[str] = ()
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """`publish.pages.page` for the other forms of a list, open to the scripts of every site.

    The view takes the form as the keyword `form`; its Http404 is answered in the form's shape.
    """

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        served = page(params=params)(view)

        @wraps(served)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return served(request, *args, **kwargs)
            except Http404:
                return refuse(kwargs["form"], [_("There is no such list.")], status=404)

        return open_to_all(answered)

    return decorate


def respond(listing: Listing, form: str) -> StreamingHttpResponse:
    """The list in one of the forms of RENDERERS, made while it is sent."""
    renderer = RENDERERS[form]
    pieces = renderer.render(listing, current().modified_at)
    body = _gathered(_in_language(pieces, listing.language))
    response = StreamingHttpResponse(body, content_type=renderer.content_type)
    if settings.WEBSUB_HUB and not renderer.is_table:
        # Discovery by the WebSub specification; the feeds themselves say the same.
        topic = settings.SITE_URL + listing.address(form)
        links = {"hub": settings.WEBSUB_HUB, "self": topic}
        response.headers["Link"] = ", ".join(f'<{url}>; rel="{rel}"' for rel, url in links.items())
    return response


def refuse(form: str, messages: Sequence[str], *, status: int = 400) -> HttpResponse:
    """Why there is no list: one sentence for each value that cannot be used."""
    body, content_type = problem(RENDERERS[form].refusal, status, messages)
    return HttpResponse(body, status=status, content_type=content_type)


def _in_language(pieces: Iterator[bytes], language: str) -> Iterator[bytes]:
    """A stream is made after the middleware has left the language of the request."""
    while True:
        with override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def _gathered(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about PIECE: a row is often no more than a hundred."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
