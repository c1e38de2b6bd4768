from datetime import timedelta

import pytest
from django.utils import timezone

from ingest import health, pipeline
from ingest.models import Attempt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def source(settings):
    settings.INGEST_SOURCES = {
        "x": {
            "name": "X",
            "url": "http://127.0.0.1:1/",
            "store": "ingest.tests.test_pipeline.store",
        }
    }
    return pipeline.source("x")


def only() -> health.SourceHealth:
    [found] = health.of_fetched_sources()
    return found


def test_it_is_new_before_the_first_attempt():
    assert (only().state, only().last_attempt) == ("new", None)


def test_it_tells_the_last_attempt_from_the_last_success_and_the_last_change(source):
    now = timezone.now()
    for minutes, outcome, created in [(40, "stored", 2), (20, "stored", 0), (1, "failed", 0)]:
        Attempt.objects.create(
            source=source,
            started_at=now - timedelta(minutes=minutes),
            outcome=outcome,
            created=created,
        )
    found = only()
    assert found.state == "failing"
    ages = [
        round((now - attempt.started_at).total_seconds() / 60)
        for attempt in (found.last_attempt, found.last_success, found.last_change)
    ]
    assert ages == [1, 20, 40]


def test_it_is_stale_when_nobody_has_looked_for_long(source):
    long_ago = timezone.now() - timedelta(hours=1)
    Attempt.objects.create(source=source, started_at=long_ago, outcome="not-modified")
    assert only().state == "stale"


def test_it_counts_what_waits_for_an_editor():
    pipeline.bring_in("x", b'{"odd": ["397", "398"]}')
    assert (only().state, only().held_count) == ("fresh", 2)


def test_it_asks_the_same_number_of_questions_however_much_was_logged(
    source, django_assert_num_queries
):
    for _ in range(50):
        Attempt.objects.create(source=source, started_at=timezone.now(), outcome="stored")
    with django_assert_num_queries(5):
        health.of_fetched_sources()


def test_it_is_patient_with_a_source_that_is_looked_at_rarely(source, settings):
    settings.INGEST_SOURCES["x"]["every_minutes"] = 30
    for minutes, state in [(80, "fresh"), (100, "stale")]:
        Attempt.objects.all().delete()
        then = timezone.now() - timedelta(minutes=minutes)
        Attempt.objects.create(source=source, started_at=then, outcome="not-modified")
        assert only().state == state
