"""Text is packed on its way out: Brotli where the client takes it, else gzip, else as it is."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator

import brotli
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import has_vary_header, patch_vary_headers

# In the order of our preference, where a client likes several equally well.
CODINGS = ("br", "gzip")
# Below this the wrapping costs more than it saves.
SHORTEST = 200
# Quality 5 packs a page in a few milliseconds; more saves little.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
# zlib writes gzip's own head and foot with 16 added to the size of its window.
GZIP_WINDOW = 31
TEXT = re.compile(r"text/|application/(javascript|json|xml|x-ndjson|[\w.-]+\+(json|xml))|image/svg")
WEIGHT = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?", re.ASCII)


def wanted(accepted: str) -> str:
    """The coding for an Accept-Encoding header by RFC 9110: "br", "gzip", or "" for none."""
    found = (WEIGHT.fullmatch(part) for part in accepted.lower().split(","))
    weights = {match[1]: float(match[2] or 1) for match in found if match}
    plain = weights.get("identity", 0.0)
    liked = {coding: weights.get(coding, weights.get("*", 0.0)) for coding in CODINGS}
    best = max(CODINGS, key=lambda coding: liked[coding])
    return best if liked[best] and liked[best] >= plain else ""


def is_text(response: HttpResponseBase) -> bool:
    """Whether packing makes a body of this type smaller."""
    return TEXT.match(response.headers.get("Content-Type", "")) is not None


def packed(body: bytes, coding: str) -> bytes:
    """The body in one of CODINGS; the same bytes each time."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=BROTLI_QUALITY))
    return gzip.compress(body, GZIP_LEVEL, mtime=0)


def packed_stream(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """The same piece by piece, in constant memory."""
    if coding == "br":
        press = brotli.Compressor(quality=BROTLI_QUALITY)
        add, finish = press.process, press.finish
    else:
        zipper = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, GZIP_WINDOW)
        add, finish = zipper.compress, zipper.flush
    for piece in pieces:
        if part := add(piece):
            yield part
    yield finish()


class Packing(GZipMiddleware):
    """Packs what no view has packed.

    What belongs to one visitor (it has or varies by a cookie) is left to Django's gzip, which
    hides the length of secrets (BREACH); public pages have no secrets.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not is_text(response) or response.has_header("Content-Encoding"):
            return response
        if response.cookies or has_vary_header(response, "Cookie"):
            answer: HttpResponseBase = super().process_response(request, response)
            return answer
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = wanted(request.headers.get("Accept-Encoding", ""))
        return _pack(response, coding) if coding else response


def _pack(response: HttpResponseBase, coding: str) -> HttpResponseBase:
    if getattr(response, "streaming", False):
        pieces = response.streaming_content  # type: ignore[attr-defined]
        response.streaming_content = packed_stream(pieces, coding)  # type: ignore[attr-defined]
        del response.headers["Content-Length"]
    else:
        body = response.content  # type: ignore[attr-defined]
        if len(body) < SHORTEST:
            return response
        response.content = packed(body, coding)  # type: ignore[attr-defined]
        response.headers["Content-Length"] = str(len(response.content))  # type: ignore[attr-defined]
    response.headers["Content-Encoding"] = coding
    tag = response.headers.get("ETag", "")
    if tag.startswith('"'):
        # Byte for byte this is another answer than the one that the tag was made for.
        response.headers["ETag"] = f"W/{tag}"
    return response
