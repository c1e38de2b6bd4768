"""Data that scripts of every site may read: no cookie, no key, no check of who asks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase

METHODS = ["GET", "HEAD", "OPTIONS"]
# What a script may read beside the few headers that it always may.
EXPOSED = "ETag, Link, Vary, Content-Encoding"
DAY = "86400"


def open_to_all(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Adds CORS by the Fetch standard, also to "not modified" and errors, and answers preflights.

    Other methods are 405 and never reach the check of forms, which would set a cookie.
    """

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        forget_visitor(request)
        if request.method == "OPTIONS":
            response: HttpResponseBase = _preflight()
        elif request.method not in METHODS:
            response = HttpResponseNotAllowed(METHODS)
        else:
            response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        return response

    served.csrf_exempt = True  # type: ignore[attr-defined]
    return served


def forget_visitor(request: HttpRequest) -> None:
    """Look at no cookie: for one of a session that has ended, Django would send another back."""
    request.COOKIES = {}


def _preflight() -> HttpResponse:
    headers = {
        "Allow": ", ".join(METHODS),
        "Access-Control-Allow-Methods": ", ".join(METHODS),
        "Access-Control-Allow-Headers": "*",
        "Access-Control-Max-Age": DAY,
    }
    return HttpResponse(status=204, headers=headers)
