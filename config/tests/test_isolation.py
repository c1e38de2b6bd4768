"""The suite touches nothing but its own files and this machine."""

import socket
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80, 0, 0)])
def test_it_refuses_to_leave_the_machine(address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as sock, pytest.raises(OSError, match="tests may not connect"):
        sock.connect(address)


def test_it_refuses_to_look_names_up() -> None:
    with pytest.raises(OSError, match="tests may not look up"):
        socket.getaddrinfo("www.canada.ca", 443)


def test_it_keeps_its_files_in_a_folder_of_its_own() -> None:
    own = Path(tempfile.gettempdir())
    assert own in settings.DATA_DIR.parents
    assert settings.DATA_DIR in settings.STATIC_ROOT.parents


@pytest.mark.parametrize("_time", [1, 2])
def test_it_starts_each_test_with_an_empty_cache(_time: int) -> None:
    assert cache.get("left-over") is None
    cache.set("left-over", "from the last test")
