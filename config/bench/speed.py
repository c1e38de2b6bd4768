"""`make bench`: requests a second of a page by each way to it, in one run, and what was promised.

The ways take turns in short rounds and the median of the rounds counts, so that a noisy neighbour
disturbs all of them alike. Promises are ratios within this run; the exit status is 1 when one of
them is not kept, 2 when something that the measure needs is missing.
"""

import argparse
import getpass
import os
import statistics
import sys
import tempfile
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from config.bench import chain as chains
from config.bench import moments, programs, wrk
from config.bench.chain import CODING, Chain

CONNECTIONS = 32
STATIC, BEHIND, BEHIND_304 = "file by nginx", "behind nginx", "behind nginx, 304"
DIRECT, DIRECT_304, UNCACHED = "Cutline, kept page", "Cutline, 304", "Cutline, rendered"
MEMORY, REDIS, PLAIN = "Django cache, memory", "Django cache, Redis", "Django, one query"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to one page: what is asked, and with which headers."""

    page: str
    name: str
    url: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Promise:
    """What was measured of what was promised, and whether it is kept."""

    about: str
    found: str
    wanted: str
    is_kept: bool


def ways(chain: Chain) -> list[Way]:
    """Every way to each of the pages. What is rendered is asked for at one address by one reader
    after another: several at once would share one rendering."""
    packed = {"Accept-Encoding": CODING}
    found = []
    for page, path in chain.pages.items():
        known = packed | {"If-None-Match": chain.tag(page)}
        found += [
            Way(page, STATIC, f"{chain.static}/{page}", packed),
            Way(page, BEHIND, chain.behind + path, packed),
            Way(page, BEHIND_304, chain.behind + path, known),
            Way(page, DIRECT, chain.direct + path, packed),
            Way(page, DIRECT_304, chain.direct + path, known),
            Way(page, UNCACHED, chain.uncached + path, packed),
            Way(page, MEMORY, f"{chain.rival}/memory/{page}", packed),
            Way(page, REDIS, f"{chain.rival}/redis/{page}", packed),
            Way(page, PLAIN, f"{chain.rival}/uncached", packed),
        ]
    return found


def in_rounds(chain: Chain, rounds: int, seconds: float) -> dict[tuple[str, str], list[wrk.Run]]:
    """The runs of each way, by page and name."""
    runs: dict[tuple[str, str], list[wrk.Run]] = {}
    every = ways(chain)
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        for way in every:
            # The first one fills every cache on the way; it is not what is measured.
            _get(way.url)
            alone = 2 if way.name == UNCACHED else CONNECTIONS
            run = wrk.run(way.url, seconds=seconds, connections=alone, headers=way.headers)
            runs.setdefault((way.page, way.name), []).append(run)
    return runs


def median(runs: list[wrk.Run], of: Callable[[wrk.Run], float]) -> float:
    return statistics.median(of(run) for run in runs)


def table(runs: dict[tuple[str, str], list[wrk.Run]]) -> None:
    print(
        f"\n{'page':8} {'way':22} {'requests/s':>11} {'median ms':>10} {'p99 ms':>9} {'failed':>7}"
    )
    for (page, name), of in runs.items():
        print(
            f"{page:8} {name:22} {median(of, lambda run: run.rate):11,.0f}"
            f" {median(of, lambda run: run.median) * 1000:10.2f}"
            f" {median(of, lambda run: run.p99) * 1000:9.2f} {sum(run.failed for run in of):7d}"
        )


def ratio(runs: dict[tuple[str, str], list[wrk.Run]], page: str, one: str, other: str) -> float:
    """The median of the ratios of each round: the two ran within seconds of each other."""
    pairs = zip(runs[page, one], runs[page, other], strict=True)
    return statistics.median(first.rate / (second.rate or 1) for first, second in pairs)


def promises_of_speed(runs: dict[tuple[str, str], list[wrk.Run]]) -> list[Promise]:
    found = []
    for page in ("article", "draws"):
        near = ratio(runs, page, BEHIND, STATIC)
        found.append(Promise(f"{page}: behind nginx / file", f"{near:.2f}", "≥ 0.90", near >= 0.9))
        fast = ratio(runs, page, DIRECT, MEMORY)
        found.append(
            Promise(f"{page}: kept page / Django cache, memory", f"{fast:.1f}", "≥ 4", fast >= 4)
        )
        slower = ratio(runs, page, DIRECT, REDIS)
        found.append(
            Promise(f"{page}: kept page / Django cache, Redis", f"{slower:.1f}", "≥ 4", slower >= 4)
        )
        for name in (BEHIND, DIRECT):
            tail = median(runs[page, name], lambda run: run.p99 / (run.median or 1))
            found.append(Promise(f"{page}: {name}, p99 / median", f"{tail:.1f}", "≤ 5", tail <= 5))
    failed = sum(run.failed for of in runs.values() for run in of)
    return [*found, Promise("failed requests", str(failed), "0", failed == 0)]


def cpu_of_an_article(chain: Chain, count: int) -> Promise:
    """Milliseconds of the processor for an article that is rendered."""
    path = chain.pages["article"]
    for _ in range(4):
        _get(chain.uncached + path)
    before = chains.cpu_seconds(chain.uncached_web)
    for _ in range(count):
        _get(chain.uncached + path)
    spent = (chains.cpu_seconds(chain.uncached_web) - before) / count * 1000
    return Promise("article, rendered: ms of CPU", f"{spent:.1f}", "≤ 25", spent <= 25)


def _get(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": CODING})
    with urllib.request.urlopen(request) as answer:
        return bytes(answer.read())


def memory(chain: Chain) -> Promise:
    """The largest web process after all that it has served."""
    sizes = [chains.megabytes(pid) for pid in chain.web]
    rss, pss = (max(size[name] for size in sizes) for name in ("Rss", "Pss"))
    found = f"{rss:.0f} (its share of what is shared: {pss:.0f})"
    return Promise("MB of a web process", found, "< 150", rss < 150)


def freshness(chain: Chain, commit: moments.Committer, times: int) -> list[Promise]:
    found = []
    for name, root in ((DIRECT, chain.direct), (BEHIND, chain.behind)):
        waits = [moments.longest_wait(chain, root, commit) for _ in range(times)]
        seconds, address = max(waits)
        found.append(
            Promise(
                f"{name}: seconds from commit to sight, longest",
                f"{seconds:.2f} at {address}",
                "≤ 1.5 (1 kept, and the rendering)",
                seconds <= 1.5,
            )
        )
        late = moments.late_second_after(chain, root, commit)
        found.append(
            Promise(
                f"{name}: old one second after a commit",
                " ".join(late) or "none",
                "none",
                not late,
            )
        )
    return found


def herds(chain: Chain, commit: moments.Committer, clients: int, seconds: float) -> list[Promise]:
    found = []
    for name, root in ((DIRECT, chain.direct), (BEHIND, chain.behind)):
        for page in chain.pages:
            rendered, run = moments.herd(
                chain, root, page, commit, clients=clients, seconds=seconds
            )
            found.append(
                Promise(
                    f"{name}: renderings of {page} for {clients} clients at a new edition",
                    f"{rendered} ({run.requests:,} requests, {run.failed} failed)",
                    "1, none failed",
                    rendered == 1 and run.failed == 0,
                )
            )
    return found


def measure(chain: Chain, *, quick: bool) -> list[Promise]:
    """Everything, printed as it is found; gives the promises."""
    rounds, seconds = (1, 1.0) if quick else (7, 2.0)
    runs = in_rounds(chain, rounds, seconds)
    table(runs)
    promises = [*promises_of_speed(runs), cpu_of_an_article(chain, 20 if quick else 200)]
    with moments.committing(chain) as commit:
        promises += freshness(chain, commit, 1 if quick else 5)
        promises += herds(chain, commit, 500, 4)
    return [*promises, memory(chain)]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="see that everything runs: one round")
    parser.add_argument(
        "--postgresql",
        default=os.environ.get(
            "BENCH_POSTGRESQL", f"postgres://{getpass.getuser()}@127.0.0.1:5432"
        ),
        help="a server on which a database may be made, without the name of one",
    )
    options = parser.parse_args()
    programs.clean_up_when_ended()
    if options.quick:
        print("One short round: the figures say that it runs, and nothing more.")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="cutline-bench-") as folder,
            chains.built(Path(folder), options.postgresql) as chain,
        ):
            promises = measure(chain, quick=options.quick)
    except programs.Missing as missing:
        print(f"Nothing was measured. {missing}", file=sys.stderr)
        return 2
    print()
    for promise in promises:
        mark = "kept  " if promise.is_kept else "MISSED"
        print(f"{mark}  {promise.about}: {promise.found}   (promised: {promise.wanted})")
    return 0 if options.quick or all(promise.is_kept for promise in promises) else 1


if __name__ == "__main__":
    sys.exit(main())
