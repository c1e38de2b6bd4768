"""HTTP in front of the pretended server, on loopback only.

with StandIn() as official:
    pull_from(official.url)
    official.publish_next(crs=500)
    official.fail("html", times=2)
"""

import hashlib
import json
import socket
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from draws.standin import front_page
from draws.standin.faults import Answer
from draws.standin.official import Official
from draws.standin.orders import ORDERS
from draws.standin.rows import LANGUAGES, Row
from draws.standin.wishes import BadWish

PATHS = {
    f"/content/dam/ircc/documents/json/ee_rounds_123_{language}.json": language
    for language in LANGUAGES
}
MAX_ORDER = 1 << 20  # bytes of a POST
PIECES = 200  # of a slow body

Say = Callable[[str], None]


class StandIn:
    """The stand-in, running in threads of its own between `start` and `stop`.

    `port` 0 takes any free one. `rounds` starts with so many of the bundled rounds; the rest are
    then the next ones. `say` is told one line for each request.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        rounds: int | None = None,
        french_encoding: str = "utf-8",
        say: Say | None = None,
    ) -> None:
        self.official = Official(rounds, french_encoding)
        self._server = _Server(port, self.official, say or (lambda line: None))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        """Address of the English file; the French one is at `url_fr`."""
        return self.root + next(iter(PATHS))

    @property
    def url_fr(self) -> str:
        return self.url.replace("_en.json", "_fr.json")

    def publish_next(self, **wishes: Any) -> Row:
        """Publish the next round, see `draws.standin.wishes`; its English row."""
        return self.official.publish_next(wishes)

    def fail(
        self,
        kind: str,
        times: int | None = None,
        seconds: float | None = None,
        language: str | None = None,
    ) -> None:
        """Misbehave, see `draws.standin.faults`; "none" to behave again."""
        self.official.fail(kind, times, seconds, language)

    def correct(self, number: str, field: str, value: str, language: str | None = None) -> None:
        """Change what is printed under `field` of a round."""
        self.official.correct(number, field, value, language)

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._server.stopping.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc_info: object) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, official: Official, say: Say) -> None:
        self.official = official
        self.say = say
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._served: dict[str, tuple[str, datetime]] = {}
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up early is part of the exercise; the rest is worth a traceback."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    def last_modified(self, language: str, etag: str) -> datetime:
        """When the file last became what it is; no two states share a moment."""
        with self._lock:
            known, at = self._served.get(language, ("", datetime.fromtimestamp(0, UTC)))
            if etag != known:
                now = datetime.now(UTC).replace(microsecond=0)
                at = max(now, at + timedelta(seconds=1))
                self._served[language] = (etag, at)
            return at


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Cutline-stand-in"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in PATHS:
            self._serve(PATHS[path])
        elif path == "/":
            host, port = self.server.server_address[:2]
            self._text(HTTPStatus.OK, front_page.text(f"http://{host!s}:{port}"))
        else:
            self._text(HTTPStatus.NOT_FOUND, "There is nothing here; look at /.\n")

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        order = ORDERS.get(self.path.removeprefix("/"))
        if order is None:
            self._text(HTTPStatus.NOT_FOUND, f"POST to /{', /'.join(ORDERS)}.\n")
            return
        try:
            done = order(self.server.official, self._order())
        except BadWish as bad:
            self._json(HTTPStatus.BAD_REQUEST, {"error": str(bad)})
        else:
            self._json(HTTPStatus.OK, done)

    def _order(self) -> dict[str, Any]:
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or int(length) > MAX_ORDER:
            raise BadWish(f"Content-Length: {length!r} is not a size of at most {MAX_ORDER} bytes")
        body = self.rfile.read(int(length)).strip() or b"{}"
        try:
            order = json.loads(body)
        except ValueError as error:
            raise BadWish(f"the body is not JSON: {error}") from error
        if not isinstance(order, dict):
            raise BadWish("the body is not a JSON object")
        return order

    def _serve(self, language: str) -> None:
        kind, answer = self.server.official.answer(language)
        headers = dict(answer.headers)
        if answer.status == HTTPStatus.OK and not answer.reset:
            etag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
            at = self.server.last_modified(language, etag)
            headers |= {"ETag": etag, "Last-Modified": format_datetime(at, usegmt=True)}
            if not answer.seconds and self._knows(etag, at):  # what is slow is slow for all
                answer = Answer(status=304)
        self._send(answer, headers, kind)

    def _knows(self, etag: str, at: datetime) -> bool:
        """Whether the client's conditions name this very file; the ETag is asked first."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            names = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in names or etag in names
        try:
            return at <= parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
        except (TypeError, ValueError):
            return False

    def _send(self, answer: Answer, headers: Mapping[str, str], kind: str = "none") -> None:
        fault = "" if kind == "none" else f" [{kind}]"
        self.server.say(f"{self.command} {self.path} {answer.status}{fault}")
        self.close_connection = True
        if answer.reset:
            self._reset()
            return
        self.send_response(answer.status)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            length = len(answer.body) if answer.length is None else answer.length
            headers = {
                "Content-Type": answer.content_type,
                "Content-Length": str(length),
                **headers,
            }
        for name, value in {**headers, "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(answer)

    def _send_body(self, answer: Answer) -> None:
        pieces = PIECES if answer.seconds else 1
        size = -(-len(answer.body) // pieces) or 1
        try:
            for start in range(0, len(answer.body), size):
                if self.server.stopping.wait(answer.seconds / pieces):
                    return
                self.wfile.write(answer.body[start : start + size])
        except OSError:
            pass  # the client hung up, as it should on some of the faults

    def _reset(self) -> None:
        """Close without a goodbye: the client sees “connection reset by peer”."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        socket.close(self.connection.detach())

    def _text(self, status: HTTPStatus, text: str) -> None:
        self._send(Answer(text.encode(), status, "text/plain; charset=utf-8"), {})

    def _json(self, status: HTTPStatus, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        self._send(Answer(text.encode(), status), {})

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base
        """Said in `_send`, with the fault."""
