"""Before Django: a page that this process has sent before is sent again from its memory.

Django's way from a request to a kept page takes about a millisecond; this takes some tens of
microseconds. What is held is what Django sent, with every header, and only if nothing in it
belongs to one visitor: `publish.pages` has said what the answer depends on, it sets no cookie, it
varies by nothing that is not in the key, and each of its headers is one of HEADERS.

Held answers are of one edition. While the database is away they are sent all the same, and say so.
"""

import time
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict
from django.utils.http import parse_http_date_safe

from publish import stale
from publish.browsers import SUFFIXES, reads_plain
from publish.measures import PAGES
from publish.memory import Headers, Held, Memory
from publish.packing import wanted
from publish.pages import SHOWN, Shown, holds, only
from publish.watch import Seen, Watch, watch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# A new header keeps an answer out of the memory until somebody has looked whether it is the same
# for every visitor.
HEADERS = frozenset(
    """
    access-control-allow-origin access-control-expose-headers cache-control content-disposition
    content-encoding content-language content-length content-security-policy content-type
    cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy etag
    last-modified link permissions-policy referrer-policy strict-transport-security vary
    x-content-type-options x-frame-options x-robots-tag
    """.split()
)
# What an answer may vary by: all of it is in the key.
VARIES = frozenset({"accept-encoding", "accept"})
# What belongs to a body, which "not modified" has none of.
OF_BODY = frozenset({"content-type", "content-length", "content-encoding", "content-disposition"})
# Conditions and ranges beside the usual two are Django's to judge.
RARE = ("HTTP_RANGE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
# Longer ones come from no browser and no link of ours.
LONGEST = 1000
MOST_PATHS = 50_000


class Front:
    """A WSGI application that asks `application` for what it does not hold."""

    def __init__(
        self, application: Application, *, size: int | None = None, seen_by: Watch = watch
    ) -> None:
        self._application = application
        self._memory = Memory(settings.FRONT_BYTES if size is None else size)
        self._watch = seen_by
        self._params: dict[str, frozenset[str]] = {}
        proxy = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
        self._scheme_header = proxy[0] if proxy else "wsgi.url_scheme"

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        seen = self._watch.seen()
        key = self._key(environ)
        held = None if key is None else self._memory.get(key)
        if held and held.edition == seen.number:
            return _send(held, environ, start_response, seen)
        if environ["REQUEST_METHOD"] != "GET":
            return self._application(environ, start_response)
        return self._asked(environ, start_response, held, seen)

    def _key(self, environ: Environ) -> Hashable:
        """Everything that decides an answer; None for what is not looked for here."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        if any(name in environ for name in RARE):
            return None
        path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        host, scheme = environ.get("HTTP_HOST", ""), environ.get(self._scheme_header)
        # A port may have any number of digits; what a key takes is not counted.
        if max(len(path), len(host), len(scheme or "")) > LONGEST:
            return None
        if query:
            query = self._query(path, query)
            if query is None:
                return None
        return (
            path,
            query,
            _coding(environ.get("HTTP_ACCEPT_ENCODING", "")),
            host,
            environ["wsgi.url_scheme"],
            scheme,
            path.endswith(SUFFIXES) and reads_plain(environ.get("HTTP_ACCEPT", "")),
        )

    def _query(self, path: str, query: str) -> str | None:
        """Of a query string what the page at this path reads; None where that is not known."""
        params = self._params.get(path)
        if params is None or len(query) > LONGEST:
            return None
        try:
            return only(QueryDict(query), params).urlencode()
        except (SuspiciousOperation, ValueError):
            return None

    def _asked(
        self, environ: Environ, start_response: StartResponse, last: Held | None, seen: Seen
    ) -> Iterable[bytes]:
        """Ask Django, and hold what it says if that is everybody's."""
        begun = _Begun()
        pieces = self._application(environ, begun)
        shown = environ.get(SHOWN)
        if last and begun.status.startswith("503"):
            _close(pieces)
            return _send(last, environ, start_response, seen)
        start_response(begun.status, begun.headers, *begun.rest)
        if not isinstance(shown, Shown) or not _is_everybodys(begun):
            return pieces
        try:
            body = b"".join(pieces)
        finally:
            _close(pieces)
        self._hold(environ, shown, begun.headers, body)
        return [body]

    def _hold(self, environ: Environ, shown: Shown, headers: Headers, body: bytes) -> None:
        if len(self._params) > MOST_PATHS:
            self._params.clear()
        self._params[environ["PATH_INFO"]] = shown.params
        key = self._key(environ)
        if key is None:
            return
        values = {name.lower(): value for name, value in headers}
        held = Held(
            edition=shown.edition,
            tag=values["etag"],
            modified=parse_http_date_safe(values["last-modified"]) or 0,
            made_at=time.time(),
            headers=headers,
            unchanged=[(name, value) for name, value in headers if name.lower() not in OF_BODY],
            body=[body],
        )
        self._memory.put(key, held)


class _Begun:
    """What an application said in `start_response`."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: Headers = []
        self.rest: tuple[Any, ...] = ()

    def __call__(self, status: str, headers: Headers, *rest: Any) -> None:
        self.status, self.headers, self.rest = status, headers, rest


def _close(pieces: Iterable[bytes]) -> None:
    close = getattr(pieces, "close", None)
    if close:
        close()


@lru_cache(maxsize=256)
def _coding_of_short(accepted: str) -> str:
    return wanted(accepted)


def _coding(accepted: str) -> str:
    return _coding_of_short(accepted) if len(accepted) < LONGEST else wanted(accepted)


def _is_everybodys(begun: _Begun) -> bool:
    if not begun.status.startswith("200"):
        return False
    values = {name.lower(): value for name, value in begun.headers}
    varies = {name.strip().lower() for name in values.get("vary", "").split(",")}
    return (
        values.keys() <= HEADERS
        and values.keys() >= {"etag", "last-modified"}
        and values.get("cache-control", "").startswith("public")
        and varies <= VARIES
    )


def _send(
    held: Held, environ: Environ, start_response: StartResponse, seen: Seen
) -> Iterable[bytes]:
    is_unchanged = _has(environ, held)
    headers = held.unchanged if is_unchanged else held.headers
    if seen.is_away:
        headers = [*headers, *stale.headers(held.edition, held.made_at).items()]
    PAGES.labels("stale" if seen.is_away else "front").inc()
    if is_unchanged:
        start_response("304 Not Modified", headers)
        return []
    start_response("200 OK", headers)
    return held.body if environ["REQUEST_METHOD"] == "GET" else []


def _has(environ: Environ, held: Held) -> bool:
    """Whether the client has it: by its tag or, where it sends none, by its date (RFC 9110)."""
    condition = environ.get("HTTP_IF_NONE_MATCH")
    if condition:
        return condition.strip() == "*" or holds(condition, held.tag)
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    return bool(since) and held.modified <= (parse_http_date_safe(str(since)) or -1)
