"""Webhooks side by side: receivers that hang hold up neither the others nor the worker."""

import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Event as Flag

import pytest
from django.utils import timezone
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from ingest import webhooks
from ingest.models import Sending, Webhook
from ingest.webhooks import sending as sender


@pytest.fixture
def patience(settings, db) -> float:
    """This machine counts as outside; seconds that a receiver has."""
    settings.OUTGOING_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    settings.SEND_TIMEOUT = 0.5
    return 0.5


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    """A server that answers several at a time, unlike that of the other tests."""
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def hanging(httpserver: HTTPServer) -> Iterator[str]:
    let_go = Flag()

    def hang(request: Request) -> Response:
        let_go.wait(10)
        return Response("")

    httpserver.expect_request("/hangs").respond_with_handler(hang)
    yield httpserver.url_for("/hangs")
    let_go.set()


def receiver(url: str, messages: int = 1) -> Webhook:
    hook = Webhook.objects.create(name=url, url=url, kinds=["figure.corrected"])
    for _number in range(messages):
        webhooks.say_hello(hook)
    return hook


def test_receivers_that_hang_cost_the_time_of_one(hanging, patience):
    for _number in range(20):
        receiver(hanging)
    began = time.monotonic()
    webhooks.send_due(timezone.now())
    assert time.monotonic() - began < 6 * patience
    assert Sending.objects.filter(answer__startswith="no answer within").count() == 20


def test_a_thousand_messages_to_one_that_hangs_leave_room_for_the_others(
    hanging, httpserver, patience, monkeypatch
):
    monkeypatch.setattr(sender, "ROUNDS", 1)
    receiver(hanging, messages=60)
    httpserver.expect_request("/takes").respond_with_data("")
    receiver(httpserver.url_for("/takes"))
    assert webhooks.send_due(timezone.now()) == 1
    assert Sending.objects.filter(tries=1).count() == sender.TO_ONE_AT_ONCE + 1


def test_what_is_new_goes_before_what_failed(httpserver, patience, monkeypatch):
    monkeypatch.setattr(sender, "ROUNDS", 1)
    monkeypatch.setattr(sender, "AT_ONCE", 1)
    httpserver.expect_request("/takes").respond_with_data("")
    hook = receiver(httpserver.url_for("/takes"), messages=2)
    long_ago = timezone.now() - timedelta(hours=1)
    old, new = hook.sendings.order_by("pk")
    Sending.objects.filter(pk=old.pk).update(tries=3, next_at=long_ago)
    webhooks.send_due(timezone.now())
    assert set(Sending.objects.exclude(done_at=None)) == {new}


def test_all_that_is_due_goes_out_round_by_round(httpserver, patience):
    httpserver.expect_request("/takes").respond_with_data("")
    receiver(httpserver.url_for("/takes"), messages=sender.TO_ONE_AT_ONCE + 5)
    assert webhooks.send_due() == sender.TO_ONE_AT_ONCE + 5


def test_a_worker_has_no_more_than_two_sweeps_at_a_time(httpserver, patience):
    httpserver.expect_request("/takes").respond_with_data("")
    receiver(httpserver.url_for("/takes"))
    with sender._sweeps, sender._sweeps:
        assert webhooks.send_due() == 0
    assert webhooks.send_due() == 1
