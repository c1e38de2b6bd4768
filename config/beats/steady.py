"""A scheduler remembers when a task was last sent. When the machine's clock had gone ahead and was
set right, that moment lies in the future, and it would send nothing until it came."""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from celery.beat import ScheduleEntry

logger = logging.getLogger(__name__)

LOOKS_EVERY = 5.0
# Clocks of several hosts are never quite the same.
SLACK = timedelta(seconds=30)


class Steady:
    """`tick` before that of the scheduler itself."""

    _looked = 0.0

    def tick(self, *args: Any, **kwargs: Any) -> float:
        if time.monotonic() - self._looked >= LOOKS_EVERY:
            self._looked = time.monotonic()
            for entry in self.sent_in_future():
                logger.warning("%s was sent at %s, to come", entry.name, entry.last_run_at)
                self.send_again(entry)
        seconds: float = super().tick(*args, **kwargs)  # type: ignore[misc]
        return seconds

    def sent_in_future(self) -> Iterator[ScheduleEntry]:
        for entry in self.entries():
            if entry.last_run_at and entry.last_run_at > entry.default_now() + SLACK:
                yield entry

    def entries(self) -> Iterator[ScheduleEntry]:
        raise NotImplementedError

    def send_again(self, entry: ScheduleEntry) -> None:
        raise NotImplementedError
