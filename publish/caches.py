"""Caches that a page can do without: what they lack is made anew, and nothing raises.

While a cache is away, it holds nothing: reading finds nothing, writing keeps nothing, `add` says
that the key is the caller's (a lease is then held by everyone), and `incr` that there is no such
key (so nobody is turned away by a count). Both are what the API of Django's caches allows.
"""

import fcntl
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
T = TypeVar("T")
# Seconds in which a cache that failed is left alone: a hanging one would hold up every page.
LEFT_ALONE = 1.0


class Absence:
    """Whether a cache is away, as this process last saw it: for all of its threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asks_again = 0.0
        self.is_away = False

    def may_ask(self) -> bool:
        """Whether to try: always while it answers, then one thread now and again."""
        if not self.is_away:
            return True
        with self._lock:
            now = time.monotonic()
            if now < self._asks_again:
                return False
            self._asks_again = now + LEFT_ALONE
            return True

    def begin(self, error: Exception) -> None:
        """It did not answer; said once."""
        with self._lock:
            self._asks_again = time.monotonic() + LEFT_ALONE
            was_away, self.is_away = self.is_away, True
        if not was_away:
            logger.warning("the cache is away: %s", error)

    def end(self) -> None:
        """It answered."""
        if not self.is_away:
            return
        self.is_away = False
        logger.warning("the cache is back")


# By the address: Django makes an object of the cache for each thread.
_absences: dict[str, Absence] = {}


class SteadyRedisCache(RedisCache):
    """Django's cache on Redis, whose loss is no fault of a page."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self.absence = _absences.setdefault(str(server), Absence())

    @property
    def is_away(self) -> bool:
        """Whether it failed when it was last asked."""
        return self.absence.is_away

    def answers(self) -> bool:
        """Ask now whether it is there."""
        try:
            self._cache.get_client().ping()
        except (RedisError, OSError) as error:
            self.absence.begin(error)
        else:
            self.absence.end()
        return not self.is_away

    def _try(self, ask: Callable[[], T], otherwise: T) -> T:
        if not self.absence.may_ask():
            return otherwise
        try:
            answer = ask()
        except (RedisError, OSError) as error:
            self.absence.begin(error)
            return otherwise
        self.absence.end()
        return answer

    def add(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> bool:
        ask = super().add
        return self._try(lambda: ask(key, value, *args, **kwargs), True)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        ask = super().get
        return self._try(lambda: ask(key, default, version), default)

    def set(self, key: Any, value: Any, *args: Any, **kwargs: Any) -> None:
        ask = super().set
        self._try(lambda: ask(key, value, *args, **kwargs), None)

    def touch(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        ask = super().touch
        return self._try(lambda: ask(key, *args, **kwargs), False)

    def delete(self, key: Any, version: int | None = None) -> bool:
        ask = super().delete
        return self._try(lambda: ask(key, version), False)

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        wanted = list(keys)
        ask = super().get_many
        return self._try(lambda: ask(wanted, version), {})

    def has_key(self, key: Any, version: int | None = None) -> bool:
        ask = super().has_key
        return self._try(lambda: ask(key, version), False)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        ask = super().incr
        count = self._try(lambda: ask(key, delta, version), None)
        if count is None:
            raise ValueError(f"Key {key!r} not found")
        return count

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> list[Any]:
        ask = super().set_many
        return self._try(lambda: ask(data, *args, **kwargs), list(data))

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        wanted = list(keys)
        ask = super().delete_many
        self._try(lambda: ask(wanted, version), None)

    def clear(self) -> None:
        self._try(super().clear, None)


class SteadyFileCache(FileBasedCache):
    """Django's cache of files, where a full disk is no fault of a page, and where `add` and `incr`
    are exact between processes: under a lock that the system lets go with whoever held it."""

    def __init__(self, directory: Any, params: dict[str, Any]) -> None:
        super().__init__(str(directory), params)
        self._folder = Path(directory)
        self.absence = _absences.setdefault(str(directory), Absence())

    @property
    def is_away(self) -> bool:
        """Whether it could not be written when that was last tried."""
        return self.absence.is_away

    def answers(self) -> bool:
        """Ask now whether it can be written."""
        self.set("is-there", True, 60)
        return not self.is_away

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self._folder / "lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def add(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        try:
            with self._alone():
                return super().add(key, *args, **kwargs)
        except OSError as error:
            self.absence.begin(error)
            return True

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        try:
            with self._alone():
                return super().incr(key, delta, version)
        except OSError as error:
            self.absence.begin(error)
            raise ValueError(f"Key {key!r} not found") from error

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except OSError as error:
            self.absence.begin(error)
            return default

    def set(self, key: Any, *args: Any, **kwargs: Any) -> None:
        try:
            super().set(key, *args, **kwargs)
        except OSError as error:
            self.absence.begin(error)
        else:
            self.absence.end()
