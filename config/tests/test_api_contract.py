"""The API does what its own description says, whatever it is asked: tried by Schemathesis.

The suite asks each operation a few dozen times; `make fuzz-api` a thousand times.
"""

import os

import pytest
import schemathesis
from django.core.cache import cache
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from articles.tests import newsroom
from config.wsgi import application

USUAL = 6
TRIES = int(os.environ.get("API_TRIES", USUAL))
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
# Every edge of every part of a body takes half a minute: the suite asks for a few bodies only.
bodies = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
bodies.config.phases.coverage.enabled = TRIES > USUAL


@pytest.fixture(autouse=True)
def record(db):
    """Something to answer; and requests that leave the connection of the test alone."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    if TRIES > USUAL:
        call_command("load_bundled", verbosity=0)
        call_command("load_demo", verbosity=0)
    else:
        newsroom.article(story=newsroom.story(draw=newsroom.draw("396")))
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


some = settings(
    max_examples=TRIES,
    deadline=None,
    derandomize=TRIES <= USUAL,
    suppress_health_check=list(HealthCheck),
)


@schema.exclude(method="POST").parametrize()
@some
def test_it_answers_as_it_says(case):
    # The limit is for visitors, and this one asks more than any.
    cache.clear()
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


@bodies.include(method="POST").parametrize()
@some
def test_it_reads_bodies_as_it_says(case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})
