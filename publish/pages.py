"""A page is rendered once per edition, packed once for each coding, then served as it is.

The ETag is made of the edition, the build and the address, so "not modified" is answered with
one small query and no rendering. A client can only hold such a tag if the address answered 200
at this very edition, and therefore still does.

What comes piece by piece is kept too, unless it is larger than a cache should hold: then it goes
out as it is made, in constant memory.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponseNotAllowed,
    HttpResponseNotModified,
    QueryDict,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from publish import packing, stale
from publish.editions import current
from publish.flights import leased, share
from publish.kept import Kept, Place
from publish.measures import PAGES, RENDERING
from publish.models import Edition
from publish.watch import without_database

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]
Moment = Callable[..., datetime | None]
Render = Callable[[], HttpResponseBase]
# Browsers and proxies keep a page but ask each time: a new edition shows on the next request.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
# The key in the environment of WSGI under which `Shown` lies for `publish.front`.
SHOWN = "cutline.shown"


class Shown(NamedTuple):
    """What an answer depends on beside its address: of the query, only these parameters."""

    edition: int
    params: frozenset[str]


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
            request.GET = only(request.GET, wanted)  # type: ignore[assignment]
            try:
                edition = current()
                at = moment(request, *args, **kwargs) if moment else None
                response = _serve(request, edition, at, lambda: view(request, *args, **kwargs))
            except (OperationalError, InterfaceError) as error:
                return _last_known(request, error)
            if moment is None and response.status_code == 200 and not response.streaming:
                request.META[SHOWN] = Shown(edition.number, wanted)
            return response

        return without_database(served)

    return decorate


def only(query: QueryDict, wanted: frozenset[str]) -> QueryDict:
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


def _serve(
    request: HttpRequest, edition: Edition, moment: datetime | None, render: Render
) -> HttpResponseBase:
    request.edition = edition  # type: ignore[attr-defined]
    request.moment = moment  # type: ignore[attr-defined]
    place = _place(request, edition, moment)
    if _holds(request, place.tag):
        PAGES.labels("unchanged").inc()
        return _headers(HttpResponseNotModified(), place)
    response: HttpResponseBase | None = place.found()
    if response is not None:
        PAGES.labels("cache").inc()
    if response is None and not _is_conditional(request):
        response = _made(request, place, render)
    response = response or _rendered(place, render)
    if response.status_code != 200:
        return response
    # Asked before anything of a stream is made.
    answer = get_conditional_response(request, place.tag, place.modified, None)
    if answer is not None:
        return _headers(answer, place)
    if request.method == "HEAD" and response.streaming:
        response = StreamingHttpResponse((), headers=dict(response.headers))
        return _headers(response, place)
    return _headers(place.kept(response), place)


def _place(request: HttpRequest, edition: Edition, moment: datetime | None) -> Place:
    address = f"{request.path}?{request.GET.urlencode()}"
    return Place(
        address,
        packing.wanted(request.headers.get("Accept-Encoding", "")),
        _tag(edition.number, f"{address} {moment}" if moment else address),
        edition.number,
        int(max(edition.modified_at, moment or edition.modified_at).timestamp()),
    )


def _is_conditional(request: HttpRequest) -> bool:
    """Whether there may be nothing to send even if the client's tags do not fit: rare, so that
    these are not made for others too."""
    tags = request.headers.get("If-None-Match", "").strip()
    dates = "If-Modified-Since" in request.headers and not tags
    others = {"If-Match", "If-Unmodified-Since"} & request.headers.keys()
    return request.method == "HEAD" or tags == "*" or dates or bool(others)


def _made(request: HttpRequest, place: Place, render: Render) -> HttpResponseBase:
    """The page as one of all that ask for it made it."""
    if place.is_too_large():
        return _rendered(place, render)
    return share(f"{place.tag} {place.coding}", lambda: _leased(place, render), Kept.response)


def _leased(place: Place, render: Render) -> tuple[HttpResponseBase, Kept | None]:
    with leased(f"making:{place.tag}", place.found) as found:
        response = found or _rendered(place, render)
        if response.status_code != 200:
            return response, None
        answer = place.kept(response)
        return answer, place.of(answer)


def _rendered(place: Place, render: Render) -> HttpResponseBase:
    with RENDERING.time():
        response = render()
    if response.status_code == 200:
        PAGES.labels("streamed" if response.streaming else "rendered").inc()
        logger.debug("rendered %s", place.address)
    return response


def _last_known(request: HttpRequest, error: Exception) -> HttpResponseBase:
    """The page as it was when the database was last there, or the error where none was kept."""
    place = Place(
        f"{request.path}?{request.GET.urlencode()}",
        packing.wanted(request.headers.get("Accept-Encoding", "")),
    )
    kept = place.last()
    if kept is None:
        raise error
    place = replace(place, tag=kept.tag, modified=kept.modified)
    PAGES.labels("stale").inc()
    answer = HttpResponseNotModified() if _holds(request, kept.tag) else kept.response()
    response = _headers(answer, place)
    for name, value in stale.headers(kept.edition, kept.made_at).items():
        response.headers[name] = value
    return response


def _holds(request: HttpRequest, tag: str) -> bool:
    return holds(request.headers.get("If-None-Match", ""), tag)


def holds(condition: str, tag: str) -> bool:
    """Whether a client that sends this If-None-Match has the page of this tag, by the weak
    comparison of RFC 9110."""
    held = parse_etags(condition)
    return tag.removeprefix("W/") in {other.removeprefix("W/") for other in held}


def _tag(edition: int, shown: str) -> str:
    digest = hashlib.sha256(f"{settings.BUILD} {settings.SITE_URL} {shown}".encode())
    return f'W/"{edition}-{digest.hexdigest()[:16]}"'


def _headers(response: HttpResponseBase, place: Place) -> HttpResponseBase:
    response.headers["ETag"] = place.tag
    response.headers["Last-Modified"] = http_date(place.modified)
    response.headers["Cache-Control"] = CACHE_CONTROL
    # Pages are packed on their way out; "not modified", which is too short to be, says so too.
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
