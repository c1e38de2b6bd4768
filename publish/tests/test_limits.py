"""Nobody gets around a limit by the cache being away."""

import socket
import threading

import pytest

from publish.limits import LimitingFileCache, LimitingRedisCache

KEY = "throttle:of-a-test"
FAST = {"OPTIONS": {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}}


@pytest.fixture
def nowhere():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"redis://127.0.0.1:{taken.getsockname()[1]}/0"


@pytest.fixture
def full_disk(tmp_path):
    files = LimitingFileCache(tmp_path / "cache", {})
    (tmp_path / "cache").rmdir()
    (tmp_path / "cache").write_text("not a folder")
    yield files
    files._own.clear()


@pytest.fixture
def gone(nowhere):
    redis = LimitingRedisCache(nowhere, FAST)
    yield redis
    redis._own.clear()


@pytest.fixture(params=["gone", "full_disk"])
def away(request):
    return request.getfixturevalue(request.param)


def test_it_counts_in_this_process_while_the_cache_is_away(away):
    away.add(KEY, 0, 60)
    assert [away.incr(KEY) for _turn in range(3)] == [1, 2, 3]
    assert not away.add(KEY, 0, 60)


def test_it_keeps_tries_to_sign_in_and_lets_their_lock_go(away):
    tries = "allauth:rl:account:login_failed:5/300s/key:abc"
    assert away.add(f"{tries}:lock", True, 5)
    away.set(tries, [1.0, 2.0], 300)
    away.delete(f"{tries}:lock")
    assert away.add(f"{tries}:lock", True, 5)
    assert away.get(tries, []) == [1.0, 2.0]


def test_it_takes_a_code_once(away):
    code = "allauth.mfa.totp.used?user=1&code=123456"
    assert away.add(code, "y", timeout=30)
    assert not away.add(code, "y", timeout=30)


def test_it_keeps_no_page_and_no_lease(away):
    away.set("page", "text")
    assert away.get("page") is None
    assert away.add("lease", True)
    assert away.add("lease", True)
    with pytest.raises(ValueError, match="count"):
        away.incr("count")


def test_all_threads_of_a_process_count_together(nowhere):
    # Django makes an object of the cache for each thread.
    objects = [LimitingRedisCache(nowhere, FAST) for _thread in range(4)]
    objects[0].add(KEY, 0, 60)
    threads = [threading.Thread(target=one.incr, args=(KEY,)) for one in objects]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert objects[0].incr(KEY) == 5


def test_it_leaves_counting_to_a_cache_that_is_there(tmp_path):
    one, other = LimitingFileCache(tmp_path, {}), LimitingFileCache(tmp_path, {})
    one.add(KEY, 0, 60)
    assert (one.incr(KEY), other.incr(KEY)) == (1, 2)
    assert one._own.get(KEY) is None
