"""What was noted while the machine's clock was ahead keeps nothing back once it is right."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ingest import events, pipeline
from ingest.models import Attempt, Delivery, Sending, Source

pytestmark = pytest.mark.django_db
AHEAD = timedelta(days=1)


def noted(event):
    """A handler without work."""


@pytest.fixture
def source(settings):
    entry = {"name": "A", "url": "http://127.0.0.1:9/", "store": "x.y"}
    settings.INGEST_SOURCES = {"a": entry}
    return pipeline.source("a")


def test_it_asks_a_source_whose_last_attempt_is_still_to_come(source):
    now = timezone.now()
    Attempt.objects.create(source=source, started_at=now + AHEAD)
    assert pipeline.due_sources(now) == ["a"]
    Attempt.objects.create(source=source, started_at=now)
    assert pipeline.due_sources(now) == []


def test_it_gives_a_lease_that_would_last_too_long_to_somebody_else(source):
    now, lasting = timezone.now(), pipeline.LEASE
    assert Source.objects.claim("a", now + AHEAD, lasting)
    assert Source.objects.claim("a", now, lasting)
    assert not Source.objects.claim("a", now - lasting / 2, lasting)


def test_it_stores_what_is_older_than_something_still_to_come(source, settings):
    settings.INGEST_SOURCES["a"]["store"] = "ingest.tests.test_clock_set_back.stored"
    Source.objects.filter(key="a").update(stored_asked_at=timezone.now() + AHEAD)
    assert pipeline.bring_in("a", b"x").outcome == Attempt.Outcome.STORED


def stored(arrival):
    from ingest.records import Outcome

    return Outcome()


def test_it_delivers_what_was_put_off_further_than_anything_is(settings):
    settings.EVENT_HANDLERS = {"x": ["ingest.tests.test_clock_set_back.noted"]}
    events.emit("x", "y")
    Delivery.objects.update(next_at=timezone.now() + timedelta(minutes=50))
    assert events.deliver_due() == 0
    Delivery.objects.update(next_at=timezone.now() + AHEAD)
    assert events.deliver_due() == 1


def test_it_sends_what_was_put_off_further_than_anything_is():
    now = timezone.now()
    Sending.objects.create(url="http://a", body="", made_at=now, next_at=now + AHEAD)
    Sending.objects.create(url="http://b", body="", made_at=now, next_at=now + timedelta(hours=2))
    assert [sending.url for sending in Sending.objects.due(now)] == ["http://a"]
