"""Files that editors uploaded, whole or in part: players seek by asking for a range of bytes.

A web server in front can serve the same folder at the same address; this is for a site without.
"""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

CHUNK = 64 * 1024
KEPT_FOR = 24 * 3600
# One range. Several at once would need a multipart answer; a server may send the whole instead.
RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
mimetypes.add_type("audio/mp4", ".m4a")
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of MEDIA_ROOT: 200, 206 for a range, 304, 404, or 416 for a range outside it."""
    file = _file(path)
    facts = file.stat()
    size, tag = facts.st_size, f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
    # Compressed, a part would no longer be the part that was asked for.
    request.META["HTTP_ACCEPT_ENCODING"] = "identity"
    headers = {
        "ETag": tag,
        "Last-Modified": http_date(facts.st_mtime),
        "Accept-Ranges": "bytes",
        "Cache-Control": f"public, max-age={KEPT_FOR}",
    }
    settled = get_conditional_response(request, tag, int(facts.st_mtime), None)
    if settled is not None:
        for name, value in headers.items():
            settled.headers[name] = value
        return settled
    wanted = _wanted(request, size, headers)
    if wanted is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    return _answer(request, file, wanted, size, headers)


def _file(path: str) -> Path:
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    return file


def _wanted(request: HttpRequest, size: int, headers: dict[str, str]) -> range | None:
    """The bytes to send: all of them without a usable Range, None for one outside the file."""
    whole = range(size)
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    condition = request.headers.get("If-Range")
    if not asked or condition not in (None, headers["ETag"], headers["Last-Modified"]):
        return whole
    first, last = asked.groups()
    if not first and not last:
        return whole
    start = int(first) if first else max(size - int(last), 0)
    stop = min(int(last) + 1, size) if first and last else size
    if first and last and int(last) < int(first):
        return whole
    return range(start, stop) if start < stop else None


def _answer(
    request: HttpRequest, file: Path, wanted: range, size: int, headers: dict[str, str]
) -> HttpResponseBase:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    body = _part(file, wanted) if request.method == "GET" else iter(())
    response = StreamingHttpResponse(body, content_type=kind, headers=headers)
    response.headers["Content-Length"] = str(len(wanted))
    if len(wanted) < size:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {wanted.start}-{wanted.stop - 1}/{size}"
    return response


def _part(file: Path, wanted: range) -> Iterator[bytes]:
    with file.open("rb") as stream:
        stream.seek(wanted.start)
        left = len(wanted)
        while left and (piece := stream.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
