"""The two schedulers of Celery that we use, which a clock that is set back does not stop.

Both remember when a task was last sent. When the machine's clock had gone ahead and was set right,
that moment lies in the future, and they would send nothing until it came.
"""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from celery.beat import PersistentScheduler, ScheduleEntry
from redbeat import RedBeatScheduler, RedBeatSchedulerEntry

logger = logging.getLogger(__name__)

LOOKS_EVERY = 5.0
# Clocks of several hosts are never quite the same.
SLACK = timedelta(seconds=30)


class _Steady:
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


class Files(_Steady, PersistentScheduler):
    """Remembers in a file."""

    def entries(self) -> Iterator[ScheduleEntry]:
        yield from self.schedule.values()

    def send_again(self, entry: ScheduleEntry) -> None:
        entry.last_run_at = entry.default_now()
        self._heap = None


class Shared(_Steady, RedBeatScheduler):
    """Remembers in Redis, for the schedulers of all hosts."""

    def entries(self) -> Iterator[ScheduleEntry]:
        for name in self.app.conf.beat_schedule:
            key = RedBeatSchedulerEntry.generate_key(self.app, name)
            try:
                yield RedBeatSchedulerEntry.from_key(key, app=self.app)
            except KeyError:  # it was taken out by another scheduler
                continue

    def send_again(self, entry: RedBeatSchedulerEntry) -> None:
        entry.reschedule()
