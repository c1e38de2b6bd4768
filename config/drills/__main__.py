"""`make drill`: hold the drills, and print what came of each."""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

parser = argparse.ArgumentParser(prog="drill", description=__doc__)
parser.add_argument("--seed", type=int, default=1, help="another number: other steps and moments")
parser.add_argument("--only", action="append", metavar="NAME", help="this drill (repeatable)")
parser.add_argument("--seconds", type=float, default=60, help="how long a part is away")
parser.add_argument("--steps", type=int, default=1000, help="at most so many steps to die at")
parser.add_argument("--bodies", type=int, default=10_000, help="how many bodies are mutated")
parser.add_argument("--keep", action="store_true", help="leave the folder with the logs")

if __name__ == "__main__":
    arguments = parser.parse_args()
    # Whoever ends a run early gets everything ended and taken away as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = tempfile.mkdtemp(prefix="cutline-drill-")
    # Before anything reads them: the settings of the runner itself, which serves nothing.
    os.environ["CUTLINE_DATA"] = f"{folder}/runner"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)

    from config.drills import runner
    from config.drills.results import Options

    options = Options(arguments.seconds, arguments.steps, arguments.bodies)
    if unknown := set(arguments.only or ()) - runner.DRILLS.keys():
        parser.error(f"no drill {', '.join(sorted(unknown))}; there is {', '.join(runner.DRILLS)}")
    names = [name for name in runner.DRILLS if not arguments.only or name in arguments.only]
    good = runner.hold(names, arguments.seed, options, Path(folder), keep=arguments.keep)
    sys.exit(not good)
