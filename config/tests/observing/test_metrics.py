"""What Prometheus is told, and who may ask."""

import socket
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from config.observing.numbers import NUMBERS
from ingest import events, pipeline
from ingest.models import Attempt
from publish.watch import Seen, watch

pytestmark = pytest.mark.django_db


def numbers(client: Client | None = None) -> dict[tuple[str, ...], float]:
    """Name, and values of labels in the order of their names -> value."""
    answer = (client or Client()).get("/metrics")
    assert answer.status_code == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_it_knows_how_old_the_data_is():
    source = pipeline.source("ircc")
    now = timezone.now()
    for minutes, outcome, created in [
        (300, "stored", 1),
        (20, "not-modified", 0),
        (1, "failed", 0),
    ]:
        then = now - timedelta(minutes=minutes)
        done = then + timedelta(seconds=3)
        Attempt.objects.create(
            source=source, started_at=then, finished_at=done, outcome=outcome, created=created
        )
    found = numbers()
    ages = [
        round(found[(f"cutline_source_{kind}_age_seconds", "ircc")] / 60)
        for kind in ("change", "success", "attempt")
    ]
    assert ages == [300, 20, 1]
    assert found[("cutline_pull_seconds", "ircc")] == 3
    assert found[("cutline_pulls_last_day", "failed", "ircc")] == 1


def test_it_counts_what_waits(settings):
    settings.EVENT_HANDLERS = {"draw.published": ["nowhere.at_all"]}
    events.emit("draw.published", "draw/1")
    found = numbers()
    assert found[("cutline_deliveries", "waiting")] == 1
    assert found[("cutline_deliveries", "given-up")] == 0
    assert found[("cutline_articles_overdue",)] == 0
    assert found[("cutline_queue_tasks",)] >= 0


def test_it_measures_requests():
    before = numbers().get(("cutline_request_seconds_count", "2xx", "about"), 0)
    Client().get("/about/")
    assert numbers()[("cutline_request_seconds_count", "2xx", "about")] == before + 1


def test_it_is_there_for_this_machine_alone():
    assert Client(REMOTE_ADDR="127.0.0.1").get("/metrics").status_code == 200
    assert Client(REMOTE_ADDR="203.0.113.9").get("/metrics").status_code == 404
    proxied = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "203.0.113.9"})
    assert proxied.get("/metrics").status_code == 404


@pytest.mark.parametrize(
    ("given", "status"),
    [("Bearer 0a1b2c", 200), ("Bearer 0a1b2d", 404), ("0a1b2c\u00e9", 404), ("", 404)],
)
def test_it_asks_other_machines_for_the_token(settings, given, status):
    settings.METRICS_TOKEN = "0a1b2c"
    client = Client(REMOTE_ADDR="203.0.113.9", headers={"authorization": given})
    assert client.get("/metrics").status_code == status


def test_it_says_that_the_database_is_away_and_still_what_the_processes_counted():
    Client().get("/about/")
    assert numbers()[("cutline_database_up",)] == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watch, "_seen", Seen(is_away=True))
        found = numbers()
    assert found[("cutline_database_up",)] == 0
    assert found[("cutline_request_seconds_count", "2xx", "about")] > 0
    assert ("cutline_edition",) not in found


def test_a_database_that_fails_meanwhile_is_away_too(monkeypatch):
    def fails(now):
        raise OperationalError("gone")

    monkeypatch.setitem(NUMBERS, "held_rows", ("Rows", (), fails))
    found = numbers()
    assert found[("cutline_database_up",)] == 0
    assert ("cutline_edition",) not in found


def test_it_leaves_the_queue_out_while_redis_is_away(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.REDIS_URL = f"redis://127.0.0.1:{taken.getsockname()[1]}/0"
        found = numbers()
    assert ("cutline_queue_tasks",) not in found
    assert found[("cutline_database_up",)] == 1


def test_it_asks_the_database_little(django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        numbers()
