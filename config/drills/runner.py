"""Holds one drill after the other and prints a table as it goes."""

import os
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from random import Random

from config.bench.programs import Missing
from config.drills import away, clock, full_disk, kills, mutations, official, schedulers
from config.drills.disks import Skipped
from config.drills.results import Drill, Options, Result, details, heading, line
from config.drills.world import Stage

DRILLS: dict[str, Drill] = {
    "kills": kills.drill,
    "redis": away.redis_drill,
    "postgres-restart": away.restart_drill,
    "postgres": away.postgres_drill,
    "source-faults": official.faults_drill,
    "source-gone": official.day_drill,
    "two-clocks": schedulers.redis_drill,
    "two-workers": schedulers.files_drill,
    "clock": clock.redis_drill,
    "clock-files": clock.files_drill,
    "disk": full_disk.drill,
    "mutations": mutations.drill,
}


def hold(names: Iterable[str], seed: int, options: Options, folder: Path, *, keep: bool) -> bool:
    """Whether all were good. The folder is gone afterwards, unless it is to be kept."""
    stage = Stage(folder, seed)
    good = True
    print(f"seed {seed}", heading(), sep="\n", flush=True)
    try:
        for name in names:
            good &= _held(name, stage, Random(f"{seed} {name}"), options)
    finally:
        stage.end()
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("all good" if good else "NOT ALL GOOD", flush=True)
    return good


def _held(name: str, stage: Stage, random: Random, options: Options) -> bool:
    began = time.monotonic()
    try:
        result = DRILLS[name](stage, random, options)
    except (Missing, Skipped) as skipped:
        print(f"{name:<18} left out: {skipped}", flush=True)
        return not os.environ.get("REQUIRE_SERVICES")
    except Exception as error:  # whatever went wrong, the other drills are held
        result = Result("", faults=[f"{type(error).__name__}: {error}"])
    print(line(name, result), *details(result), sep="\n")
    print(f"    took {time.monotonic() - began:.0f} s", flush=True)
    return result.is_good
