"""For one machine or many, with Redis."""

from collections.abc import Iterator

from redbeat import RedBeatScheduler, RedBeatSchedulerEntry

from config.beats.steady import Steady


class Shared(Steady, RedBeatScheduler):
    """Remembers in Redis, for the schedulers of all hosts."""

    def entries(self) -> Iterator[RedBeatSchedulerEntry]:
        for name in self.app.conf.beat_schedule:
            key = RedBeatSchedulerEntry.generate_key(self.app, name)
            try:
                yield RedBeatSchedulerEntry.from_key(key, app=self.app)
            except KeyError:  # it was taken out by another scheduler
                continue

    def send_again(self, entry: RedBeatSchedulerEntry) -> None:
        entry.reschedule()
