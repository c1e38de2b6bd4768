"""Pieces of the site in the pages of others: in frames, which are permitted here and nowhere else.

A piece is a page like any other, kept by edition. It takes `theme` (light, dark; otherwise that of
the reader) and says its height to the page around it, if a script there listens.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.clickjacking import xframe_options_exempt

from publish.cors import forget_visitor
from publish.pages import View, page

THEMES = ("light", "dark")
# Pixels. Narrower than this, a table of three columns cannot be read.
NARROWEST, WIDEST = 280, 1200
# Not the hashed name: the address stands in pages that nobody will change.
SCRIPT = "js/embed.js"


def embed_page(*, params: Iterable[str] = ()) -> Callable[[View], View]:
    """`publish.pages.page` for what any site may show in a frame."""

    def decorate(view: View) -> View:
        kept = page(params=(*params, "theme"))(view)

        @wraps(kept)
        def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            forget_visitor(request)
            return kept(request, *args, **kwargs)

        framed: View = csp_replace({"frame-ancestors": ["*"]})(served)
        return xframe_options_exempt(framed)

    return decorate


def theme_of(request: HttpRequest) -> str:
    """One of THEMES, or "" for that of the reader."""
    asked = request.GET.get("theme", "")
    return asked if asked in THEMES else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a frame shows. `path` begins with a slash; `height` in pixels is room for the whole
    piece in the column of a phone, for pages without the script that fits it."""

    title: str
    path: str
    height: int
    query: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """The path with its query string."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    def frame(self, width: int | str = "100%", height: int = 0) -> SafeString:
        """The frame alone, as HTML."""
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" '
            'style="border:0;max-width:100%"></iframe>',
            settings.SITE_URL + self.address,
            self.title,
            width,
            height or self.height,
        )

    def code(self, width: int | str = "100%", height: int = 0) -> SafeString:
        """What a webmaster copies: the frame, and the script that gives it its height."""
        address = f"{settings.SITE_URL}{settings.STATIC_URL}{SCRIPT}"
        script = format_html('<script src="{}" async></script>', address)
        return format_html("{}\n{}", self.frame(width, height), script)
