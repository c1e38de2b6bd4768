"""A few readers who never stop asking while a drill runs, and what they were answered."""

import http.client
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Self

PATHS = (
    "/",
    "/draws/",
    "/draws/396/",
    "/draws/cec/",
    "/draws.csv",
    "/draws/cec.rss",
    "/draws.json",
    "/news/",
    "/pnp/",
    "/fr/",
    "/fr/draws/",
    "/draws/pool/",
)
# Conditions, sessions and forms are for the drills themselves.
READERS = 2
PAUSE = 0.05
MARK = "Cutline-Stale"


@dataclass(slots=True)
class Told:
    """What the readers were answered: `refused` by status, `broken` by what the connection said."""

    answered: int = 0
    stale: int = 0
    slowest: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def failed(self) -> int:
        return sum(self.refused.values())


class Load:
    """Readers in threads of their own while the block runs."""

    def __init__(self, port: int, random: Random, paths: tuple[str, ...] = PATHS) -> None:
        self.told = Told()
        self._port, self._paths = port, paths
        self._lock, self._over = threading.Lock(), threading.Event()
        self._threads = [
            threading.Thread(target=self._read, args=(Random(random.random()),), daemon=True)
            for _ in range(READERS)
        ]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=30)

    def _read(self, random: Random) -> None:
        connection: http.client.HTTPConnection | None = None
        while not self._over.wait(PAUSE):
            path = random.choice(self._paths)
            began = time.monotonic()
            try:
                connection = connection or http.client.HTTPConnection(
                    "127.0.0.1", self._port, timeout=15
                )
                connection.request("GET", path, headers={"Host": f"localhost:{self._port}"})
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as error:
                connection = None
                self._note(began, type(error).__name__, is_stale=False)
            else:
                name = "" if answer.status < 500 else f"{answer.status} {path}"
                self._note(began, name, is_stale=answer.getheader(MARK) is not None)

    def _note(self, began: float, trouble: str, *, is_stale: bool) -> None:
        with self._lock:
            if trouble:
                self.told.refused[trouble] += 1
                return
            self.told.answered += 1
            self.told.stale += is_stale
            self.told.slowest = max(self.told.slowest, time.monotonic() - began)
