"""Ten thousand bodies of the feed and of provinces' pages that are not what they should be."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from random import Random
from typing import Any

from config.bench.programs import ROOT, environment, manage
from config.drills.results import Options, Result
from config.drills.world import Stage

PROCESSES = min(2, os.cpu_count() or 1)
# Seconds for one body, over all of them, on a machine that does other things besides.
EACH = 0.5


def drill(stage: Stage, random: Random, options: Options) -> Result:
    """Through the pipeline into an SQLite database; each body meets the same record."""
    folder = stage.folder / stage.name("mutations")
    settings = environment(folder, DJANGO_SETTINGS_MODULE="config.drills.settings")
    folder.mkdir()
    manage(settings, "migrate", "--no-input", "--verbosity", "0")
    share = -(-options.bodies // PROCESSES)
    feeding = []
    for place in range(PROCESSES):
        own = folder.with_name(f"{folder.name}_{place}")
        shutil.copytree(folder, own)
        command = [sys.executable, "-m", "config.drills.feeding", str(stage.seed)]
        last = min(options.bodies, (place + 1) * share)
        feeding.append(
            subprocess.Popen(
                [*command, str(place * share), str(last)],
                cwd=ROOT,
                env=settings | {"CUTLINE_DATA": str(own)},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
    try:
        return told(options.bodies, [_output(each, options) for each in feeding])
    finally:
        for each in feeding:
            each.kill()
            each.wait()


def _output(process: "subprocess.Popen[bytes]", options: Options) -> dict[str, Any]:
    out, errors = process.communicate(timeout=120 + options.bodies * EACH)
    if process.returncode:
        raise RuntimeError(errors.decode()[-2000:])
    part: dict[str, Any] = json.loads(out.splitlines()[-1])
    return part


def told(bodies: int, parts: list[dict[str, Any]]) -> Result:
    """What several processes found, together."""
    outcomes: Counter[str] = Counter()
    result = Result(f"{bodies:,} bodies, mutated in bytes, codings, structure and values")
    changed = 0
    for part in parts:
        outcomes.update(part["outcomes"])
        changed += int(part["changed"])
        result.verdict.wrong += part["faults"]
        result.told.slowest = max(result.told.slowest, float(part["slowest"]))
    result.told.answered = sum(outcomes.values())
    listed = ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items()))
    result.remarks = [listed, f"{changed} changed a figure, each as the body says"]
    return result
