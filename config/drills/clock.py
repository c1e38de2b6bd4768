"""The machine's clock jumps ahead, and is set right again."""

import time
from itertools import pairwise
from random import Random

from config.drills import clockwork
from config.drills.load import Load
from config.drills.oracle import judge, published, settled
from config.drills.promises import is_out, promise, times_out
from config.drills.results import Options, Result
from config.drills.world import Stage, World, world

HOUR = 3600.0
EDITIONS = "SELECT number, modified_at FROM publish_edition ORDER BY number"


def redis_drill(stage: Stage, random: Random, options: Options) -> Result:
    """On PostgreSQL and Redis, with a clock of its own beside the worker."""
    with world(stage, "clock", random) as site:
        _set(site, 0)
        site.start("web", "worker", "beat")
        return _jumps(site, random, options)


def files_drill(stage: Stage, random: Random, options: Options) -> Result:
    """On SQLite and files."""
    with world(stage, "clock-files", random, with_files=True) as site:
        _set(site, 0)
        site.start("web", "both")
        return _jumps(site, random, options)


def _jumps(site: World, random: Random, options: Options) -> Result:
    numbers = [published(site)]
    ahead = random.uniform(1.5, 30) * HOUR
    article = promise(site, seconds=ahead - HOUR)
    result = Result(f"the clock jumps ahead by {ahead / HOUR:.1f} h, and back")
    with Load(site.port, random) as load:
        _set(site, ahead - HOUR - random.uniform(120, 1800))
        numbers.append(published(site))
        time.sleep(4)
        if is_out(site, article):
            result.faults.append("the article came out before its moment")
        _set(site, ahead)
        kept = site.wait("the promised article", lambda: is_out(site, article))
        numbers.append(published(site))
        # The pull that is under way when the clock goes back dies in it: its lease stays.
        numbers.append(site.publish())
        time.sleep(random.uniform(0, 2))
        for name in sorted(site.programs.keys() - {"web"}):
            site.programs[name].kill()
        _set(site, 0)
        result.recovered = site.wait("the round after the jump back", lambda: settled(site), 180)
        numbers.append(published(site))
    result.told = load.told
    result.faults += [f"{count} × {what}" for what, count in load.told.refused.items()]
    if times_out(site, article) != 1:
        result.faults.append(f"the article came out {times_out(site, article)} times")
    result.faults += _backwards(site)
    result.verdict = judge(site, numbers)
    result.remarks.append(f"the article was out {kept:.1f} s after the clock said so")
    return result


def _set(site: World, seconds: float) -> None:
    """Move the clock of the site's processes so far ahead of the machine's."""
    order = site.folder / clockwork.ORDER
    order.with_suffix(".new").write_text(str(seconds))
    order.with_suffix(".new").replace(order)


def _backwards(site: World) -> list[str]:
    """Editions that are not later than the one before: readers' copies would seem newer."""
    rows = site.rows(EDITIONS)
    return [
        f"edition {later[0]} is not later than {earlier[0]}"
        for earlier, later in pairwise(rows)
        if later[1] <= earlier[1]
    ]
