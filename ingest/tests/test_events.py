from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from ingest import events
from ingest.models import Delivery, Event

pytestmark = pytest.mark.django_db

HERE = "ingest.tests.test_events"


class Killed(BaseException):
    """What a process that is ended in the middle looks like from inside."""


def leave_a_mark(event: Event) -> None:
    Group.objects.create(name=f"told of {event.subject} {marks()}")


def leave_another(event: Event) -> None:
    leave_a_mark(event)


def fail_after_a_mark(event: Event) -> None:
    leave_a_mark(event)
    raise ValueError("no luck")


def die_after_a_mark(event: Event) -> None:
    leave_a_mark(event)
    raise Killed


def marks() -> int:
    return Group.objects.filter(name__startswith="told of").count()


def later(minutes: int) -> datetime:
    return timezone.now() + timedelta(minutes=minutes)


def test_it_tells_each_handler_once(settings):
    settings.EVENT_HANDLERS = {"x": [f"{HERE}.leave_a_mark", f"{HERE}.leave_another"]}
    events.emit("x", "draw/396")
    assert events.deliver_due() == 2
    assert events.deliver_due() == 0
    assert events.deliver_due(later(60)) == 0
    assert marks() == 2


def test_it_needs_no_handler(settings):
    settings.EVENT_HANDLERS = {}
    events.emit("x", "draw/396", edition=3, number="396")
    assert Event.objects.get().payload == {"number": "396"}
    assert not Delivery.objects.exists()


def test_it_keeps_the_event_only_if_the_change_stays(settings):
    settings.EVENT_HANDLERS = {"x": [f"{HERE}.leave_a_mark"]}
    with transaction.atomic():
        events.emit("x", "draw/396")
        transaction.set_rollback(True)
    assert events.deliver_due() == 0
    assert not Event.objects.exists()


def test_it_tries_again_later_and_undoes_what_a_failed_handler_did(settings):
    settings.EVENT_HANDLERS = {"x": [f"{HERE}.fail_after_a_mark", f"{HERE}.leave_a_mark"]}
    events.emit("x", "draw/396")
    assert events.deliver_due() == 1
    assert marks() == 1
    failed = Delivery.objects.get(handler__endswith="fail_after_a_mark")
    assert failed.error == "ValueError: no luck"
    assert events.deliver_due() == 0
    settings.EVENT_HANDLERS = {}
    failed.handler = f"{HERE}.leave_another"
    failed.save()
    assert events.deliver_due(later(5)) == 1
    assert marks() == 2


def test_it_gives_up_in_the_end_and_says_so(settings):
    settings.EVENT_HANDLERS = {"x": [f"{HERE}.fail_after_a_mark"]}
    events.emit("x", "draw/396")
    for attempt in range(events.MOST_TRIES + 5):
        events.deliver_due(later(120 * (attempt + 1)))
    delivery = Delivery.objects.get()
    assert delivery.tries == events.MOST_TRIES
    assert delivery.gave_up_at is not None


@pytest.mark.django_db(transaction=True)
def test_it_survives_a_kill_in_the_middle_of_a_handler(settings):
    settings.EVENT_HANDLERS = {"x": [f"{HERE}.die_after_a_mark"]}
    events.emit("x", "draw/396")
    with pytest.raises(Killed):
        events.deliver_due()
    assert marks() == 0
    Delivery.objects.update(handler=f"{HERE}.leave_a_mark")
    assert events.deliver_due(later(5)) == 1
    assert events.deliver_due(later(10)) == 0
    assert marks() == 1
