"""A clock that a drill moves: for the Python of a process, as if somebody had set the machine's.

The time since the start of the machine runs on, as it does when a clock is set.
"""

import os
import time
from datetime import UTC, timedelta
from pathlib import Path
from threading import Thread

ORDER = "clock"
LOOKS_EVERY = 0.1


def follow(folder: str) -> None:
    """Move the clock of this process by the seconds that stand in the file, whenever that changes.
    Without a file, nothing is touched."""
    order = Path(folder) / ORDER
    if not order.exists():
        return

    def start() -> None:
        Thread(target=_follow, args=(order,), name="clock", daemon=True).start()

    start()
    # The worker's own clock (`-B`) is a process that is forked off.
    os.register_at_fork(after_in_child=start)


def _follow(order: Path) -> None:
    import time_machine

    moved, travel = 0.0, None
    while True:
        wanted = float(order.read_text() or 0)
        if wanted != moved:
            if travel:
                travel.stop()
            moved = wanted
            now = time_machine.escape_hatch.datetime.datetime.now(UTC)
            travel = time_machine.travel(now + timedelta(seconds=moved), tick=True)
            travel.start()
        time.sleep(LOOKS_EVERY)
