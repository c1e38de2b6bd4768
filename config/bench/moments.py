"""What happens at the moment of a new edition: how soon it is seen, and what it costs."""

import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, cast

from config.bench import programs, wrk
from config.bench.chain import CODING, Chain

EDITION = re.compile(r'W/"(\d+)-')
# A process that begins an edition for each line that it reads: it is up before the moment comes.
ADVANCE = """
import sys
from publish.editions import advance, current
print('ready', flush=True)
for line in sys.stdin:
    advance('bench')
    print(current().number, current().created_at.timestamp(), flush=True)
"""
PAUSE = 0.02
TEMPLATES = {"article": "articles/article.html", "draws": "draws/list.html"}


def addresses(chain: Chain) -> list[str]:
    """A page of each kind, and each form of a list."""
    forms = [f"/draws.{form}" for form in ("csv", "json", "ndjson", "rss", "atom")]
    lists = ["/", "/draws/cec/", "/draws/396/", "/pnp/", "/news/", "/tools/invited/", "/fr/draws/"]
    return [chain.pages["article"], chain.pages["draws"], *lists, *forms, "/api/v1/draws"]


def edition_at(url: str) -> int:
    """The edition that an answer was made from; -1 where it says none."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": CODING})
    with urllib.request.urlopen(request, timeout=30) as answer:
        answer.read()
        match = EDITION.match(answer.headers.get("ETag") or "")
    return int(match[1]) if match else -1


@dataclass
class Poll:
    """The clock at which each address first gave each edition; readers keep asking meanwhile."""

    seen: dict[str, dict[int, float]] = field(default_factory=dict)
    stopped: threading.Event = field(default_factory=threading.Event)

    def ask(self, url: str) -> None:
        first = self.seen.setdefault(url, {})
        while not self.stopped.wait(PAUSE):
            asked = time.time()
            first.setdefault(edition_at(url), asked)


@contextmanager
def polled(urls: list[str]) -> Iterator[Poll]:
    poll = Poll()
    threads = [threading.Thread(target=poll.ask, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    try:
        yield poll
    finally:
        poll.stopped.set()
        for thread in threads:
            thread.join()


class Committer:
    """Begins editions as every change of something public does. Its process has pipes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._lines = cast("IO[bytes]", process.stdin)
        self._answers = cast("IO[bytes]", process.stdout)
        self._said()

    def __call__(self) -> tuple[int, float]:
        """The number of the edition, and the time just before its commit."""
        self._lines.write(b"\n")
        self._lines.flush()
        number, moment = self._said()
        return int(number), float(moment)

    def _said(self) -> list[bytes]:
        words = self._answers.readline().split()
        if not words:
            raise RuntimeError("the process that begins editions has ended")
        return words


@contextmanager
def committing(chain: Chain) -> Iterator[Committer]:
    """Editions can be begun at once while the block runs."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-v0", "-c", ADVANCE],
        cwd=programs.ROOT,
        env=chain.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        yield Committer(process)
    finally:
        programs.ended(process)


def longest_wait(chain: Chain, root: str, commit: Committer) -> tuple[float, str]:
    """Seconds from a commit to the first request that was asked and saw it, of the address that
    took longest, while all are asked all the time."""
    urls = [root + path for path in addresses(chain)]
    with polled(urls) as poll:
        number, moment = commit()
        programs.wait_for(
            "the new edition at every address",
            lambda: all(max(seen, default=-1) >= number for seen in poll.seen.values()),
        )
    waits = {
        url: min(asked for edition, asked in seen.items() if edition >= number) - moment
        for url, seen in poll.seen.items()
    }
    worst = max(waits, key=lambda url: waits[url])
    return max(0.0, waits[worst]), worst.removeprefix(root)


def late_second_after(chain: Chain, root: str, commit: Committer) -> list[str]:
    """The addresses that, asked once a second after a commit, still gave the edition before it."""
    urls = [root + path for path in addresses(chain)]
    for url in urls:
        edition_at(url)
    number, _moment = commit()
    time.sleep(1)
    return [url.removeprefix(root) for url in urls if edition_at(url) < number]


def herd(
    chain: Chain, root: str, name: str, commit: Committer, *, clients: int, seconds: float
) -> tuple[int, wrk.Run]:
    """How often a page was rendered when a new edition began while so many clients asked for it."""
    url = root + chain.pages[name]
    edition_at(url)
    result: list[wrk.Run] = []
    load = threading.Thread(
        target=lambda: result.append(
            wrk.run(url, seconds=seconds, connections=clients, headers={"Accept-Encoding": CODING})
        )
    )
    before = _rendered(chain, name)
    load.start()
    time.sleep(seconds / 2)  # all of them have come
    commit()
    load.join()
    return _rendered(chain, name) - before, result[0]


def _rendered(chain: Chain, name: str) -> int:
    return chain.counted.read_text().splitlines().count(TEMPLATES[name])
