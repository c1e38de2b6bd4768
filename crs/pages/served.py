"""How a tool is served: what a reader typed is answered and forgotten.

A page without answers is the same for everybody and comes from the page cache. A result is made
for one reader: no cache keeps it, no search engine lists it, no other site learns its address.
"""

from collections.abc import Callable, Container
from datetime import UTC, datetime, time
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone

from publish.pages import page
from publish.watch import watch, without_database

View = Callable[..., HttpResponse]
# Nothing that can be answered is longer, and it is said back to the reader.
LONGEST = 200


def tool(*names: str) -> Callable[[View], Callable[..., HttpResponseBase]]:
    """Serve a view(request, typed, now) that knows these parameters.

    `typed` maps a name to what was typed, without blanks; None where nothing was asked yet.
    """
    known = frozenset(names)

    def decorate(view: View) -> Callable[..., HttpResponseBase]:
        bare = page(moment=_today)(lambda request: view(request, None, timezone.now()))

        @wraps(view)
        def served(request: HttpRequest) -> HttpResponseBase:
            if request.method not in ("GET", "HEAD"):
                return HttpResponseNotAllowed(["GET", "HEAD"])
            asked = known & request.GET.keys()
            if asked:
                watch.insist()
            response = _answered(view, request, asked) if asked else bare(request)
            response.headers["Referrer-Policy"] = "no-referrer"
            return response

        return without_database(served)

    return decorate


def _answered(view: View, request: HttpRequest, asked: Container[str]) -> HttpResponseBase:
    typed = {
        name: text for name in request.GET if name in asked and (text := _clean(request.GET[name]))
    }
    if typed and typed != request.GET.dict():
        # A browser sends the blank fields as well; the address to share has what was typed.
        response: HttpResponseBase = HttpResponseRedirect(
            f"{request.path}?{urlencode(typed, safe=':')}"
        )
    else:
        response = view(request, typed, timezone.now())
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _clean(text: Any) -> str:
    return " ".join(str(text).replace("\0", "").split())[:LONGEST]


def _today(request: HttpRequest) -> datetime:
    """The rules have dates: a page kept from yesterday may name those of yesterday."""
    return datetime.combine(timezone.now().date(), time(), UTC)
