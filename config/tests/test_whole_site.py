"""The site as `make run` starts it, beside the stand-in: from nothing to a new draw."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


def test_it_fills_from_one_pull_and_shows_a_new_draw_everywhere(tmp_path: Path) -> None:
    with StandIn() as official:
        site = prepare(tmp_path, IRCC_ROUNDS_URL=official.url)
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
