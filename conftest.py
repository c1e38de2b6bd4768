"""What holds for every test: no network but this machine, and empty caches at the start."""

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from publish import fragments
from publish.watch import watch

# Files whose tests share one running site, and so one worker.
TOGETHER = ("config/tests/browser/", "config/tests/security/test_secure_site")


class BrowserTogether(LoadScopeScheduling):
    """Each test goes to the next free worker, all browser tests to one: one site, one Chromium.

    The mark xdist_group would say the same, but xdist 3.8 no longer reads it under pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((each for each in TOGETHER if nodeid.startswith(each)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> BrowserTogether:
    return BrowserTogether(config, log)


class NetworkRefused(OSError):
    """A test tried to leave the machine."""


def _stays_here(host: object) -> bool:
    if host is None or host in ("", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def loopback_only() -> Iterator[None]:
    """Names are not looked up and addresses not called unless they are this machine's."""
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _stays_here(host):
            raise NetworkRefused(f"tests may not look up {host!r}")
        return look_up(host, *args, **kwargs)

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not _stays_here(address[0]):
            raise NetworkRefused(f"tests may not connect to {address!r}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        patch.setattr(socket.socket, "connect", guarded_connect)
        yield


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    """Editions start again in each test: a page kept from another test would be served."""
    yield
    fragments.forget()
    watch.stop()
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def admin_user(admin_user: Any) -> Any:
    """With the second factor without which the desk lets no administrator in."""
    from articles.tests.factors import enrolled

    return enrolled(admin_user)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Tests that commit are cleaned up by emptying each table; the audit log would not have it.
    Its own test puts the protection back."""
    from articles.audit import guard

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in guard.removal(connection.vendor):
            cursor.execute(statement)


@pytest.fixture(scope="module")
def bundled(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The record that comes with Cutline, loaded once for all tests of a module.

    It takes seconds, and what a test changes of it is undone after that test. A test that wants
    an empty site stands in another module.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_bundled", verbosity=0)
        yield
        transaction.set_rollback(True)
