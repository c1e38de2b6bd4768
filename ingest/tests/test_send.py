"""Sending outwards: bodies arrive, and no way leads into our own network."""

import socket
import time

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from ingest.outside import NotOutside, is_outside, outside
from ingest.send import SendFailed, send


@pytest.fixture
def let_in(settings):
    """This machine counts as outside: the receivers of these tests run here."""
    settings.OUTGOING_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    settings.SEND_TIMEOUT = 2.0


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1"),
        *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2001:db8::1"),
        *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001:0:a00:1::1", "not an address", ""),
    ],
)
def test_it_takes_no_private_address_for_one_outside(address):
    assert not is_outside(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808"])
def test_it_takes_a_public_address_for_one_outside(address):
    assert is_outside(address)


def test_it_counts_the_networks_of_the_setting_as_outside(settings):
    settings.OUTGOING_PRIVATE_NETWORKS = ["10.1.0.0/16"]
    assert is_outside("10.1.2.3")
    assert not is_outside("10.2.2.3")


@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f000001", "2130706433", "[::1]"])
def test_it_refuses_every_spelling_of_this_machine(host):
    with pytest.raises(SendFailed):
        send(f"http://{host}:8000/", b"{}", {})


@pytest.mark.parametrize("port", [22, 25, 445])
def test_it_goes_to_no_port_of_another_service(port, settings):
    settings.OUTGOING_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    with pytest.raises(NotOutside):
        outside("127.0.0.1", port)


@pytest.mark.parametrize(
    "url", ["", "x", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http://a:b:c/", "//x/"]
)
def test_it_says_in_one_line_that_this_is_no_address(url, let_in):
    with pytest.raises(SendFailed) as failure:
        send(url, b"{}", {})
    assert str(failure.value)
    assert "\n" not in str(failure.value)


def test_it_posts_the_body_with_its_headers(httpserver: HTTPServer, let_in):
    httpserver.expect_oneshot_request(
        "/in", method="POST", data="{}", headers={"webhook-id": "msg_1"}
    ).respond_with_data("", 202)
    answer = send(httpserver.url_for("/in"), b"{}", {"webhook-id": "msg_1"})
    assert (answer.status, answer.accepted, answer.gone) == (202, True, False)


def test_it_keeps_the_body_over_a_redirect_that_keeps_it(httpserver: HTTPServer, let_in):
    there = {"Location": httpserver.url_for("/there")}
    httpserver.expect_oneshot_request("/in").respond_with_data("", 308, there)
    httpserver.expect_oneshot_request("/there", method="POST", data="{}").respond_with_data("")
    assert send(httpserver.url_for("/in"), b"{}", {}).accepted


def test_it_does_not_follow_a_redirect_that_drops_the_body(httpserver: HTTPServer, let_in):
    there = {"Location": httpserver.url_for("/there")}
    httpserver.expect_oneshot_request("/in").respond_with_data("", 302, there)
    assert send(httpserver.url_for("/in"), b"{}", {}).status == 302
    assert len(httpserver.log) == 1


def test_it_refuses_a_redirect_into_a_private_network(httpserver: HTTPServer, let_in):
    inside = {"Location": "http://10.0.0.1:8000/"}
    httpserver.expect_request("/in").respond_with_data("", 307, inside)
    with pytest.raises(SendFailed, match=r"10\.0\.0\.1"):
        send(httpserver.url_for("/in"), b"{}", {})


def test_it_ends_a_circle_of_redirects(httpserver: HTTPServer, let_in):
    again = {"Location": httpserver.url_for("/in")}
    httpserver.expect_request("/in").respond_with_data("", 307, again)
    with pytest.raises(SendFailed, match="redirects"):
        send(httpserver.url_for("/in"), b"{}", {})


def test_it_looks_a_name_up_once_and_connects_to_what_it_checked(
    httpserver: HTTPServer, let_in, monkeypatch
):
    """A name that answers a public address to the check and a private one to the connection."""
    asked: list[str] = []
    look_up = socket.getaddrinfo

    def rebinding(host, *rest, **more):
        if host != "rebind.example":
            return look_up(host, *rest, **more)
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return look_up(address, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    httpserver.expect_oneshot_request("/in").respond_with_data("")
    assert send(f"http://rebind.example:{httpserver.port}/in", b"{}", {}).accepted
    assert asked == ["rebind.example"]


def test_it_gives_a_receiver_that_hangs_no_more_than_its_time(
    httpserver: HTTPServer, let_in, settings
):
    settings.SEND_TIMEOUT = 0.2

    def hang(request: Request) -> Response:
        time.sleep(0.6)
        return Response("")

    httpserver.expect_request("/in").respond_with_handler(hang)
    with pytest.raises(SendFailed, match="within"):
        send(httpserver.url_for("/in"), b"{}", {})


def test_it_tries_the_next_address_of_a_name_where_one_does_not_answer(
    httpserver: HTTPServer, let_in, monkeypatch
):
    look_up = socket.getaddrinfo

    def with_a_dead_one(host, *rest, **more):
        if host != "two.example":
            return look_up(host, *rest, **more)
        return [*look_up("127.0.0.2", *rest, **more), *look_up("127.0.0.1", *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", with_a_dead_one)
    httpserver.expect_oneshot_request("/in").respond_with_data("")
    assert send(f"http://two.example:{httpserver.port}/in", b"{}", {}).accepted
