"""The log of attempts: what was cut off is marked, what is old is forgotten."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest import attempts
from ingest.models import Attempt, Source
from ingest.tasks import pull_due

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def attempt(started_at=NOW, outcome="stored", key="x", **values):
    source = Source.objects.get_or_create(key=key)[0]
    return Attempt.objects.create(source=source, started_at=started_at, outcome=outcome, **values)


def test_it_marks_an_attempt_that_was_killed_midway():
    killed = attempt(NOW - timedelta(minutes=4), outcome="running")
    assert attempts.mark_cut_off(NOW) == 1
    killed.refresh_from_db()
    assert (killed.outcome, killed.finished_at) == ("cut-off", NOW)
    assert killed.message


def test_it_leaves_an_attempt_that_may_still_run_and_one_that_ended():
    running = attempt(NOW - timedelta(minutes=2), outcome="running")
    ended = attempt(NOW - timedelta(days=1), outcome="failed")
    assert attempts.mark_cut_off(NOW) == 0
    for each, outcome in ((running, "running"), (ended, "failed")):
        each.refresh_from_db()
        assert each.outcome == outcome


def test_it_marks_them_with_each_sweep(settings):
    settings.INGEST_SOURCES = {}
    killed = attempt(NOW - timedelta(days=1000), outcome="running")
    pull_due()
    killed.refresh_from_db()
    assert killed.outcome == "cut-off"


def test_it_forgets_what_is_older_than_90_days():
    old, young = NOW - timedelta(days=90, seconds=1), NOW - timedelta(days=90)
    attempt(old, created=1)
    kept = [attempt(young, created=1), attempt(NOW, created=1)]
    assert attempts.forget(NOW) == 1
    assert list(Attempt.objects.order_by("pk")) == kept


def test_it_keeps_what_the_page_shows_of_each_source():
    long_ago = NOW - timedelta(days=400)
    changed = attempt(long_ago, created=1)
    attempt(long_ago + timedelta(days=1))
    good = attempt(long_ago + timedelta(days=2))
    attempt(long_ago + timedelta(days=3), outcome="failed")
    newest = attempt(long_ago + timedelta(days=4), outcome="failed")
    other = attempt(long_ago, outcome="failed", key="y")
    assert attempts.forget(NOW) == 2
    assert set(Attempt.objects.all()) == {changed, good, newest, other}
