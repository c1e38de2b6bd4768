"""`make hosts`: the whole site on hosts of its own, and what becomes of it when one is away.

The hosts are network namespaces on this machine: nginx, two web hosts, a worker host with a clock,
a second clock, PostgreSQL and Redis. While readers keep asking, each host in turn is unplugged or
its program killed, a round is published meanwhile, and the host comes back. At the end the record
is counted: no event, draft or letter may be there twice, and none may be missing.

Exit status 1: readers saw errors where they should not, something took too long to recover, or
something is there twice or missing. 2: this machine cannot make namespaces.
"""

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from config.bench import probe, programs, stage
from config.bench.stage import Stage

SUBSCRIBERS = 20
# Seconds of the readers' asking before a host goes and after it is back.
BEFORE, AFTER = 3.0, 15.0
# How long the host may need, once it is back, until every question is answered.
RECOVERED_WITHIN = 10.0
SETTLED_WITHIN = 240.0


@dataclass(frozen=True, slots=True)
class Drill:
    """One host goes away and comes back. `most` is the greatest part of questions that may go
    unanswered meanwhile: 0 where another host does the same work, and pages outlive the loss."""

    name: str
    away: Callable[[Stage], None]
    back: Callable[[Stage], None]
    most: float
    # Whether a round can be pulled meanwhile.
    pulls: bool = True


def unplugged(host: str, most: float, *, pulls: bool = True) -> Drill:
    return Drill(
        f"{host} unplugged",
        lambda stage: stage.hosts[host].unplug(),
        lambda stage: stage.hosts[host].plug(),
        most,
        pulls,
    )


def killed(service: str, most: float, *, pulls: bool = True) -> Drill:
    return Drill(
        f"{service} killed",
        lambda stage: stage.services[service].kill(),
        lambda stage: stage.services[service].start(),
        most,
        pulls,
    )


# Without the database there is no search and no list that nobody asked for before: one path of
# six is made of it each time.
DRILLS = (
    killed("web1", 0.0),
    unplugged("web2", 0.02),
    killed("redis", 0.02),
    unplugged("redis", 0.05),
    unplugged("postgresql", 0.55, pulls=False),
    killed("worker", 0.0, pulls=True),
    unplugged("worker", 0.0, pulls=False),
    killed("clock1", 0.0),
    unplugged("clock2", 0.0),
    unplugged("nginx", 1.0),
)


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a drill. `recovered` is in seconds from the host's return."""

    drill: Drill
    asked: int
    errors: Counter[str]
    slowest: float
    recovered: float
    seen: float | None

    @property
    def is_good(self) -> bool:
        unanswered = sum(self.errors.values()) / max(1, self.asked)
        return unanswered <= self.drill.most and self.recovered <= RECOVERED_WITHIN


def hold(stage: Stage, drill: Drill, away: float) -> Held:
    """Readers ask; the host goes; a round comes out; the host is back."""
    file = stage.folder / f"{drill.name.replace(' ', '-')}.asked"
    seconds = BEFORE + away + AFTER
    command = [sys.executable, "-m", "config.bench.probe", stage.url, str(seconds), str(file)]
    readers = stage.hosts["readers"].start(command, stage.environment, stage.folder / "readers.log")
    time.sleep(BEFORE)
    gone = time.time()
    drill.away(stage)
    time.sleep(1)
    number = stage.next_round()
    pulled = _pull(stage) if drill.pulls else None
    time.sleep(max(0.0, away - (time.time() - gone)))
    drill.back(stage)
    back = time.time()
    if pulled is None:
        pulled = _pull_until_it_works(stage)
    seen = _seconds_until_seen(stage, number, pulled)
    readers.wait(timeout=seconds + 60)
    return _held(drill, probe.read(file), back, seen)


def _held(drill: Drill, asked: list[probe.Asked], back: float, seen: float | None) -> Held:
    bad = [one for one in asked if not one.is_good]
    errors = Counter(f"{one.status or 'none'} {one.path}" for one in bad)
    last = max((one.at + one.took for one in bad), default=back)
    slowest = max((one.took for one in asked), default=0.0)
    return Held(drill, len(asked), errors, slowest, max(0.0, last - back), seen)


def _pull(stage: Stage) -> float | None:
    """When a pull by hand had ended; None when it failed."""
    try:
        stage.manage("pull", "ircc")
    except RuntimeError:
        return None
    return time.time()


def _pull_until_it_works(stage: Stage) -> float:
    found: list[float] = []

    def works() -> bool:
        moment = _pull(stage)
        found.extend([moment] if moment else [])
        return bool(found)

    programs.wait_for("a pull", works, 60)
    return found[0]


