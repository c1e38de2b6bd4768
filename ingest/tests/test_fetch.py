"""`ingest.fetch` against real servers on loopback: each way to answer, each way to misbehave."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import stamina
from httpx2 import URL
from pytest_django import Settings
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from ingest.fetch import FetchFailed, _redirect, fetch

Script = Callable[[socket.socket], None]


@pytest.fixture(autouse=True)
def no_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


class RawServer:
    """Plays one script per connection, the last one for all that follow."""

    def __init__(self, *scripts: Script) -> None:
        self._scripts = scripts
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve, daemon=True)]
        self.calls = 0
        self._threads[0].start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/feed.json"

    def _serve(self) -> None:
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            script = self._scripts[min(self.calls, len(self._scripts) - 1)]
            self.calls += 1
            player = threading.Thread(target=self._play, args=(script, connection), daemon=True)
            self._threads.append(player)
            player.start()

    @staticmethod
    def _play(script: Script, connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(65536)
                script(connection)
            except OSError:
                pass  # the client hung up, as most of these tests want

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=5)


@pytest.fixture
def raw() -> Iterator[Callable[..., RawServer]]:
    servers: list[RawServer] = []

    def start(*scripts: Script) -> RawServer:
        servers.append(RawServer(*scripts))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def saying(text: bytes) -> Script:
    return lambda connection: connection.sendall(text)


def dripping(start: bytes) -> Script:
    """One byte every 50 ms, without an end."""

    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(200):
            connection.sendall(b"x")
            time.sleep(0.05)

    return drip


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def test_it_brings_the_body_and_lower_case_headers(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/feed.json").respond_with_data(
        b"\xef\xbb\xbf{}\r\n", content_type="application/json", headers={"ETag": '"a1"'}
    )

    got = fetch(httpserver.url_for("/feed.json"))

    assert (got.status, got.body) == (200, b"\xef\xbb\xbf{}\r\n")
    assert got.headers["etag"] == '"a1"'
    assert got.headers["content-type"] == "application/json"
    assert got.url == httpserver.url_for("/feed.json")


def test_it_says_who_asks_and_asks_nothing_conditional_by_itself(
    httpserver: HTTPServer, settings: Settings
) -> None:
    settings.INGEST_USER_AGENT = "Cutline/9.9 (+https://cutline.example/about/)"
    httpserver.expect_request("/").respond_with_data("ok")

    fetch(httpserver.url_for("/"))

    request, _response = httpserver.log[0]
    assert request.headers["User-Agent"] == "Cutline/9.9 (+https://cutline.example/about/)"
    assert request.environ["SERVER_PROTOCOL"] == "HTTP/1.1"
    assert request.headers["Accept-Encoding"] == "gzip"
    assert "If-None-Match" not in request.headers
    assert "If-Modified-Since" not in request.headers


def test_it_brings_304_with_no_body_when_it_asked_for_changes(httpserver: HTTPServer) -> None:
    day = "Thu, 01 Oct 2026 15:00:00 GMT"
    httpserver.expect_request(
        "/", headers={"If-None-Match": 'W/"a1"', "If-Modified-Since": day}
    ).respond_with_data(b"", status=304, headers={"ETag": 'W/"a1"'})

    got = fetch(httpserver.url_for("/"), etag='W/"a1"', last_modified=day)

    assert (got.status, got.body, got.headers["etag"]) == (304, b"", 'W/"a1"')


def test_it_takes_a_304_that_it_did_not_ask_for_as_a_failure(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data(b"", status=304)

    with pytest.raises(FetchFailed, match=r"answered 304 Not Modified$"):
        fetch(httpserver.url_for("/"))


def test_it_drops_a_validator_that_no_header_can_hold(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("ok")

    got = fetch(httpserver.url_for("/"), etag='"é"', last_modified="x\r\nHost: other")

    request, _response = httpserver.log[0]
    assert got.body == b"ok"
    assert "If-None-Match" not in request.headers
    assert "If-Modified-Since" not in request.headers


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(b"1,200 " * 5000)), ("deflate", zlib.compress(b"1,200 " * 5000))],
    ids=["gzip", "deflate"],
)
def test_it_unpacks(httpserver: HTTPServer, encoding: str, packed: bytes) -> None:
    httpserver.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": encoding})

    assert fetch(httpserver.url_for("/")).body == b"1,200 " * 5000


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(bytes(60_000_000))),
        ("deflate", zlib.compress(bytes(60_000_000))),
        ("identity", bytes(3_000_000)),
    ],
    ids=["gzip", "deflate", "plain"],
)
def test_it_stops_reading_at_the_size_limit(
    httpserver: HTTPServer, settings: Settings, encoding: str, packed: bytes
) -> None:
    settings.INGEST_MAX_BYTES = 2 << 20
    httpserver.expect_request("/").respond_with_data(packed, headers={"Content-Encoding": encoding})

    with pytest.raises(FetchFailed, match="is larger than 2 MB; reading stopped"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 1


def test_it_takes_a_body_of_exactly_the_limit(httpserver: HTTPServer, settings: Settings) -> None:
    settings.INGEST_MAX_BYTES = 1000
    httpserver.expect_request("/").respond_with_data(bytes(1000))

    assert len(fetch(httpserver.url_for("/")).body) == 1000


@pytest.mark.parametrize(
    ("encoding", "body", "why"),
    [
        ("gzip", gzip.compress(b"[1, 2, 3]" * 99)[:-9], "it ends too early"),
        ("gzip", gzip.compress(b"[]") + b"<!-- -->", "there is more after its end"),
        ("gzip", b"[1, 2, 3]", "incorrect header check"),
        ("br", b"\x0b\x02\x80ok\x03", "came packed as 'br', unasked"),
    ],
    ids=["cut", "longer", "plain", "brotli"],
)
def test_it_refuses_a_body_that_does_not_unpack_wholly(
    httpserver: HTTPServer, encoding: str, body: bytes, why: str
) -> None:
    httpserver.expect_request("/").respond_with_data(body, headers={"Content-Encoding": encoding})

    with pytest.raises(FetchFailed, match=why):
        fetch(httpserver.url_for("/"))


@pytest.mark.parametrize("status", [201, 204, 206, 300, 400, 403, 404, 410])
def test_it_refuses_any_other_answer_at_once(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/").respond_with_data(b"", status=status)

    with pytest.raises(FetchFailed, match=rf"answered {status} \w[^\n]*$"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 1


def test_it_tries_again_after_a_passing_failure(httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/").respond_with_data("", status=503)
    httpserver.expect_ordered_request("/").respond_with_data("", status=429)
    httpserver.expect_ordered_request("/").respond_with_data("the feed")

    assert fetch(httpserver.url_for("/")).body == b"the feed"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 520])
def test_it_gives_up_after_three_tries(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/").respond_with_data("", status=status)

    with pytest.raises(FetchFailed, match=rf"answered {status}[^\n]* \(3 tries\)$"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 3


def test_it_makes_as_many_tries_as_the_setting_says(
    httpserver: HTTPServer, settings: Settings
) -> None:
    settings.INGEST_TRIES = 1
    httpserver.expect_request("/").respond_with_data("", status=503)

    with pytest.raises(FetchFailed, match=r"answered 503 Service Unavailable$"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 1


def test_it_waits_as_long_as_the_server_asks(httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request("/").respond_with_data(
        "", status=429, headers={"Retry-After": "1"}
    )
    httpserver.expect_ordered_request("/").respond_with_data("the feed")

    started = time.monotonic()
    with stamina.set_testing(False):
        got = fetch(httpserver.url_for("/"))

    assert got.body == b"the feed"
    assert 0.9 < time.monotonic() - started < 8


def test_it_says_when_to_come_back_rather_than_wait_long(httpserver: HTTPServer) -> None:
    later = (datetime.now(UTC) + timedelta(hours=3)).replace(microsecond=0)
    httpserver.expect_request("/").respond_with_data(
        "", status=429, headers={"Retry-After": format_datetime(later, usegmt=True)}
    )

    with pytest.raises(FetchFailed, match=f"come back after {later:%Y-%m-%d %H:%M:%S} UTC"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    "nonsense", ["soon", "-5", "1e3", "9" * 30, "Thu, 99 Oct 2026 15:00:00 GMT", "", "²"]
)
def test_it_ignores_a_retry_after_that_says_nothing(httpserver: HTTPServer, nonsense: str) -> None:
    httpserver.expect_ordered_request("/").respond_with_response(
        Response(status=429, headers={"Retry-After": nonsense.encode().decode("latin-1")})
    )
    httpserver.expect_ordered_request("/").respond_with_data("the feed")

    assert fetch(httpserver.url_for("/")).body == b"the feed"


def test_it_tries_again_after_a_reset(raw: Callable[..., RawServer]) -> None:
    server = raw(reset, saying(OK))

    assert fetch(server.url).body == b"ok"


def test_it_gives_up_on_a_server_that_always_resets(raw: Callable[..., RawServer]) -> None:
    server = raw(reset)

    with pytest.raises(FetchFailed, match=r"broke off: .*reset.* \(3 tries\)$"):
        fetch(server.url)
    assert server.calls == 3


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\nContent-Encoding: gzip\r\n\r\n",
        b"HTTP/1.1 301 Moved\r\nContent-Length: 9999\r\nX-Slow: ",
    ],
    ids=["status", "header", "body", "packed", "redirect"],
)
def test_it_leaves_a_server_that_drips(
    raw: Callable[..., RawServer], settings: Settings, start: bytes
) -> None:
    settings.INGEST_TIMEOUT = 0.3
    settings.INGEST_TRIES = 1
    server = raw(dripping(start))

    started = time.monotonic()
    with pytest.raises(FetchFailed, match=r"took longer than 0\.3 s|broke off|unpacked"):
        fetch(server.url)

    assert time.monotonic() - started < 3


def test_it_leaves_a_server_that_is_silent(
    raw: Callable[..., RawServer], settings: Settings
) -> None:
    settings.INGEST_TIMEOUT = 0.2
    server = raw(lambda connection: time.sleep(1))

    started = time.monotonic()
    with pytest.raises(FetchFailed, match=r"took longer than 0\.2 s \(3 tries\)$"):
        fetch(server.url)

    assert time.monotonic() - started < 2


def test_one_deadline_covers_all_redirects(
    raw: Callable[..., RawServer], settings: Settings
) -> None:
    settings.INGEST_TIMEOUT = 0.8
    settings.INGEST_TRIES = 1

    def late(connection: socket.socket) -> None:
        time.sleep(0.3)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")

    server = raw(late)

    with pytest.raises(FetchFailed, match=r"took longer than 0\.8 s"):
        fetch(server.url)
    assert server.calls < 4


@pytest.mark.parametrize(
    "broken",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"",
        b"not http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Huge: " + b"x" * 200_000 + b"\r\n\r\n",
    ],
    ids=["truncated", "chunk", "headers", "nothing", "garbage", "huge header"],
)
def test_it_refuses_half_an_answer_and_tries_again(
    raw: Callable[..., RawServer], broken: bytes
) -> None:
    server = raw(saying(broken), saying(OK))

    assert fetch(server.url).body == b"ok"
    assert server.calls == 2

    server = raw(saying(broken))
    with pytest.raises(FetchFailed, match=r"broke off: [^\n]+ \(3 tries\)$"):
        fetch(server.url)


def test_it_reads_headers_in_any_encoding(raw: Callable[..., RawServer]) -> None:
    server = raw(saying(b'HTTP/1.1 200 OK\r\nETag: "\xe9\xff"\r\nX-A: 1\r\nx-a: 2\r\n\r\nthe feed'))

    got = fetch(server.url)

    assert got.body == b"the feed"
    assert got.headers["etag"] == '"éÿ"'
    assert got.headers["x-a"] == "1, 2"


def test_it_follows_three_redirects(httpserver: HTTPServer) -> None:
    for here, there in (("/a", "/b"), ("/b", "c"), ("/c", httpserver.url_for("/d"))):
        httpserver.expect_request(here).respond_with_data(
            "", status=301, headers={"Location": there}
        )
    httpserver.expect_request("/d").respond_with_data("the feed")

    got = fetch(httpserver.url_for("/a"), etag='"a1"')

    assert (got.body, got.url) == (b"the feed", httpserver.url_for("/d"))
    assert [request.headers["If-None-Match"] for request, _ in httpserver.log] == ['"a1"'] * 4


def test_it_leaves_a_redirect_loop(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("", status=302, headers={"Location": "/"})

    with pytest.raises(FetchFailed, match="redirects more than 3 times"):
        fetch(httpserver.url_for("/"))
    assert len(httpserver.log) == 4


@pytest.mark.parametrize(
    "elsewhere",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)", "gopher://h/"],
)
def test_it_does_not_leave_http(httpserver: HTTPServer, elsewhere: str) -> None:
    httpserver.expect_request("/").respond_with_data(
        "", status=302, headers={"Location": elsewhere}
    )

    with pytest.raises(FetchFailed, match=r"redirects to .*, where we do not go"):
        fetch(httpserver.url_for("/"))


def test_it_never_goes_back_from_https_to_http() -> None:
    with pytest.raises(FetchFailed, match=r"redirects to http://127\.0\.0\.1/, where we do not go"):
        _redirect(URL("https://127.0.0.1/feed.json"), "http://127.0.0.1/")
    assert _redirect(URL("http://h/feed.json"), "https://h/x") == URL("https://h/x")


@pytest.mark.parametrize("elsewhere", ["http://[::1", "http://a\x01b/"])
def test_it_refuses_a_redirect_to_no_address(raw: Callable[..., RawServer], elsewhere: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n"
    server = raw(saying(head.encode()))

    with pytest.raises(FetchFailed, match=r"is not an address|broke off"):
        fetch(server.url)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "feed.json",
        "file:///etc/passwd",
        "ftp://127.0.0.1/feed.json",
        "http://",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://" + "a" * 70 + ".invalid/",
        "http://a..b/",
        "http://bad\nhost/",
    ],
)
def test_it_refuses_what_is_not_an_address(address: str) -> None:
    with pytest.raises(FetchFailed) as failed:
        fetch(address)
    assert "\n" not in str(failed.value)


def test_it_says_that_a_host_or_port_does_not_answer() -> None:
    with pytest.raises(FetchFailed, match=r"^http://cutline\.invalid/x cannot be reached: "):
        fetch("http://reader:secret@cutline.invalid/x")
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(FetchFailed, match=r"cannot be reached: Connection refused \(3 tries\)"):
        fetch(f"http://127.0.0.1:{port}/")


def test_it_goes_straight_to_the_server_whatever_proxy_is_set(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    httpserver.expect_request("/").respond_with_data("ok")

    assert fetch(httpserver.url_for("/")).body == b"ok"


def test_it_keeps_no_cookie_from_one_request_to_the_next(httpserver: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        response = Response(request.headers.get("Cookie", "none"))
        response.set_cookie("seen", "yes")
        return response

    httpserver.expect_request("/").respond_with_handler(answer)

    assert fetch(httpserver.url_for("/")).body == b"none"
    assert fetch(httpserver.url_for("/")).body == b"none"
