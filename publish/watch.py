"""Which edition is the present one, as this process knows it: asked now and then, not each time.

One thread of its own asks the database, so that a request waits for at most one small query, no
two ask at once, and a database that hangs holds up nobody for longer than PATIENCE. Nobody asks
while nobody reads. Nothing here touches the database before the first request, and the thread
has a connection of its own: a pool opened before a fork would hang the children, and one that
is in full use would look like a database that is gone.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Condition, Thread
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.db import DatabaseError, OperationalError, connection

from publish.models import Edition

logger = logging.getLogger(__name__)
# Seconds: how long the database may take to tell the edition, and until it is tried once more.
PATIENCE = 1.5
TRIES_AGAIN = 0.25
# Seconds without a reader after which the connection is given up.
RESTS_AFTER = 5.0


View = TypeVar("View", bound=Callable[..., Any])


def without_database(view: View) -> View:
    """Marks a view that has an answer, or says itself that it has none, while the database is
    away; others are not called then."""
    view.does_without_database = True  # type: ignore[attr-defined]
    return view


class DatabaseAway(OperationalError):
    """Nobody has tried: a moment ago, the database did not answer."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known: the number of the edition (-1: none yet), when the database last told it
    (seconds since 1970), and whether it does not answer now. `asked` is on the clock that only
    runs forward."""

    number: int = -1
    told_at: float = 0.0
    is_away: bool = False
    asked: float = -1e9


class Ask(Protocol):
    """Tells the number of the present edition or raises, for one thread."""

    def __call__(self) -> int: ...

    def close(self) -> None: ...


class Watch:
    """`make_ask` is called in the thread that asks. `every` is in seconds: nobody is told anything
    older than twice that while the database answers."""

    def __init__(self, make_ask: Callable[[], Ask], every: float) -> None:
        self._make_ask = make_ask
        self._every = every
        self._changed = Condition()
        self._thread: Thread | None = None
        self._is_wanted = False
        self._is_stopped = False
        self._not_before = -1e9
        self._seen = Seen()

    def seen(self) -> Seen:
        """The present edition; at once, unless the last answer is too old."""
        seen, now = self._seen, time.monotonic()
        if seen.asked > now - self._every and seen.asked >= self._not_before:
            return seen
        return self._newer(now)

    @property
    def last(self) -> Seen:
        """What was told last. Asks nobody."""
        return self._seen

    @property
    def is_away(self) -> bool:
        """Whether the database was gone when it was last asked. Asks nobody."""
        return self._seen.is_away

    def insist(self) -> None:
        """DatabaseAway where it is: for what would wait for a connection in vain."""
        if self._seen.is_away:
            raise DatabaseAway("the database did not answer a moment ago")

    def forget(self) -> None:
        """The edition has changed in this very process: what was asked before now is too old."""
        self._not_before = time.monotonic()

    def stop(self) -> None:
        """End the thread and its connection; the next request begins anew."""
        with self._changed:
            thread, self._thread = self._thread, None
            self._is_stopped = True
            self._changed.notify_all()
        if thread is not None:
            thread.join()
        self._is_stopped, self._seen = False, Seen()

    def _newer(self, now: float) -> Seen:
        with self._changed:
            seen, oldest = self._seen, max(now - self._every, self._not_before)
            if seen.asked >= oldest:  # somebody else's answer, while we came here
                return seen
            self._wake()
            if seen.is_away or seen.asked > max(now - 2 * self._every, self._not_before):
                return seen
            if not self._changed.wait_for(lambda: self._is_told_since(oldest), PATIENCE):
                logger.warning("the database is away: it does not answer")
                self._tell(replace(self._seen, is_away=True, asked=now))
            return self._seen

    def _is_told_since(self, oldest: float) -> bool:
        if self._seen.is_away or self._seen.asked >= oldest:
            return True
        # The answer that came had been asked for before us.
        self._wake()
        return False

    def _wake(self) -> None:
        is_known, self._is_wanted = self._is_wanted, True
        if self._thread is None or not self._thread.is_alive():  # also after a fork
            self._thread = Thread(target=self._run, name="edition", daemon=True)
            self._thread.start()
        elif not is_known:  # else those who wait would wake each other for ever
            self._changed.notify_all()

    def _run(self) -> None:
        ask = self._make_ask()
        while self._waits_for_a_reader(ask):
            began = time.monotonic()
            try:
                told = Seen(ask(), time.time(), is_away=False, asked=began)
            except Exception as error:  # whatever the driver raises, nobody knows the edition
                told = replace(self._seen, is_away=True, asked=began)
                self._hear(told, error)
                time.sleep(TRIES_AGAIN)
            else:
                self._hear(told, None)

    def _waits_for_a_reader(self, ask: Ask) -> bool:
        """Once it is gone, its return is noticed without one."""
        with self._changed:
            if not self._changed.wait_for(self._has_work, RESTS_AFTER):
                ask.close()
                self._changed.wait_for(self._has_work)
            self._is_wanted = False
            if self._is_stopped:
                ask.close()
            return not self._is_stopped

    def _has_work(self) -> bool:
        return self._is_wanted or self._is_stopped or self._seen.is_away

    def _hear(self, told: Seen, error: Exception | None) -> None:
        with self._changed:
            was_away = self._seen.is_away
            self._is_wanted = False  # whoever wants a newer one says so again
            self._tell(told)
        if told.is_away and not was_away:
            logger.warning("the database is away: %s", error)
        if was_away and not told.is_away:
            logger.warning("the database is back")

    def _tell(self, told: Seen) -> None:
        self._seen = told
        self._changed.notify_all()


class OfDatabase:
    """Asks over a connection of its own."""

    def __init__(self) -> None:
        self._own = connection.copy()
        self._own.settings_dict["OPTIONS"].pop("pool", None)
        rows = Edition.objects.order_by("-number").values_list("number")[:1]
        self._sql, self._values = rows.query.sql_with_params()

    def __call__(self) -> int:
        try:
            return self._number()
        except DatabaseError:
            # The server may have started anew since: its old connections are of no use.
            self.close()
            return self._number()

    def close(self) -> None:
        """Give the connection up; the next question opens one."""
        self._own.close()

    def _number(self) -> int:
        with self._own.cursor() as cursor:
            cursor.execute(self._sql, self._values)
            row = cursor.fetchone()
        return row[0] if row else 0


watch = Watch(OfDatabase, settings.EDITION_ASKED_EVERY)
