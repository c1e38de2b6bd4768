"""Where pages lie between two editions: in the cache, as they are and packed for each coding.

The place of a page does not depend on the edition: what lies there when the database is gone is
the last that was known.
"""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from publish import packing

KEPT_FOR = 7 * 24 * 3600
# A body above this size is made anew each time, unless the client has it already.
LARGEST = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendered page with the headers of its own, and what it was rendered from. `modified` and
    `made_at` are seconds since 1970; a `body` of None was too large to be kept."""

    tag: str
    edition: int
    modified: int
    made_at: float
    headers: dict[str, str]
    body: bytes | None

    def response(self) -> HttpResponse:
        """The page as an answer of its own."""
        response = HttpResponse(self.body, headers=self.headers)
        response.is_kept = True  # type: ignore[attr-defined]
        return response


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page of one address lies, as it is at an edition; `coding` as in `packing`."""

    address: str
    coding: str
    tag: str = ""
    edition: int = 0
    modified: int = 0

    def found(self) -> HttpResponse | None:
        """The page as it was kept at this edition, packed if it was asked for so before."""
        for coding in dict.fromkeys((self.coding, "")):
            kept = self._at(coding)
            if kept and kept.tag == self.tag and kept.body is not None:
                return kept.response()
        return None

    def is_too_large(self) -> bool:
        """Whether it is known that this page is not kept at this edition."""
        kept = self._at("")
        return kept is not None and kept.tag == self.tag and kept.body is None

    def last(self) -> Kept | None:
        """The newest page that was kept, of whichever edition."""
        known = [kept for coding in {self.coding, ""} if (kept := self._at(coding)) and kept.body]
        return max(known, key=lambda kept: (kept.made_at, kept.edition), default=None)

    def kept(self, response: HttpResponseBase) -> HttpResponseBase:
        """The answer for this coding. What was not in the cache is put there, if it is not too
        large; `response` is then used up."""
        if response.has_header("Content-Encoding"):
            return response
        known = getattr(response, "is_kept", False)
        whole = response if known else _gathered(response)
        if not isinstance(whole, HttpResponse):
            self._put("", {}, None)
            return whole
        if not known:
            self._put("", dict(whole.headers), whole.content)
        if not self.coding or not packing.is_text(whole) or len(whole.content) < packing.SHORTEST:
            return whole
        packed = packing.packed(whole.content, self.coding)
        headers = {**whole.headers, "Content-Encoding": self.coding}
        self._put(self.coding, headers, packed)
        return HttpResponse(packed, headers=headers)

    def of(self, response: HttpResponseBase) -> Kept | None:
        """An answer in a form that others can have one of their own from; a stream has none."""
        if not isinstance(response, HttpResponse):
            return None
        return self._record(dict(response.headers), response.content)

    def _record(self, headers: dict[str, str], body: bytes | None) -> Kept:
        return Kept(self.tag, self.edition, self.modified, time.time(), headers, body)

    def _at(self, coding: str) -> Kept | None:
        kept = cache.get(self._key(coding))
        return kept if isinstance(kept, Kept) else None

    def _put(self, coding: str, headers: dict[str, str], body: bytes | None) -> None:
        cache.set(self._key(coding), self._record(headers, body), KEPT_FOR)

    def _key(self, coding: str) -> str:
        return "kept:" + hashlib.sha256(f"{self.address} {coding}".encode()).hexdigest()


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
