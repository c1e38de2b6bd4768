"""Limits that hold while the cache is away.

How often somebody may do a thing is counted in the cache, for all processes. One that is away holds
nothing and turns nobody away (publish.caches), which would let passwords be tried without end. So
each process counts these keys in its own memory meanwhile: a limit is then as wide as there are
processes, and begins anew when the cache is back.
"""

from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

from publish.caches import Absence, SteadyFileCache, SteadyRedisCache

# What their keys begin with: ours (articles.throttle), tries to sign in, codes that were used.
LIMITS = ("throttle:", "allauth:rl:", "allauth.mfa.")
# Keys that a process counts at most; beyond them some are dropped.
MOST = {"OPTIONS": {"MAX_ENTRIES": 20_000}}


class HeldLimits(BaseCache):
    """To be put before a cache that knows whether it is away."""

    absence: Absence

    def __init__(self, place: Any, params: dict[str, Any]) -> None:
        super().__init__(place, params)  # type: ignore[call-arg]
        # Of the process: Django makes an object of the cache for each thread.
        self._own = LocMemCache(f"limits beside {place}", MOST)

    def _is_mine(self, key: Any) -> bool:
        """Asked after the cache was: then it is known whether that answered."""
        return self.absence.is_away and str(key).startswith(LIMITS)

    def add(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        added = super().add(key, *args, **kwargs)
        return self._own.add(key, *args, **kwargs) if self._is_mine(key) else added

    def get(self, key: Any, *args: Any, **kwargs: Any) -> Any:
        found = super().get(key, *args, **kwargs)
        return self._own.get(key, *args, **kwargs) if self._is_mine(key) else found

    def set(self, key: Any, *args: Any, **kwargs: Any) -> None:
        super().set(key, *args, **kwargs)
        if self._is_mine(key):
            self._own.set(key, *args, **kwargs)

    def delete(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        deleted = super().delete(key, *args, **kwargs)
        return self._own.delete(key, *args, **kwargs) if self._is_mine(key) else deleted

    def incr(self, key: Any, *args: Any, **kwargs: Any) -> int:
        try:
            return super().incr(key, *args, **kwargs)
        except ValueError:
            if not self._is_mine(key):
                raise
            return self._own.incr(key, *args, **kwargs)


class LimitingRedisCache(HeldLimits, SteadyRedisCache):
    """Redis for everything, and the process itself for limits while Redis is away."""


class LimitingFileCache(HeldLimits, SteadyFileCache):
    """Files for everything, and the process itself for limits while they cannot be written."""
