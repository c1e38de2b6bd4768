"""Finished answers in the memory of a process, up to so many bytes: the longest unasked go."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

Headers = list[tuple[str, str]]
# What an answer takes beside its body: its headers, its key, the two lists.
FRAME = 4 * 1024
# One answer may take this share of the memory, so that a few large ones do not empty it.
LARGEST_SHARE = 8


@dataclass(frozen=True, slots=True)
class Held:
    """An answer with all of its headers, as it goes out: whole, as "not modified", to HEAD.
    `modified` and `made_at` are seconds since 1970."""

    edition: int
    tag: str
    modified: int
    made_at: float
    headers: Headers
    unchanged: Headers
    body: list[bytes]

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.body[0]) + FRAME


class Memory:
    """For all threads of a process. It never holds more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = Lock()
        self._held: OrderedDict[Hashable, Held] = OrderedDict()
        self.size = 0

    def get(self, key: Hashable) -> Held | None:
        """What is held for a key, of whichever edition."""
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
            return held

    def put(self, key: Hashable, held: Held) -> None:
        """Hold an answer in place of the last one for its key."""
        with self._lock:
            before = self._held.pop(key, None)
            self.size -= before.size if before else 0
            if held.size > self._limit // LARGEST_SHARE:
                return
            self._held[key] = held
            self.size += held.size
            while self.size > self._limit:
                _key, oldest = self._held.popitem(last=False)
                self.size -= oldest.size
