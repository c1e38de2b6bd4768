"""One makes, the others wait: so that a new edition costs one rendering of each page.

Within a process the threads wait for the first of them and take what it made, cache or none.
Between processes and hosts there is a lease in the cache that they share; a lease of somebody who
was killed runs out, and one of those who wait takes it over.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock
from typing import Any, TypeVar

from django.core.cache import cache

T = TypeVar("T")
M = TypeVar("M")
# Seconds: what a lease lasts, and how long others wait at most before they go ahead themselves.
LEASE = 5
PATIENCE = 6.0
PAUSE = 0.02


class Flight:
    """One thing that is being made; `made` is there once it landed, unless it cannot be shared."""

    def __init__(self) -> None:
        self.landed = Event()
        self.made: Any = None


_lock = Lock()
_flights: dict[str, Flight] = {}


def share(key: str, make: Callable[[], tuple[T, M | None]], reuse: Callable[[M], T]) -> T:
    """What `make` gives first, made by one thread of this process at a time for one key.

    What it gives second is what the waiting threads get their own from by `reuse`; None where
    nothing can be shared: then each of them makes its own.
    """
    with _lock:
        flight = _flights.get(key)
        leads = flight is None
        if flight is None:
            flight = _flights[key] = Flight()
    if not leads:
        flight.landed.wait(PATIENCE)
        return make()[0] if flight.made is None else reuse(flight.made)
    try:
        answer, flight.made = make()
    finally:
        with _lock:
            del _flights[key]
        flight.landed.set()
    return answer


@contextmanager
def leased(key: str, found: Callable[[], T | None]) -> Iterator[T | None]:
    """Hold the lease of a key, or give what somebody else made while we waited for it."""
    end = time.monotonic() + PATIENCE
    is_ours = cache.add(key, True, LEASE)
    while not is_ours and time.monotonic() < end:
        made = found()
        if made is not None:
            yield made
            return
        time.sleep(PAUSE)
        is_ours = cache.add(key, True, LEASE)
    try:
        # It may have been made between our first look and the lease.
        yield found()
    finally:
        if is_ours:
            cache.delete(key)
