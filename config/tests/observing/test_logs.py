"""The log says what happened, with ids, and nothing of who was there."""

import json
import logging
import re
import sys
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
import structlog
from django.template import Context, Variable
from django.template.base import VariableDoesNotExist
from django.test import Client
from django_structlog.celery.receivers import CeleryReceiver

from config.logs import configured

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines() -> Iterator[StringIO]:
    """What the handler writes as JSON while a test runs."""
    setup = configured("INFO", "json")
    formatter = setup["formatters"]["out"]["()"]("json")
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def read(written: StringIO) -> list[dict]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_it_writes_one_line_for_a_request(lines):
    Client().get("/about/")
    [line] = read(lines)
    assert (line["code"], line["request"], line["view"]) == (200, "GET /about/", "about")
    assert re.fullmatch(r"[0-9a-f-]{36}", line["request_id"])
    assert line["duration_ms"] > 0
    assert line["timestamp"].endswith("Z")


def test_it_says_nothing_of_the_visitor(lines):
    browser = {"user-agent": "SomeBrowser/9", "x-forwarded-for": "203.0.113.7"}
    Client(headers=browser, REMOTE_ADDR="203.0.113.8").get(
        "/tools/crs/", {"age": "33", "email": "reader@example.org"}
    )
    Client(headers=browser).get("/nowhere/", {"q": "what I look for"})
    written = lines.getvalue()
    assert "/tools/crs/" in written
    for personal in ("SomeBrowser", "203.0.113", "age", "reader@", "look for"):
        assert personal not in written


def test_it_does_not_write_down_the_tokens_of_addresses(lines):
    Client().get("/newsletter/s3cret-token/")
    assert "s3cret" not in lines.getvalue()
    assert read(lines)[0]["request"] == "GET /newsletter/<str:token>/"


def test_it_writes_a_fault_once_with_the_way_to_it(lines, monkeypatch, settings):
    def broken(*args: object) -> None:
        raise ValueError("a fault of ours")

    monkeypatch.setattr("ingest.health.of_fetched_sources", broken)
    client = Client(raise_request_exception=False)
    assert client.get("/status/", {"q": "secret words"}).status_code == 500
    [line] = [each for each in read(lines) if each["level"] == "error"]
    assert line["request"] == "GET /status/"
    assert line["exception"][0]["exc_value"] == "a fault of ours"
    assert "secret" not in lines.getvalue()


def test_a_line_of_any_module_carries_the_id_of_its_request(lines):
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger("ingest.pipeline").warning("storing %s failed", "x", extra={"rows": 3})
    [line] = read(lines)
    assert (line["request_id"], line["event"], line["rows"]) == ("abc", "storing x failed", 3)


def test_a_task_knows_the_request_that_sent_it_off():
    receiver = CeleryReceiver()
    headers: dict = {"id": "1", "task": "t"}
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        receiver.receiver_before_task_publish(headers=headers)
    assert headers["__django_structlog__"]["request_id"] == "abc"


def test_it_writes_lines_for_people_too():
    formatter = configured("INFO", "lines")["formatters"]["out"]["()"]("lines")
    record = logging.LogRecord("x", logging.INFO, "", 1, "%s rows", (3,), None)
    assert re.search(r"\[info\] 3 rows", formatter.format(record))


def fault() -> Any:
    password = "hunter" + "2"
    try:
        int(password)
    except ValueError:
        return sys.exc_info()
    raise AssertionError


def test_a_fault_in_lines_for_people_shows_no_values_of_variables():
    formatter = configured("INFO", "lines")["formatters"]["out"]["()"]("lines")
    written = formatter.format(logging.LogRecord("x", logging.ERROR, "", 1, "no", (), fault()))
    frames, _colon, _message = written.rpartition("ValueError:")
    assert "int(password)" in frames
    assert "hunter2" not in frames


def unfinished() -> Any:
    """How a template fails that asks for what its page does not know."""
    page = {"age": "typed by a reader"}
    try:
        Variable("turn").resolve(Context(page))
    except VariableDoesNotExist:
        return sys.exc_info()
    raise AssertionError


@pytest.mark.parametrize("form", ["lines", "json"])
def test_a_fault_in_a_template_shows_nothing_that_was_in_the_page(form):
    formatter = configured("INFO", form)["formatters"]["out"]["()"](form)
    record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), unfinished())
    line = formatter.format(record)
    assert "Failed lookup for key [turn]" in line
    assert "typed by a reader" not in line


def test_it_refuses_a_form_that_it_does_not_know():
    with pytest.raises(ValueError, match="lines or json"):
        configured("INFO", "xml")
