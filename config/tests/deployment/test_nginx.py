"""nginx, configured by `manage.py nginx_config`, before a web process that notes what came."""

import gzip
import http.client
import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from config.bench import programs

pytestmark = pytest.mark.skipif(
    not programs.is_there("nginx"), reason="no nginx on this machine: apt-get install nginx"
)
PUBLIC = {"Cache-Control": "public, max-age=0, must-revalidate", "Vary": "Accept-Encoding"}
PRIVATE = {"Cache-Control": "private, no-store"}


@dataclass
class Backend:
    """A web process: what it answers to a path, and the headers of every request that came."""

    port: int = 0
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    status: int = 200

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _headers in self.asked)


@dataclass
class Front:
    port: int
    backend: Backend
    folder: Path

    def get(
        self, path: str, method: str = "GET", came_from: str = "127.0.0.1", **headers: str
    ) -> http.client.HTTPResponse:
        """The answer, read: its body is in `body`."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=20, source_address=(came_from, 0)
        )
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": "localhost", **names})
        answer = connection.getresponse()
        answer.body = answer.read()  # type: ignore[attr-defined]
        connection.close()
        return answer


def handler(backend: Backend) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            backend.asked.append((self.path, dict(self.headers)))
            body = f"{self.path} {len(backend.asked)}".encode()
            self.send_response(backend.status)
            for name, value in backend.answers.get(self.path, PUBLIC).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: Any) -> None:
            """Nothing: it would stand among the lines of the tests."""

    return Handler


def configured(folder: Path, backend: int, **own: str) -> str:
    out = StringIO()
    own |= {"data": str(folder), "cache": f"{folder}/cache", "logs": str(folder)}
    own |= {"inner-port": str(programs.free_port())}
    # Twice, because nginx never leaves the only one that it has alone.
    words = [f"--web=127.0.0.1:{backend}"] * 2 + [f"--{name}={own[name]}" for name in own]
    call_command("nginx_config", *words, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder, backend = tmp_path_factory.mktemp("nginx"), Backend()
    css = folder / "static" / "site.0123456789ab.css"
    css.parent.mkdir()
    css.write_text("a { color: red }")
    css.with_suffix(".css.gz").write_bytes(gzip.compress(b"a { color: red }"))
    css.with_suffix(".css.br").write_bytes(b"packed")
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(backend))
    backend.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = programs.free_port()
    own = {"port": str(port), "uncounted": "127.0.0.1", "metrics-from": "127.0.0.2"}
    (folder / "cutline.conf").write_text(configured(folder, backend.port, **own))
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    with programs.nginx(folder / "run", str(folder / "cutline.conf"), environment=environment):
        programs.wait_for("nginx", lambda: programs.answers(f"http://127.0.0.1:{port}/static/"))
        yield Front(port, backend, folder)
    server.shutdown()
    server.server_close()


def body(answer: Any) -> bytes:
    return bytes(answer.body)


def test_it_keeps_a_page_until_its_second_ends_and_no_longer(front: Front) -> None:
    while time.time() % 1 > 0.3:  # so that the questions fall into one second
        time.sleep(0.01)
    first = [body(front.get("/kept/")) for _ in range(10)]
    assert len(set(first)) == 1
    time.sleep(1)
    assert body(front.get("/kept/")) != first[0]


def test_it_tells_readers_what_the_web_process_told_and_nothing_of_its_own(front: Front) -> None:
    for _ in range(2):
        answer = front.get("/told/")
        assert answer.headers.get_all("Cache-Control") == ["public, max-age=0, must-revalidate"]
        assert not {"x-accel-expires", "x-cutline-cache-control"} & {
            name.lower() for name in answer.headers
        }
        assert answer.headers["Server"] == "nginx"


@pytest.mark.parametrize(
    "headers",
    [
        PRIVATE,
        PUBLIC | {"Set-Cookie": "csrftoken=1"},
        PUBLIC | {"Vary": "Cookie"},
        {},
        {"Cache-Control": "public, max-age=86400"},
    ],
    ids=str,
)
def test_it_keeps_nothing_that_is_not_the_same_for_everyone(
    front: Front, headers: dict[str, str]
) -> None:
    path = f"/not-kept/{abs(hash(str(headers)))}/"
    front.backend.answers[path] = headers
    for _ in range(3):
        front.get(path)
    assert front.backend.times(path) == 3


@pytest.mark.parametrize("name", ["sessionid", "__Host-session"])
def test_whoever_has_signed_in_passes_the_cache_by(front: Front, name: str) -> None:
    for _ in range(3):
        front.get(f"/signed-in/{name}/", Cookie=f"a=1; {name}=abc")
    assert front.backend.times(f"/signed-in/{name}/") == 3


@pytest.mark.parametrize(
    "path", ["/admin/", "/fr/admin/x/", "/accounts/2fa/", "/api/v1/draws", "/data/1/a"]
)
def test_the_desk_and_the_api_have_no_cache(front: Front, path: str) -> None:
    for _ in range(3):
        front.get(path)
    assert front.backend.times(path) == 3


def test_it_believes_no_client_about_the_way_it_came(front: Front) -> None:
    lies = {
        "X_Forwarded_For": "192.0.2.7",
        "X_Forwarded_Proto": "https",
        "X_Forwarded_Host": "evil",
    }
    for path in ("/way/", "/admin/way/"):
        front.get(path, **lies, Forwarded="for=192.0.2.7", X_Real_IP="192.0.2.7")
        came = next(headers for asked, headers in front.backend.asked if asked == path)
        assert came["X-Forwarded-For"] == "127.0.0.1"
        assert came["X-Forwarded-Proto"] == "http"
        assert not {"X-Forwarded-Host", "Forwarded", "X-Real-IP"} & came.keys()


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000, gzip;q=0", ""),
        ("deflate", ""),
        ("brotli, xgzip", ""),
    ],
)
def test_it_asks_for_one_of_three_packings(front: Front, accepted: str, coding: str) -> None:
    path = f"/packed/{abs(hash(accepted))}/"
    front.get(path, Accept_Encoding=accepted)
    came = next(headers for asked, headers in front.backend.asked if asked == path)
    assert came.get("Accept-Encoding", "") == coding


def test_it_gives_the_last_page_when_the_web_process_fails(front: Front) -> None:
    good = body(front.get("/stale/"))
    time.sleep(1)
    front.backend.status = 500
    try:
        answer = front.get("/stale/")
    finally:
        front.backend.status = 200
    assert (answer.status, body(answer)) == (200, good)


def test_it_goes_on_asking_a_web_process_that_says_it_is_not_ready(front: Front) -> None:
    front.backend.status = 503
    try:
        # Several times: each of nginx's processes counts by itself.
        answers = [front.get(path).status for path in ("/readyz", "/admin/") * 10]
    finally:
        front.backend.status = 200
    assert set(answers) == {503}
    assert front.get("/after/").status == 200


@pytest.mark.parametrize(
    ("accepted", "coding", "content"),
    [("br, gzip", "br", b"packed"), ("gzip", "gzip", None), ("", None, b"a { color: red }")],
)
def test_it_gives_static_files_packed_and_for_ever(
    front: Front, accepted: str, coding: str | None, content: bytes | None
) -> None:
    answer = front.get("/static/site.0123456789ab.css", Accept_Encoding=accepted)
    assert answer.status == 200
    assert answer.headers["Content-Encoding"] == coding
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert content is None or body(answer) == content


def test_it_tells_the_world_that_something_is_away_and_not_what(front: Front) -> None:
    assert front.get("/readyz").status == 200
    front.backend.status = 503
    try:
        answer = front.get("/readyz")
    finally:
        front.backend.status = 200
    assert (answer.status, body(answer)) == (503, b"not ready\n")


def test_the_counts_of_each_web_process_are_for_those_who_may_read_them(front: Front) -> None:
    front.backend.asked.clear()
    for path in ("/metrics", "/metrics/1", "/metrics/2"):
        answer = front.get(path)
        assert (answer.status, b"metrics" in body(answer)) == (404, False)
    assert front.backend.asked == []
    assert body(front.get("/metrics/2", came_from="127.0.0.2")).startswith(b"/metrics ")
    assert front.get("/metrics", came_from="127.0.0.2").status == 404


def test_its_log_names_no_reader_and_nothing_that_they_typed(front: Front) -> None:
    front.get("/search/?q=typed", User_Agent="named", Referer="https://from.example/")
    front.get("/fr/newsletter/secret-of-a-reader/leave/")
    front.get("/admin/asked/")
    asked = next(headers for path, headers in front.backend.asked if path == "/admin/asked/")
    log = front.folder / "cutline-access.log"
    wanted = {"/search/", "/fr/newsletter/token", "/admin/asked/"}
    # Each of nginx's processes writes its lines down after some seconds.
    programs.wait_for("the log", lambda: all(f'"{path}"' in log.read_text() for path in wanted), 20)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    text = log.read_text() + (front.folder / "cutline-error.log").read_text()
    for personal in ("typed", "named", "from.example", "secret-of-a-reader"):
        assert personal not in text
    ids = [line["request_id"] for line in lines if line["path"] == "/admin/asked/"]
    assert ids == [asked["X-Request-ID"]]


def test_it_knows_no_other_name(front: Front) -> None:
    with pytest.raises(ConnectionError):
        front.get("/", Host="elsewhere.example")


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl on this machine")
def test_nginx_reads_the_configuration_with_tls(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost"
    subprocess.run(
        [*make.split(), "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    own = {"port": str(programs.free_port()), "redirect-port": str(programs.free_port())}
    text = configured(tmp_path, 9, certificate=str(certificate), key=str(key), **own)
    (tmp_path / "cutline.conf").write_text(text)
    main = programs.nginx_main(tmp_path, str(tmp_path / "cutline.conf"))
    paths = ["-c", str(main), "-p", str(tmp_path), "-e", str(tmp_path / "errors")]
    command = [programs.found("nginx"), "-t", "-q", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "return 301 https://localhost:" in text


def test_it_wants_a_key_with_a_certificate(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="belong together"):
        configured(tmp_path, 9, certificate="one.pem")
