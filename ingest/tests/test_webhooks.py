"""Webhooks: signed, tried again for a day, given up with a notice, sent again on request."""

import base64
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from pytest_httpserver import HTTPServer

from ingest import events, webhooks
from ingest.models import Event, Sending, Webhook

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def hook(httpserver: HTTPServer, settings, db) -> Webhook:
    """A receiver on this machine that is told of corrections."""
    settings.OUTGOING_PRIVATE_NETWORKS = ["127.0.0.0/8"]
    settings.SEND_TIMEOUT = 2.0
    settings.WEBHOOK_CONTENTS = {"figure.corrected": "ingest.tests.test_webhooks.what_changed"}
    settings.EVENT_HANDLERS = {"figure.corrected": ["ingest.webhooks.on_event"]}
    return Webhook.objects.create(
        name="A reader of ours",
        url=httpserver.url_for("/in"),
        kinds=["figure.corrected"],
        contact="owner@receiver.example",
    )


def what_changed(event: Event) -> dict[str, object] | None:
    return {"crs": event.payload.get("crs")} if event.payload.get("crs") else None


def happen(**payload: object) -> Event:
    event = events.emit("figure.corrected", "draw/335", 7, **payload)
    events.deliver_due()
    return event


def test_it_sends_a_signed_message_once(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 204)
    happen(crs=412)
    assert webhooks.send_due() == 1
    assert webhooks.send_due() == 0
    (request, _answer), *others = httpserver.log
    assert others == []
    message = json.loads(request.data)
    assert message["kind"] == "figure.corrected"
    assert message["subject"] == "draw/335"
    assert message["edition"] == 7
    assert message["data"] == {"crs": 412}
    signed = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}.".encode()
    key = base64.b64decode(hook.secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.digest(key, signed + request.data, "sha256")).decode()
    assert request.headers["webhook-signature"] == f"v1,{expected}"
    assert abs(int(request.headers["webhook-timestamp"]) - timezone.now().timestamp()) < 5
    hook.refresh_from_db()
    assert hook.succeeded_at is not None


def test_it_signs_with_both_secrets_for_a_day_after_a_new_one(hook):
    old = hook.secret
    webhooks.renew_secret(hook, NOON)
    assert hook.secret != old
    assert hook.secrets_at(NOON + timedelta(hours=23)) == [hook.secret, old]
    assert hook.secrets_at(NOON + timedelta(hours=25)) == [hook.secret]


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("draw.published", {"crs": 1}),  # not asked for
        ("figure.corrected", {}),  # nothing to say
        ("figure.corrected", {"crs": 1, "backfill": True}),  # no news
    ],
)
def test_it_sends_nothing_that_was_not_asked_for_or_is_no_news(hook, kind, payload):
    webhooks.on_event(events.emit(kind, "draw/335", 7, **payload))
    assert not Sending.objects.exists()


def test_it_tries_again_with_growing_pauses_under_the_same_id(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 503)
    happen(crs=412)
    now, pauses = timezone.now(), []
    for _try in range(6):
        webhooks.send_due(now)
        waits_for = Sending.objects.get().next_at
        pauses.append(round((waits_for - now).total_seconds()))
        now = waits_for
    assert pauses == [10, 20, 40, 80, 160, 320]
    ids = {request.headers["webhook-id"] for request, _answer in httpserver.log}
    bodies = {request.data for request, _answer in httpserver.log}
    assert len(httpserver.log) == 6
    assert len(ids) == len(bodies) == 1
    assert Sending.objects.get().answer == "HTTP 503"


def test_it_gives_up_after_a_day_disables_and_tells(hook, httpserver, settings):
    settings.EDITOR_EMAILS = ["desk@cutline.example"]
    httpserver.expect_request("/in").respond_with_data("", 500)
    happen(crs=412)
    began = now = timezone.now()
    while not (sending := Sending.objects.get()).gave_up_at:
        now = max(now, sending.next_at)
        webhooks.send_due(now)
    assert timedelta(hours=21) < now - began <= timedelta(days=1)
    hook.refresh_from_db()
    assert hook.disabled_at is not None
    assert "HTTP 500" in hook.disabled_because
    (letter,) = mail.outbox
    assert letter.to == ["owner@receiver.example", "desk@cutline.example"]
    happen(crs=413)
    assert Sending.objects.count() == 1


def test_it_goes_on_after_one_bad_message_while_others_arrive(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 500)
    happen(crs=412)
    later = timezone.now() + timedelta(hours=25)
    Webhook.objects.update(succeeded_at=later - timedelta(minutes=1))
    webhooks.send_due(later)
    hook.refresh_from_db()
    assert Sending.objects.get().gave_up_at is not None
    assert hook.disabled_at is None


def test_it_stops_at_once_where_the_receiver_says_that_it_is_gone(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 410)
    happen(crs=412)
    webhooks.send_due()
    hook.refresh_from_db()
    assert hook.disabled_at is not None


def test_it_refuses_a_receiver_in_a_private_network(hook, settings):
    settings.OUTGOING_PRIVATE_NETWORKS = []
    happen(crs=412)
    assert webhooks.send_due() == 0
    assert "not on the public internet" in Sending.objects.get().answer


def test_it_leaves_alone_what_another_sender_has_claimed(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 204)
    happen(crs=412)
    sending = Sending.objects.get()
    now = timezone.now()
    Sending.objects.filter(pk=sending.pk).update(tries=1, next_at=now + timedelta(minutes=2))
    assert webhooks.send_due(now) == 0
    assert httpserver.log == []


def test_it_sends_the_last_seven_days_again_under_the_same_ids(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 204)
    old, known = happen(crs=410), happen(crs=411)
    Event.objects.filter(pk=old.pk).update(happened_at=timezone.now() - timedelta(days=8))
    webhooks.send_due()
    missed = events.emit("figure.corrected", "draw/336", 8, crs=412)
    before = {sending.event_id: sending.identity for sending in Sending.objects.all()}
    assert webhooks.replay(hook) == 2
    assert webhooks.send_due() == 2
    again = {sending.event_id: sending.identity for sending in Sending.objects.all()}
    assert again[known.pk] == before[known.pk]
    assert set(again) == {old.pk, known.pk, missed.pk}
    ids = [request.headers["webhook-id"] for request, _answer in httpserver.log]
    assert ids.count(before[known.pk]) == 2
    assert ids.count(before[old.pk]) == 1


def test_it_says_hello_and_forgets_what_is_long_over(hook, httpserver):
    httpserver.expect_request("/in").respond_with_data("", 204)
    webhooks.say_hello(hook)
    assert webhooks.send_due() == 1
    assert json.loads(httpserver.log[0][0].data)["kind"] == "hello"
    assert webhooks.forget(timezone.now() + timedelta(days=29)) == 0
    assert webhooks.forget(timezone.now() + timedelta(days=31)) == 1


def test_it_posts_an_unsigned_form_to_an_address_of_the_settings(hook, httpserver):
    httpserver.expect_request("/hub").respond_with_data("", 204)
    webhooks.enqueue_post(httpserver.url_for("/hub"), "hub.mode=publish", "text/plain")
    assert webhooks.send_due() == 1
    request = httpserver.log[0][0]
    assert request.data == b"hub.mode=publish"
    assert "webhook-signature" not in request.headers


def test_it_disables_a_receiver_that_is_gone_though_it_took_messages_today(hook, httpserver):
    Webhook.objects.update(succeeded_at=timezone.now())
    httpserver.expect_request("/in").respond_with_data("", 410)
    happen(crs=412)
    webhooks.send_due()
    hook.refresh_from_db()
    assert hook.disabled_at is not None
