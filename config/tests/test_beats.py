from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from config.celery import app

HOUR = timedelta(hours=1)


@pytest.fixture
def scheduler(tmp_path, recwarn):
    """That of the settings: on files or on Redis."""
    made = import_string(settings.CELERY_BEAT_SCHEDULER)(
        app, schedule_filename=str(tmp_path / "schedule"), lazy=False
    )
    made.apply_async = lambda entry, **_: None  # nobody is sent anything
    made.lock_key = None  # no other scheduler is about
    yield made
    if hasattr(made, "_store"):
        made.close()


def put_off(scheduler, by):
    """As a clock that was ahead would have noted it."""
    for entry in scheduler.entries():
        if hasattr(entry, "reschedule"):
            entry.reschedule(timezone.now() + by)
        else:
            entry.last_run_at = timezone.now() + by


def test_it_sends_again_what_a_clock_that_was_ahead_has_sent(scheduler):
    put_off(scheduler, HOUR)
    assert len(list(scheduler.sent_in_future())) >= len(settings.CELERY_BEAT_SCHEDULE)
    scheduler.tick()
    assert not list(scheduler.sent_in_future())
    assert scheduler.schedule or settings.REDIS_URL


def test_it_leaves_alone_what_another_host_has_just_sent(scheduler):
    put_off(scheduler, timedelta(seconds=5))
    assert not list(scheduler.sent_in_future())
