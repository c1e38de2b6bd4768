"""For one machine without Redis."""

from collections.abc import Iterator

from celery.beat import PersistentScheduler, ScheduleEntry

from config.beats.steady import Steady


class Files(Steady, PersistentScheduler):
    """Remembers in a file."""

    def entries(self) -> Iterator[ScheduleEntry]:
        yield from self.schedule.values()

    def send_again(self, entry: ScheduleEntry) -> None:
        entry.last_run_at = entry.default_now()
        self._heap = None
