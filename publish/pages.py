"""A page is rendered once per edition, then served as it is.

The ETag is made of the edition, the build and the address, so "not modified" is answered with
one small query and no rendering. A client can only hold such a tag if the address answered 200
at this very edition, and therefore still does.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from publish.editions import current
from publish.models import Edition

View = Callable[..., HttpResponse]
Moment = Callable[..., datetime | None]
KEPT_FOR = 7 * 24 * 3600
# Browsers and proxies keep a page but ask each time: a new edition shows on the next request.
CACHE_CONTROL = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendered page with the headers of its own, and what it was rendered from."""

    tag: str
    headers: dict[str, str]
    body: bytes


def page(*, params: Iterable[str] = (), moment: Moment | None = None) -> Callable[[View], View]:
    """Serve a view from the page cache.

    `params` are the query parameters that the view reads; all others are dropped before the view
    is called, so that a tracking parameter makes no new page. `moment`, called like the view,
    gives a time that the page shows and that moves on without an edition ("last checked"); the
    view finds it by `moment_of`.
    """
    wanted = frozenset(params)

    def decorate(view: View) -> View:
        @wraps(view)
        def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in ("GET", "HEAD"):
                return HttpResponseNotAllowed(["GET", "HEAD"])
            request.GET = _only(request.GET, wanted)  # type: ignore[assignment]
            if moment:
                request.moment = moment(request, *args, **kwargs)  # type: ignore[attr-defined]
            return _serve(request, lambda: view(request, *args, **kwargs))

        return served  # type: ignore[return-value]

    return decorate


def _only(query: QueryDict, wanted: frozenset[str]) -> QueryDict:
    """The wanted parameters in one order, the last value of each; a blank one asks for nothing."""
    names = [name for name in sorted(wanted & query.keys()) if str(query[name]).strip()]
    return QueryDict(urlencode([(name, query[name]) for name in names]))


def edition_of(request: HttpRequest) -> Edition:
    """The edition that a page is rendered from: no query within a view that `page` serves."""
    edition: Edition | None = getattr(request, "edition", None)
    return edition or current()


def moment_of(request: HttpRequest) -> datetime | None:
    """The time that `page` was given a function for; None where that gave none."""
    return getattr(request, "moment", None)


def _serve(request: HttpRequest, render: Callable[[], HttpResponse]) -> HttpResponseBase:
    edition = current()
    request.edition = edition  # type: ignore[attr-defined]
    moment = moment_of(request)
    address = f"{request.path}?{request.GET.urlencode()}"
    tag = _tag(edition.number, f"{address} {moment}" if moment else address)
    modified = int(max(edition.modified_at, moment or edition.modified_at).timestamp())
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _headers(HttpResponse(status=304), modified, tag)
    response = _from_cache(address, tag) or _rendered(render(), address, tag)
    if response.status_code != 200:
        return response
    _headers(response, modified, tag)
    answer = get_conditional_response(request, tag, modified, response)
    return answer if answer is not None else response


def _tag(edition: int, shown: str) -> str:
    digest = hashlib.sha256(f"{settings.BUILD} {settings.SITE_URL} {shown}".encode())
    return f'W/"{edition}-{digest.hexdigest()[:16]}"'


def _key(address: str) -> str:
    return "page:" + hashlib.sha256(address.encode()).hexdigest()


def _from_cache(address: str, tag: str) -> HttpResponse | None:
    kept = cache.get(_key(address))
    if not isinstance(kept, Kept) or kept.tag != tag:
        return None
    return HttpResponse(kept.body, headers=kept.headers)


def _rendered(response: HttpResponse, address: str, tag: str) -> HttpResponse:
    if response.status_code == 200:
        kept = Kept(tag, dict(response.headers), response.content)
        cache.set(_key(address), kept, KEPT_FOR)
    return response


def _headers(response: HttpResponse, modified: int, tag: str) -> HttpResponse:
    response.headers["ETag"] = tag
    response.headers["Last-Modified"] = http_date(modified)
    response.headers["Cache-Control"] = CACHE_CONTROL
    # Pages are packed on their way out; "not modified", which is too short to be, says so too.
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
