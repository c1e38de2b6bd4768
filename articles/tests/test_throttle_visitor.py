"""Who a visitor is for the limits: the address that our own proxy saw, and nothing they say."""

import pytest
from django.test import RequestFactory

from articles.throttle import visitor


def seen(address: str, **headers: str) -> str:
    return visitor(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("unix", "unix"),
        ("", ""),
    ],
)
def test_it_is_the_address_or_for_version_6_the_network(address, expected):
    assert seen(address) == expected


def test_without_a_proxy_of_ours_no_header_is_believed():
    lies = {"X-Forwarded-For": "192.0.2.1", "X-Real-IP": "192.0.2.1", "Forwarded": "for=192.0.2.1"}
    assert seen("198.51.100.7", **lies) == "198.51.100.7"


@pytest.mark.parametrize("said", ["203.0.113.5", "192.0.2.1, 203.0.113.5", "x, , 203.0.113.5 "])
def test_behind_our_proxy_it_is_what_the_proxy_added(settings, said):
    settings.BEHIND_PROXY = True
    assert seen("127.0.0.1", **{"X-Forwarded-For": said}) == "203.0.113.5"
    assert seen("127.0.0.1") == "127.0.0.1"
