"""The one door to the network: a body over HTTP, asked for honestly and kept within limits.

Limits come from the settings INGEST_TIMEOUT (seconds for one try, all of it), INGEST_MAX_BYTES
(of the unpacked body), INGEST_TRIES and INGEST_USER_AGENT. A fetch lasts at most
`tries * timeout + (tries - 1) * LONGEST_PAUSE` seconds.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx2
import stamina
from django.conf import settings

from ingest.deadline import LONGEST_CONNECT, Deadline, TimedBackend, TimedTransport

LONGEST_PAUSE = 10.0  # seconds that a server may make us wait before the next try
MAX_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Where a redirect may lead: never to another scheme, never from https back to http.
_MAY_LEAD_TO = {"http": ("http", "https"), "https": ("https",)}
_CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})
_PACKED = ("gzip", "x-gzip", "deflate")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered: 200 with the unpacked body, or 304 with none.

    `headers` has lower-case names; `url` is the address that answered, after redirects.
    """

    status: int
    body: bytes
    headers: dict[str, str]
    url: str


class FetchFailed(Exception):
    """Nothing usable came; str() is one clear line."""


class _Passing(FetchFailed):
    """A failure that may pass by itself; `pause` is how long the server asks us to wait."""

    def __init__(self, message: str, pause: float | None = None) -> None:
        super().__init__(message)
        self.pause = pause


@dataclass(frozen=True, slots=True)
class _Limits:
    seconds: float
    max_bytes: int
    tries: int


