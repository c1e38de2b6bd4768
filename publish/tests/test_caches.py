"""A page can do without its cache: gone, hanging, or on a full disk."""

import multiprocessing
import socket
import time
from collections.abc import Iterator

import pytest

from publish import caches
from publish.caches import SteadyFileCache, SteadyRedisCache

FAST = {"OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}}


def redis_at(port: int) -> SteadyRedisCache:
    return SteadyRedisCache(f"redis://127.0.0.1:{port}/0", FAST)


@pytest.fixture
def gone() -> SteadyRedisCache:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return redis_at(probe.getsockname()[1])


@pytest.fixture
def hanging() -> Iterator[SteadyRedisCache]:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        yield redis_at(silent.getsockname()[1])


def test_a_cache_that_is_gone_holds_nothing_and_raises_nothing(gone):
    gone.set("page", "text")
    gone.set_many({"page": "text"})
    gone.delete("page")
    gone.delete_many(["page"])
    gone.clear()
    assert (gone.get("page"), gone.get("page", "none")) == (None, "none")
    assert (gone.get_many(["page"]), "page" in gone, gone.touch("page")) == ({}, False, False)
    assert gone.add("lease", True)
    with pytest.raises(ValueError, match="count"):
        gone.incr("count")
    assert (gone.is_away, gone.answers()) == (True, False)


def test_a_cache_that_hangs_is_left_alone_for_a_while(hanging):
    begun = time.monotonic()
    assert [hanging.get("page") for _turn in range(50)] == [None] * 50
    assert time.monotonic() - begun < 1


def test_its_loss_and_return_are_said_once(gone, caplog):
    for _turn in range(5):
        gone.get("page")
    gone.absence.end()
    gone.absence.end()
    assert [record.getMessage().split(":")[0] for record in caplog.records] == [
        "the cache is away",
        "the cache is back",
    ]


def test_a_cache_that_is_back_is_used_again(gone, monkeypatch):
    monkeypatch.setattr(caches, "LEFT_ALONE", 0.0)
    gone.get("page")
    assert gone.absence.may_ask()
    gone.absence.end()
    assert not gone.is_away


def test_files_that_cannot_be_written_are_no_fault(tmp_path):
    full = SteadyFileCache(tmp_path / "taken", {})
    (tmp_path / "taken").rmdir()
    (tmp_path / "taken").write_text("not a folder")
    full.set("page", "text")
    assert full.get("page") is None
    assert full.add("lease", True)
    assert (full.is_away, full.answers()) == (True, False)


def _count_up(folder: str, times: int) -> int:
    files = SteadyFileCache(folder, {})
    for _turn in range(times):
        files.incr("count")
    return sum(files.add(f"lease-{number}", True, 60) for number in range(20))


def test_files_count_and_lease_exactly_between_processes(tmp_path):
    SteadyFileCache(tmp_path, {}).set("count", 0)
    with multiprocessing.get_context("fork").Pool(4) as pool:
        leases = pool.starmap(_count_up, [(str(tmp_path), 25)] * 4)
    assert SteadyFileCache(tmp_path, {}).get("count") == 100
    assert sum(leases) == 20
