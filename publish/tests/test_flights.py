"""One makes, the others wait: in a process by threads, between processes by a lease."""

import threading
import time

from django.core.cache import cache

from publish import flights
from publish.flights import leased, share


def at_once(count: int, work) -> list[str]:
    together = threading.Barrier(count)
    answers: list[str] = []

    def run() -> None:
        together.wait()
        answers.append(work())

    threads = [threading.Thread(target=run) for _turn in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_threads_make_one_thing_once():
    made: list[int] = []

    def make() -> tuple[str, str]:
        time.sleep(0.1)
        made.append(1)
        return "first", "shared"

    answers = at_once(12, lambda: share("a page", make, lambda shared: shared))
    assert sorted(answers) == ["first"] + ["shared"] * 11
    assert len(made) == 1


def test_what_cannot_be_shared_is_made_by_each():
    def make() -> tuple[str, None]:
        time.sleep(0.05)
        return "own", None

    assert at_once(4, lambda: share("a stream", make, lambda shared: shared)) == ["own"] * 4


def test_a_failure_is_not_shared():
    tries: list[int] = []

    def make() -> tuple[str, str]:
        tries.append(1)
        time.sleep(0.05)
        raise LookupError

    def ask() -> str:
        try:
            return share("a fault", make, lambda shared: shared)
        except LookupError:
            return "told"

    assert at_once(3, ask) == ["told"] * 3
    assert len(tries) == 3


def make_under_lease(made: list[int]) -> str:
    with leased("making:x", lambda: cache.get("x")) as found:
        if found is None:
            time.sleep(0.1)
            made.append(1)
            cache.set("x", "made")
        return str(found or "made")


def test_one_holder_of_the_lease_makes_it_and_the_others_find_it():
    made: list[int] = []
    assert at_once(8, lambda: make_under_lease(made)) == ["made"] * 8
    assert len(made) == 1
    assert cache.add("making:x", True)  # it was given back


def test_the_lease_of_somebody_who_was_killed_runs_out(monkeypatch):
    monkeypatch.setattr(flights, "LEASE", 1)
    cache.add("making:x", True, 1)
    made: list[int] = []
    begun = time.monotonic()
    assert at_once(4, lambda: make_under_lease(made)) == ["made"] * 4
    assert len(made) == 1
    assert time.monotonic() - begun < 4


def test_nobody_waits_for_ever(monkeypatch):
    monkeypatch.setattr(flights, "PATIENCE", 0.2)
    cache.add("making:x", True, 60)
    made: list[int] = []
    make_under_lease(made)
    assert len(made) == 1
    assert not cache.add("making:x", True)  # the lease of somebody else is left alone
