"""How every operation is served: from the page cache, within the limits, to every site."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path
from ninja.decorators import decorate_view

from config.api.limits import limited
from config.api.problems import problem
from publish.cors import EXPOSED
from publish.pages import page
from publish.watch import watch, without_database

READS_A_MINUTE = 600
# An answer from the rules alone takes under a millisecond.
ANSWERS_A_MINUTE = 20_000
MOST_BYTES = 64 * 1024
_EXPOSED = f"{EXPOSED}, RateLimit, RateLimit-Policy, Retry-After"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def reads(*params: str) -> Callable[..., Any]:
    """For an operation that only reads: kept until the edition changes, by these parameters."""
    # The last is the outermost: what the page cache answers counts as well.
    return decorate_view(page(params=params), limited("reads", READS_A_MINUTE))


def answers() -> Callable[..., Any]:
    """For an operation that answers one person from what they sent: no cache keeps it."""
    return decorate_view(_private, limited("answers", ANSWERS_A_MINUTE))


def _private(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            response: HttpResponseBase = problem(413, f"At most {MOST_BYTES} bytes are read.")
        else:
            watch.insist()
            response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return served


def opened(patterns: Iterable[URLPattern | URLResolver]) -> list[URLPattern]:
    """The addresses of the API, open to the scripts of every site; HEAD is GET without a body."""
    known = [
        URLPattern(found.pattern, _open(found.callback), found.default_args, found.name)
        for found in patterns
        if isinstance(found, URLPattern)
    ]
    return [*known, path("<path:path>", _open(nothing))]


def nothing(request: HttpRequest, path: str) -> HttpResponse:
    """Every other address of the API."""
    return problem(404, "There is nothing at this address.")


def _wrong_method(allowed: str) -> HttpResponse:
    response = problem(405, f"This address knows {allowed}.")
    response.headers["Allow"] = allowed
    return response


def _open(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204, headers=_PREFLIGHT)
        else:
            if request.method == "HEAD":
                # The server drops the body of every answer to HEAD.
                request.method = "GET"
            response = view(request, *args, **kwargs)
            if response.status_code == 405:
                response = _wrong_method(response.headers["Allow"])
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = _EXPOSED
        return response

    served.csrf_exempt = True  # type: ignore[attr-defined]
    # What was read before is kept; the others insist on the database themselves.
    return without_database(served)