def _seconds_until_seen(stage: Stage, number: str, pulled: float) -> float | None:
    """From the end of the pull until the round stands on /draws/; None if it does not."""

    def there() -> bool:
        try:
            return f"/draws/{number}/" in stage.read("/draws/")
        except RuntimeError:
            return False

    try:
        programs.wait_for(f"draw {number}", there, 30)
    except TimeoutError:
        return None
    return time.time() - pulled


def count(stage: Stage, rounds: int, last: str) -> list[str]:
    """What is missing or there twice after so many new rounds, which came after the row with the
    id `last`; waits until the queue is empty."""
    new = f"SELECT 'draw/' || number FROM draws_draw WHERE id > {last}"
    wanted = {
        f"SELECT count(*) FROM ({new}) n": rounds,
        "SELECT count(*) FROM ingest_event WHERE kind = 'draw.published'"
        f" AND subject IN ({new})": rounds,
        f"SELECT count(*) FROM articles_story WHERE drafted_from IN ({new})": rounds,
        "SELECT count(*) FROM articles_article a JOIN articles_story s ON s.id = a.story_id"
        f" WHERE s.drafted_from IN ({new})": 2 * rounds,
        "SELECT count(*) FROM ingest_event WHERE kind = 'letter.due'": SUBSCRIBERS * rounds,
        "SELECT count(*) FROM ingest_delivery WHERE gave_up_at IS NOT NULL": 0,
        "SELECT count(*) FROM ingest_delivery WHERE done_at IS NULL": 0,
    }

    def differing() -> list[str]:
        found = {sql: int(stage.rows(sql)[0][0]) for sql in wanted}
        return [
            f"{sql}: {found[sql]}, not {wanted[sql]}" for sql in wanted if found[sql] != wanted[sql]
        ]

    end = time.monotonic() + SETTLED_WITHIN
    while (bad := differing()) and time.monotonic() < end:
        time.sleep(2)
    return bad + _letters(stage.folder / "mail", rounds)


def _letters(folder: Path, rounds: int) -> list[str]:
    """Letters that are missing or went out under two names. One that a crash makes the site send
    again has the name that it had, so that the reader's mailbox holds it once."""
    text = "\n".join(path.read_text() for path in folder.iterdir())
    to = re.findall(r"^To: (\d+@example\.ca)$", text, re.MULTILINE)
    named = re.findall(r"^Message-ID: (.+)$", text, re.MULTILINE)
    different = len(set(zip(to, named, strict=False)))
    print(f"letters: {len(to)} sent, {different} different")
    wanted = SUBSCRIBERS * rounds
    return [f"letters: {different}, not {wanted}"] if different != wanted else []


def report(held: Held) -> None:
    errors = ", ".join(f"{number}× {what}" for what, number in held.errors.most_common(4)) or "none"
    seen = "not seen" if held.seen is None else f"{held.seen:.1f} s"
    mark = "good  " if held.is_good and held.seen is not None else "FAILED"
    print(
        f"{mark}  {held.drill.name:22} {held.asked:4d} asked, errors: {errors};"
        f" slowest {held.slowest:.1f} s; whole again {held.recovered:.1f} s after its return;"
        f" new draw seen after {seen}",
        flush=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="make hosts", description=__doc__)
    parser.add_argument("--away", type=float, default=10.0, help="seconds that a host is away")
    parser.add_argument("--only", action="append", help="a drill by its name, e.g. 'web1 killed'")
    options = parser.parse_args()
    programs.clean_up_when_ended()
    chosen = [drill for drill in DRILLS if not options.only or drill.name in options.only]
    if not chosen:
        parser.error(f"the drills are: {', '.join(drill.name for drill in DRILLS)}")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="cutline-hosts-") as folder,
            stage.built(Path(folder), SUBSCRIBERS) as built,
        ):
            return _all(built, chosen, options.away)
    except programs.Missing as missing:
        print(f"Nothing was tried. {missing}", file=sys.stderr)
        return 2


def _all(built: Stage, drills: list[Drill], away: float) -> int:
    built.manage("pull", "ircc")
    for path in probe.PATHS:
        built.read(path)
    last = built.rows("SELECT max(id) FROM draws_draw")[0][0]
    good = True
    for drill in drills:
        held = hold(built, drill, away)
        report(held)
        good = good and held.is_good and held.seen is not None
    bad = count(built, len(drills), last)
    for line in bad:
        print(f"FAILED  {line}")
    print("nothing is there twice, and nothing is missing" if not bad else "see above")
    return 0 if good and not bad else 1


if __name__ == "__main__":
    sys.exit(main())
