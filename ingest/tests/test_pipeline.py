import json
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from ingest import pipeline
from ingest.models import Attempt, Capture, Source
from ingest.records import Arrival, Doubt, Outcome, Refused

pytestmark = pytest.mark.django_db

HERE = "ingest.tests.test_pipeline"


def store(arrival: Arrival) -> Outcome:
    """A domain for these tests: the body says what should come of it."""
    told = json.loads(arrival.body)
    if told.get("refuse"):
        raise Refused(told["refuse"])
    if told.get("break"):
        raise ZeroDivisionError("a fault of ours")
    doubts = tuple(Doubt(key, "odd", f"{key} is odd", key) for key in told.get("odd", []))
    return Outcome(created=1, held=doubts, stored=told.get("stored", True))


@pytest.fixture
def source(settings, httpserver: HTTPServer):
    settings.INGEST_SOURCES = {
        "x": {"name": "X", "url": httpserver.url_for("/x.json"), "store": f"{HERE}.store"}
    }
    return httpserver


def serve(source: HTTPServer, told: dict, **headers: str) -> None:
    source.clear()
    source.expect_request("/x.json").respond_with_json(told, headers=headers)


def test_it_keeps_the_body_as_it_came_and_logs_the_attempt(source):
    serve(source, {"a": 1}, ETag='"one"')
    attempt = pipeline.pull("x")
    assert (attempt.outcome, attempt.status, attempt.created) == ("stored", 200, 1)
    assert json.loads(attempt.capture.body) == {"a": 1}
    assert attempt.capture.headers["etag"] == '"one"'
    assert attempt.finished_at is not None


def test_it_keeps_the_same_bytes_once(source):
    serve(source, {"a": 1})
    pipeline.pull("x")
    pipeline.pull("x")
    assert (Capture.objects.count(), Attempt.objects.count()) == (1, 2)


def test_it_asks_for_changes_only_when_the_last_body_was_stored(source):
    asked = []

    def answer(request: Request) -> Response:
        asked.append(request.headers.get("If-None-Match"))
        told = {"refuse": "no good"} if len(asked) == 1 else {}
        if request.headers.get("If-None-Match") == '"two"':
            return Response(status=304)
        return Response(json.dumps(told), headers={"ETag": ['"one"', '"two"'][len(asked) - 1]})

    source.expect_request("/x.json").respond_with_handler(answer)
    outcomes = [pipeline.pull("x").outcome for _ in range(3)]
    assert outcomes == ["refused", "stored", "not-modified"]
    assert asked == [None, None, '"two"']


def test_it_does_not_let_a_held_body_be_answered_with_not_modified(source):
    serve(source, {"stored": False, "odd": ["all"]}, ETag='"held"')
    assert pipeline.pull("x").outcome == "held"
    assert Source.objects.get().etag == ""


def test_it_asks_for_the_whole_again_while_rows_are_held(source):
    serve(source, {"odd": ["397"]}, ETag='"one"')
    assert pipeline.pull("x").outcome == "stored"
    assert Source.objects.get().etag == ""


def test_it_logs_a_refusal_and_keeps_the_capture(source):
    serve(source, {"refuse": "Not one row is as expected."})
    attempt = pipeline.pull("x")
    assert (attempt.outcome, attempt.message) == ("refused", "Not one row is as expected.")
    assert attempt.capture is not None


def test_it_logs_a_failure_to_fetch(source):
    source.expect_request("/x.json").respond_with_data("gone", status=404)
    attempt = pipeline.pull("x")
    assert (attempt.outcome, attempt.capture) == ("failed", None)
    assert "404" in attempt.message


def test_it_logs_a_fault_of_our_own(source):
    serve(source, {"break": True})
    attempt = pipeline.pull("x")
    assert attempt.outcome == "failed"
    assert attempt.message == "ZeroDivisionError: a fault of ours"


def test_it_takes_a_body_by_hand_on_the_same_road(source):
    attempt = pipeline.bring_in("x", b'{"by": "hand"}')
    assert (attempt.outcome, attempt.capture.via) == ("stored", "upload")


def test_it_ignores_an_older_answer_that_arrives_late(source):
    serve(source, {"a": 1})
    pipeline.pull("x")
    Source.objects.update(stored_asked_at=timezone.now() + timedelta(seconds=10))
    assert pipeline.pull("x").outcome == "refused"


def test_it_pulls_only_when_due(source):
    serve(source, {})
    assert pipeline.due_sources() == ["x"]
    assert pipeline.pull_if_free("x") is not None
    assert pipeline.pull_if_free("x") is None
    assert pipeline.due_sources() == []


def test_it_knows_its_sources():
    with pytest.raises(pipeline.UnknownSource, match="nowhere"):
        pipeline.pull("nowhere")


@pytest.mark.django_db(transaction=True)
def test_it_pulls_once_however_many_workers_try(source):
    serve(source, {"a": 1})
    pipeline.source("x")
    together = threading.Barrier(6)

    def work() -> None:
        together.wait()
        pipeline.pull_if_free("x")
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert Attempt.objects.count() == 1
    assert Source.objects.get().lease_until is None


@pytest.mark.django_db(transaction=True)
def test_it_goes_on_after_a_worker_was_killed_holding_the_lease(source):
    serve(source, {"a": 1})
    pipeline.source("x")
    assert Source.objects.claim("x", timezone.now(), pipeline.LEASE)
    assert pipeline.pull_if_free("x") is None
    later = timezone.now() + pipeline.LEASE + timedelta(seconds=1)
    assert pipeline.pull_if_free("x", later) is not None


ARRIVED: list[Arrival] = []


def keep(arrival: Arrival) -> Outcome:
    ARRIVED.append(arrival)
    return Outcome(created=1)


def test_it_tells_the_store_what_the_source_said_before(source, settings):
    settings.INGEST_SOURCES["x"]["store"] = f"{HERE}.keep"
    ARRIVED.clear()
    serve(source, {"a": 1})
    first = pipeline.pull("x")
    confirmed = pipeline.pull("x")
    serve(source, {"a": 2})
    pipeline.pull("x")
    assert ARRIVED[0].before is None
    assert ARRIVED[2].before.sha256 == first.capture.sha256
    assert ARRIVED[2].before.at == confirmed.started_at
