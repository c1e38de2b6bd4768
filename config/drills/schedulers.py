"""Two clocks and two workers at once: each source asked once in its time, each promise kept."""

import time
from datetime import datetime
from itertools import pairwise
from random import Random

from config.drills.load import Load
from config.drills.oracle import judge, published
from config.drills.promises import promise, times_out
from config.drills.results import Options, Result
from config.drills.world import BEAT, PLAIN, QUICK, WORKER, Stage, World, world

# As `ingest.schedule`: due 20 s before its time, which a drill leaves at 60 s / QUICK.
SHORTEST = 60 / QUICK


def redis_drill(stage: Stage, random: Random, options: Options) -> Result:
    """Two clocks, of which RedBeat's lock lets one beat; then that one is killed."""
    with world(stage, "two-clocks", random) as site:
        site.add("worker", *WORKER, *PLAIN, "--hostname", "one@drill")
        site.add("second-worker", *WORKER, *PLAIN, "--hostname", "two@drill")
        site.add("beat", *BEAT)
        site.add("second-beat", *BEAT)
        result, numbers = _watched(site, random)
        site.is_kept_up = False
        for name in random.sample(["beat", "second-beat"], 1):
            site.programs.pop(name).kill()
        began = time.monotonic()
        numbers.append(published(site))
        result.recovered = time.monotonic() - began
        result.broken = "two clocks and two workers on Redis; then one clock killed for good"
        result.verdict = judge(site, numbers)
        return result


def files_drill(stage: Stage, random: Random, options: Options) -> Result:
    """Two `worker -B` on the file broker, as when somebody starts the site twice."""
    with world(stage, "two-workers", random, with_files=True) as site:
        for name in ("worker", "second-worker"):
            own = ("--schedule", str(site.folder / f"{name}-schedule"))
            site.add(name, *WORKER, *PLAIN, "-B", *own, "--hostname", f"{name}@drill")
        result, numbers = _watched(site, random)
        result.broken = "two workers, each with a clock, on files and SQLite"
        result.verdict = judge(site, numbers)
        return result


def _watched(site: World, random: Random) -> tuple[Result, list[str]]:
    site.start("web")
    numbers = [published(site)]
    article = promise(site, seconds=6)
    with Load(site.port, random) as load:
        for _ in range(3):
            time.sleep(random.uniform(1, 3))
            numbers.append(published(site))
        site.wait("the promised article", lambda: times_out(site, article) >= 1)
        time.sleep(5)
    result = Result("", load.told)
    result.faults += [f"{count} × {what}" for what, count in load.told.refused.items()]
    if times_out(site, article) != 1:
        result.faults.append(f"the article came out {times_out(site, article)} times")
    gaps = _gaps(site)
    result.faults += [f"asked again after {gap:.2f} s" for gap in gaps if gap < SHORTEST * 0.95]
    result.remarks.append(f"{len(gaps) + 1} pulls, the two nearest {min(gaps):.2f} s apart")
    return result, numbers


def _gaps(site: World) -> list[float]:
    """Seconds between the beginnings of pulls of one source."""
    starts = site.rows(
        "SELECT started_at FROM ingest_attempt WHERE source_id = (SELECT id FROM ingest_source"
        " WHERE key = 'ircc') ORDER BY started_at"
    )
    moments = [_moment(start) for (start,) in starts]
    return [(b - a).total_seconds() for a, b in pairwise(moments)]


def _moment(value: datetime | str) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value
