"""A crowd at the moment of a new edition: real processes, one rendering of each page."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.tests.site import ROOT, Site, prepare

CROWD = 500
ADVANCE = "from publish.editions import advance; advance('a draw')"
PAGES = ("/draws/", "/fr/draws/", "/draws.rss")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = prepare(tmp_path, LOG_LEVEL="DEBUG")
    address = ("--host", "127.0.0.1", "--port", site.environment["PORT"])
    workers = ("--workers", "2", "--blocking-threads", "8", "--no-access-log")
    server = (sys.executable, "-m", "granian", "--interface", "wsgi", *address, *workers)
    with (tmp_path / "server.log").open("wb") as log:
        process = subprocess.Popen(
            (*server, "config.wsgi:application"),
            cwd=ROOT,
            env=site.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            site.wait_until_up()
            yield site
        finally:
            process.terminate()
            process.wait(timeout=20)


async def come(port: int, path: str) -> bytes:
    """The answer to one client with a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    writer.write(request.encode())
    answer = await reader.read()
    writer.close()
    return answer


async def crowd(site: Site) -> list[bytes]:
    port = int(site.environment["PORT"])
    asked = (come(port, PAGES[number % len(PAGES)]) for number in range(CROWD))
    return await asyncio.gather(*asked)


def test_a_crowd_at_a_new_edition_causes_one_rendering_of_each_page(site, tmp_path):
    site.manage("load_bundled")
    log = tmp_path / "server.log"
    for turn in range(2):
        before = log.stat().st_size
        site.manage("shell", "--no-imports", "-c", ADVANCE, LOG_LEVEL="ERROR")
        answers = asyncio.run(crowd(site))
        assert {answer.split(b"\r\n", 1)[0] for answer in answers} == {b"HTTP/1.1 200 OK"}, turn
        said = log.read_bytes()[before:].decode()
        assert {page: said.count(f"rendered {page}?") for page in PAGES} == dict.fromkeys(PAGES, 1)
