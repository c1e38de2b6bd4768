"""Those whom the site tells: a webhook, a hub and a mailbox, which write down all that comes."""

import socketserver
import sys
import threading
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Silent:
    """Who breaks off in the middle was killed: that is what the drill is about."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[misc]


class _Web(_Silent, ThreadingHTTPServer):
    daemon_threads = True
    came: "list[tuple[str, str, bytes]]"


class _Taking(BaseHTTPRequestHandler):
    server: _Web

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.came.append((self.path, self.headers.get("webhook-id", ""), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base
        """Silent."""


class _Mail(_Silent, socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    came: "list[Message]"


class _Post(socketserver.StreamRequestHandler):
    """As much of SMTP as Python's own client speaks."""

    server: _Mail

    def handle(self) -> None:
        self._say("220 drill")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self._say("354 go on")
                self.server.came.append(message_from_bytes(self._letter()))
                self._say("250 taken")
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 drill")

    def _letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


class Receivers:
    """`posts` are (path, webhook-id, body), `letters` what came by mail, in order."""

    def __init__(self) -> None:
        self._web = _Web(("127.0.0.1", 0), _Taking)
        self._mail = _Mail(("127.0.0.1", 0), _Post)
        self._web.came, self._mail.came = [], []
        for server in (self._web, self._mail):
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def posts(self) -> "list[tuple[str, str, bytes]]":
        return self._web.came

    @property
    def letters(self) -> "list[Message]":
        return self._mail.came

    @property
    def web_url(self) -> str:
        return f"http://127.0.0.1:{self._web.server_address[1]}"

    @property
    def mail_url(self) -> str:
        return f"smtp://127.0.0.1:{self._mail.server_address[1]}"

    def stop(self) -> None:
        for server in (self._web, self._mail):
            server.shutdown()
            server.server_close()
