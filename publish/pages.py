"""A page is rendered once per edition, packed once for each coding, then served as it is.

The ETag is made of the edition, the build and the address, so "not modified" is answered with
one small query and no rendering. A client can only hold such a tag if the address answered 200
at this very edition, and therefore still does.

What comes piece by piece is kept too, unless it is larger than a cache should hold: then it goes
out as it is made, in constant memory.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    QueryDict,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from publish import packing
from publish.editions import current
from publish.models import Edition

View = Callable[..., HttpResponseBase]
Moment = Callable[..., datetime | None]
KEPT_FOR = 7 * 24 * 3600
# A body above this size is made anew each time, unless the client has it already.
LARGEST = 2 * 1024 * 1024
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

        return served

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


def _serve(request: HttpRequest, render: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    edition = current()
    request.edition = edition  # type: ignore[attr-defined]
    moment = moment_of(request)
    address = f"{request.path}?{request.GET.urlencode()}"
    tag = _tag(edition.number, f"{address} {moment}" if moment else address)
    modified = int(max(edition.modified_at, moment or edition.modified_at).timestamp())
    if _holds(request, tag):
        return _headers(HttpResponse(status=304), modified, tag)
    coding = packing.wanted(request.headers.get("Accept-Encoding", ""))
    place = Place(address, tag, coding)
    response = place.found() or render()
    if response.status_code != 200:
        return response
    # Asked before anything of a stream is made.
    answer = get_conditional_response(request, tag, modified, None)
    if answer is not None:
        return _headers(answer, modified, tag)
    return _headers(_for_method(request, response, place), modified, tag)


def _holds(request: HttpRequest, tag: str) -> bool:
    """Whether the client has this very page, by the weak comparison of RFC 9110."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return tag.removeprefix("W/") in {other.removeprefix("W/") for other in held}


def _for_method(
    request: HttpRequest, response: HttpResponseBase, place: "Place"
) -> HttpResponseBase:
    if request.method == "HEAD" and response.streaming:
        headers = dict(response.headers)
        return StreamingHttpResponse((), headers=headers)
    return place.kept(response)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page of one address lies in the cache: as it is, and packed."""

    address: str
    tag: str
    coding: str

    def found(self) -> HttpResponse | None:
        """The page as it was kept at this edition, packed if it was asked for so before."""
        return (self._at(self.coding) if self.coding else None) or self._at("")

    def kept(self, response: HttpResponseBase) -> HttpResponseBase:
        """The answer for this coding. What was not in the cache is put there, if it is not too
        large; `response` is then used up."""
        if response.has_header("Content-Encoding"):
            return response
        known = getattr(response, "is_kept", False)
        whole = response if known else _gathered(response)
        if not isinstance(whole, HttpResponse):
            return whole
        if not known:
            self._put("", whole)
        if not self.coding or not packing.is_text(whole) or len(whole.content) < packing.SHORTEST:
            return whole
        packed = packing.packed(whole.content, self.coding)
        headers = {**whole.headers, "Content-Encoding": self.coding}
        answer = HttpResponse(packed, headers=headers)
        self._put(self.coding, answer)
        return answer

    def _at(self, coding: str) -> HttpResponse | None:
        kept = cache.get(self._key(coding))
        if not isinstance(kept, Kept) or kept.tag != self.tag:
            return None
        response = HttpResponse(kept.body, headers=kept.headers)
        response.is_kept = True  # type: ignore[attr-defined]
        return response

    def _put(self, coding: str, response: HttpResponse) -> None:
        kept = Kept(self.tag, dict(response.headers), response.content)
        cache.set(self._key(coding), kept, KEPT_FOR)

    def _key(self, coding: str) -> str:
        return "page:" + hashlib.sha256(f"{self.address} {coding}".encode()).hexdigest()


def _gathered(response: HttpResponseBase) -> HttpResponseBase:
    """A stream as a page, unless it is longer than LARGEST: then a stream with the same bytes."""
    if not isinstance(response, StreamingHttpResponse):
        return response
    pieces: Iterator[bytes] = iter(response)
    begun, size = [], 0
    for piece in pieces:
        begun.append(piece)
        size += len(piece)
        if size > LARGEST:
            return StreamingHttpResponse(_rest(begun, pieces), headers=response.headers)
    return HttpResponse(b"".join(begun), headers=response.headers)


def _rest(begun: list[bytes], pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Both parts; the first is let go piece by piece."""
    while begun:
        yield begun.pop(0)
    yield from pieces


def _tag(edition: int, shown: str) -> str:
    digest = hashlib.sha256(f"{settings.BUILD} {settings.SITE_URL} {shown}".encode())
    return f'W/"{edition}-{digest.hexdigest()[:16]}"'


def _headers(response: HttpResponseBase, modified: int, tag: str) -> HttpResponseBase:
    response.headers["ETag"] = tag
    response.headers["Last-Modified"] = http_date(modified)
    response.headers["Cache-Control"] = CACHE_CONTROL
    # Pages are packed on their way out; "not modified", which is too short to be, says so too.
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
