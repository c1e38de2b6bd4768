"""How a process knows the present edition: without asking each time, and when nobody answers."""

import threading
import time

import pytest

from publish import editions, watch
from publish.watch import DatabaseAway, Seen, Watch


class Database:
    """Tells an edition, counts how often it was asked, and can be gone or hang."""

    def __init__(self, number: int = 1) -> None:
        self.number, self.asked = number, 0
        self.is_gone = False
        self.goes_on = threading.Event()
        self.goes_on.set()

    def watch(self, every: float = 60.0) -> Watch:
        return Watch(lambda: self, every)

    def close(self) -> None:
        pass

    def __call__(self) -> int:
        self.asked += 1
        self.goes_on.wait(20)
        if self.is_gone:
            raise OSError("connection refused")
        return self.number


def until(reached) -> None:
    end = time.monotonic() + 5
    while not reached() and time.monotonic() < end:
        time.sleep(0.01)
    assert reached()


def test_it_asks_nobody_before_the_first_request():
    database = Database()
    database.watch()
    assert database.asked == 0


def test_it_asks_once_for_many_requests():
    database = Database(7)
    watched = database.watch()
    assert [watched.seen().number for _turn in range(100)] == [7] * 100
    assert database.asked == 1


def test_many_threads_ask_once():
    database = Database(7)
    watched = database.watch()
    together = threading.Barrier(20)
    told: list[int] = []

    def ask() -> None:
        together.wait()
        told.append(watched.seen().number)

    threads = [threading.Thread(target=ask) for _turn in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (told, database.asked) == ([7] * 20, 1)


def test_a_lone_request_after_a_pause_sees_the_new_edition():
    database = Database(1)
    watched = database.watch(every=0.02)
    assert watched.seen().number == 1
    database.number = 2
    time.sleep(0.05)
    assert watched.seen().number == 2


def test_a_change_of_this_process_is_seen_at_once():
    database = Database(1)
    watched = database.watch()
    watched.seen()
    database.number = 2
    watched.forget()
    assert watched.seen().number == 2


def test_a_database_that_is_gone_is_said_to_be_away_and_its_return_is_noticed():
    database = Database(3)
    watched = database.watch(every=0.01)
    before = watched.seen()
    database.is_gone = True
    until(lambda: watched.seen().is_away)
    away = watched.last
    assert (away.number, away.told_at >= before.told_at) == (3, True)
    with pytest.raises(DatabaseAway):
        watched.insist()
    database.is_gone, database.number = False, 4
    until(lambda: not watched.is_away)  # nobody asked in between
    assert watched.seen().number == 4
    watched.insist()


def test_a_database_that_hangs_holds_up_one_request_and_not_for_long(monkeypatch):
    monkeypatch.setattr(watch, "PATIENCE", 0.2)
    database = Database()
    watched = database.watch(every=0.01)
    watched.seen()
    database.goes_on.clear()
    time.sleep(0.05)
    begun = time.monotonic()
    assert watched.seen().is_away
    assert 0.15 < time.monotonic() - begun < 2
    begun = time.monotonic()
    assert all(watched.seen().is_away for _turn in range(20))
    assert time.monotonic() - begun < 0.15
    database.goes_on.set()
    until(lambda: not watched.seen().is_away)


@pytest.mark.django_db(transaction=True)
def test_it_reads_the_edition_over_a_connection_of_its_own():
    number = editions.advance("something")
    watched = Watch(watch.OfDatabase, 60.0)
    told: list[Seen] = []
    thread = threading.Thread(target=lambda: told.append(watched.seen()))
    thread.start()
    thread.join()
    assert (told[0].number, told[0].is_away) == (number, False)
    editions.advance("something else")
    assert watched.seen().number == number
    watched.stop()


@pytest.mark.django_db(transaction=True)
def test_an_edition_of_this_process_is_not_waited_for():
    editions.advance("one")
    first = watch.watch.seen().number
    assert editions.advance("two") == first + 1
    assert watch.watch.seen().number == first + 1
    watch.watch.stop()
