"""The site as `make run` starts it, beside the stand-in: from nothing to a new draw."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from config.tests.site import ROOT, Site, prepare
from draws.standin.server import StandIn

# Each list, and how a draw stands in it.
LISTS = {
    "/": "/draws/{}/",
    "/draws/": "/draws/{}/",
    "/draws/cec/": "/draws/{}/",
    "/fr/": "/fr/draws/{}/",
    "/fr/draws/": "/fr/draws/{}/",
    "/draws.csv": "\n{},",
    "/draws.rss": "/draws/{}/",
}


@contextmanager
def up(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    """Web server and worker, until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "up"],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        site.wait_until_up()
        yield process
    finally:
        process.terminate()  # it takes its children along; a kill would leave them behind
        process.communicate(timeout=30)


@pytest.fixture
def services() -> Iterator[dict[str, str]]:
    """What this run of the suite stands on, with an empty database for the site alone."""
    if "DATABASE_URL" not in os.environ:
        yield {}
        return
    server, _slash, name = os.environ["DATABASE_URL"].rpartition("/")
    own = f"{name}_site"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
        try:
            redis = os.environ["REDIS_URL"]
            yield {"DATABASE_URL": f"{server}/{own}", "REDIS_URL": redis}
        finally:
            connection.execute(f"DROP DATABASE {own} WITH (FORCE)")


def test_it_fills_from_one_pull_and_shows_a_new_draw_everywhere(
    tmp_path: Path, services: dict[str, str]
) -> None:
    with StandIn() as official:
        site = prepare(tmp_path, IRCC_ROUNDS_URL=official.url, **services)
        assert "created 448" in site.manage("pull", "ircc")
        with up(site) as process:
            before = {path: site.read(path) for path in LISTS}
            number = official.publish_next(family="cec", crs=499)["drawNumber"]
            assert "created 1," in site.manage("pull", "ircc")
            pulled = time.monotonic()
            for path, sign in LISTS.items():
                assert sign.format(number) not in before[path], path
                assert sign.format(number) in site.read(path), path
            assert "499" in site.read(f"/draws/{number}/")
            assert "499" in site.read(f"/fr/draws/{number}/")
            assert time.monotonic() - pulled < 5
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
        assert not_running(site)


def not_running(site: Site) -> bool:
    """Whether the port is free again: the web server went with its parent."""
    try:
        site.read("/healthz")
    except OSError:
        return True
    return False