def fetch(url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
    """The body at an http or https address, tried again while the failure may pass.

    Give `etag` and `last_modified` only when the body they came with was stored: then a server
    may answer 304, and `body` is empty. Raises FetchFailed.
    """
    limits = _Limits(
        seconds=getattr(settings, "INGEST_TIMEOUT", 30.0),
        max_bytes=getattr(settings, "INGEST_MAX_BYTES", 20 * 1024 * 1024),
        tries=max(1, getattr(settings, "INGEST_TRIES", 3)),
    )
    headers = _request_headers(etag, last_modified)
    tried = 0
    try:
        for attempt in _attempts(limits):
            tried = attempt.num
            with attempt:
                return _one_try(url, headers, limits)
    except _Passing as failure:
        times = f" ({tried} tries)" if tried > 1 else ""
        raise FetchFailed(f"{failure}{times}") from failure
    raise AssertionError("stamina ends with a result or an exception")


def _attempts(limits: _Limits) -> Iterable[stamina.Attempt]:
    return stamina.retry_context(
        on=_pause_before_next,
        attempts=limits.tries,
        timeout=None,  # bounded by the tries, each with a deadline of its own
        wait_initial=0.5,
        wait_jitter=0.5,
        wait_max=LONGEST_PAUSE,
    )


def _pause_before_next(failure: Exception) -> bool | float:
    if not isinstance(failure, _Passing):
        return False
    return True if failure.pause is None else failure.pause


def _request_headers(etag: str, last_modified: str) -> dict[str, str]:
    headers = {
        "User-Agent": getattr(settings, "INGEST_USER_AGENT", "Cutline"),
        "Accept": "*/*",
        # Only what is unpacked below, piece by piece, so that the size limit really holds.
        "Accept-Encoding": "gzip",
    }
    validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    # A validator that cannot be sent back is dropped: a full answer is always right.
    return headers | {
        name: value
        for name, value in validators.items()
        if value and value.isascii() and value.isprintable()
    }


def _one_try(url: str, headers: dict[str, str], limits: _Limits) -> Fetched:
    deadline = Deadline(limits.seconds)
    try:
        target = httpx2.URL(url)
        for _hop in range(1 + MAX_REDIRECTS):
            answer = _ask(target, headers, limits, deadline)
            if isinstance(answer, Fetched):
                return answer
            target = answer
    except httpx2.ConnectTimeout as slow:
        waited = min(limits.seconds, LONGEST_CONNECT)
        raise _Passing(f"{_shown(url)} cannot be reached within {waited:g} s") from slow
    except httpx2.TimeoutException as slow:
        raise _Passing(f"{_shown(url)} took longer than {limits.seconds:g} s") from slow
    except httpx2.ConnectError as away:
        raise _Passing(f"{_shown(url)} cannot be reached: {_reason(away)}") from away
    except httpx2.TransportError as broken:
        raise _Passing(f"{_shown(url)} broke off: {_reason(broken)}") from broken
    except (httpx2.InvalidURL, ValueError, OverflowError) as wrong:
        raise FetchFailed(f"{_shown(url)} is not an address: {_reason(wrong)}") from wrong
    raise FetchFailed(f"{_shown(url)} redirects more than {MAX_REDIRECTS} times")


def _ask(
    url: httpx2.URL, headers: dict[str, str], limits: _Limits, deadline: Deadline
) -> Fetched | httpx2.URL:
    """One request: the answer, or the address that it redirects to."""
    if url.scheme not in _MAY_LEAD_TO or not url.host:
        raise FetchFailed(f"{_shown(url)} is not an http or https address")
    with (
        httpx2.Client(
            transport=TimedTransport(TimedBackend(deadline)),
            timeout=limits.seconds,
            trust_env=False,
        ) as client,
        client.stream("GET", url, headers=headers, follow_redirects=False) as response,
    ):
        status = response.status_code
        if status in _REDIRECTS and "location" in response.headers:
            return _redirect(url, response.headers["location"])
        if status == HTTPStatus.OK:
            return _fetched(response, _body(response, limits))
        if status == HTTPStatus.NOT_MODIFIED and headers.keys() & _CONDITIONS:
            return _fetched(response, b"")
        raise _refusal(url, response)


def _fetched(response: httpx2.Response, body: bytes) -> Fetched:
    return Fetched(
        status=response.status_code,
        body=body,
        headers={name.lower(): value for name, value in response.headers.items()},
        url=str(response.url.copy_with(userinfo=b"")),
    )


def _redirect(url: httpx2.URL, location: str) -> httpx2.URL:
    target = url.join(location)
    if target.scheme not in _MAY_LEAD_TO[url.scheme] or not target.host:
        raise FetchFailed(f"{_shown(url)} redirects to {_shown(target)}, where we do not go")
    return target


def _body(response: httpx2.Response, limits: _Limits) -> bytes:
    body = bytearray()
    for piece in _unpacked(response):
        body += piece
        if len(body) > limits.max_bytes:
            size = f"{limits.max_bytes / (1 << 20):g} MB"
            raise FetchFailed(f"{_shown(response.url)} is larger than {size}; reading stopped")
    return bytes(body)


def _unpacked(response: httpx2.Response) -> Iterator[bytes]:
    """The body in pieces of at most a megabyte, whatever a small packed piece swells to."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in _PACKED:
        raise FetchFailed(f"{_shown(response.url)} came packed as {encoding[:40]!r}, unasked")
    try:
        yield from _unzipped(response)
    except zlib.error as damaged:
        raise _Passing(f"{_shown(response.url)} cannot be unpacked: {damaged}") from damaged


def _unzipped(response: httpx2.Response) -> Iterator[bytes]:
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, by its first bytes
    for packed in response.iter_raw():
        if unzip.eof:
            raise zlib.error("there is more after its end")
        yield unzip.decompress(packed, _PIECE)
        while unzip.unconsumed_tail:
            yield unzip.decompress(unzip.unconsumed_tail, _PIECE)
    yield unzip.flush()
    if not unzip.eof:
        raise zlib.error("it ends too early")
    if unzip.unused_data:
        raise zlib.error("there is more after its end")


def _refusal(url: httpx2.URL, response: httpx2.Response) -> FetchFailed:
    status = response.status_code
    line = f"{_shown(url)} answered {_status(status)}"
    if status != HTTPStatus.TOO_MANY_REQUESTS and status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return FetchFailed(line)
    now = datetime.now(UTC)
    back = _retry_after(response.headers.get("retry-after", ""), now)
    if back is None:
        return _Passing(line)
    pause = (back - now).total_seconds()
    if pause > LONGEST_PAUSE:
        return FetchFailed(f"{line} and asks us to come back after {back:%Y-%m-%d %H:%M:%S} UTC")
    return _Passing(line, pause=max(0.0, pause))


def _status(status: int) -> str:
    known = {item.value for item in HTTPStatus}
    return f"{status} {HTTPStatus(status).phrase}" if status in known else str(status)


def _retry_after(value: str, now: datetime) -> datetime | None:
    """The moment that Retry-After names, in seconds from now or as a date; None if it does not."""
    try:
        if value.strip().isdecimal():
            return now + timedelta(seconds=int(value))
        moment = parsedate_to_datetime(value)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _shown(url: httpx2.URL | str) -> str:
    """An address as it may stand in a log: on one line, not endless, without a password."""
    try:
        text = str(httpx2.URL(url).copy_with(userinfo=b""))
    except (httpx2.InvalidURL, ValueError):
        text = repr(url)
    return text if len(text) <= 200 else f"{text[:200]}…"


def _reason(error: Exception) -> str:
    text = re.sub(r"^\[Errno -?\d+\] ", "", str(error))
    return " ".join(text.split())[:200] or type(error).__name__
