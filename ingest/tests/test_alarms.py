"""Somebody is called, once, when a source is silent or failing for longer than it should be."""

import json
import smtplib
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from ingest import alarms, events, pipeline
from ingest.models import Alarm, Attempt, Delivery

pytestmark = pytest.mark.django_db

# A Wednesday at 11:00 in Ottawa: sources are asked every minute.
OFFICE = datetime(2026, 11, 18, 16, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def two_sources(settings):
    settings.ALARM_EMAILS = ["ops@cutline.example"]
    settings.INGEST_SOURCES = {
        key: {"name": key.upper(), "url": "http://127.0.0.1:1/", "store": "unused"}
        for key in ("x", "y")
    }


def asked(key: str, at: datetime, outcome: str = "not-modified", **values) -> Attempt:
    return Attempt.objects.create(
        source=pipeline.source(key), started_at=at, finished_at=at, outcome=outcome, **values
    )


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def kinds(now: datetime = OFFICE) -> list[tuple[str, str]]:
    return [(alarm.kind, alarm.subject) for alarm in alarms.watch(now)]


def test_it_is_quiet_where_all_is_well():
    asked("x", OFFICE - minutes(1))
    asked("y", OFFICE - minutes(1))
    assert kinds() == []
    assert mail.outbox == []


def test_it_calls_once_for_a_source_that_fails_and_once_when_that_is_over():
    asked("y", OFFICE)
    asked("x", OFFICE - minutes(40))
    asked("x", OFFICE - minutes(1), "failed", message="HTTP 503")
    for _ in range(3):
        assert kinds() == [("failing", "x")]
    [letter] = mail.outbox
    assert letter.to == ["ops@cutline.example"]
    assert (
        "X has given no good answer since 2026-11-18 15:20 UTC. The last: HTTP 503" in letter.body
    )
    asked("x", OFFICE)
    for _ in range(2):
        assert kinds(OFFICE + minutes(1)) == []
    assert [each.subject.startswith("Over: ") for each in mail.outbox] == [False, True]


def test_it_waits_for_a_failure_to_last():
    asked("y", OFFICE)
    asked("x", OFFICE - minutes(14))
    asked("x", OFFICE - minutes(1), "failed")
    assert kinds() == []


def test_it_calls_for_a_source_that_never_gave_a_good_answer():
    asked("y", OFFICE)
    asked("x", OFFICE - minutes(30), "failed")
    asked("x", OFFICE - minutes(1), "refused", message="not a feed")
    assert kinds() == [("failing", "x")]


def test_it_is_patient_at_night_when_sources_are_asked_every_quarter_of_an_hour():
    for key in ("x", "y"):
        asked(key, NIGHT - minutes(40))
    assert kinds(NIGHT) == []
    assert kinds(NIGHT + minutes(10)) == [("silent", "worker")]


def test_it_is_patient_just_after_the_office_has_opened():
    opened = datetime(2026, 11, 18, 14, 31, tzinfo=UTC)
    for key in ("x", "y"):
        asked(key, opened - minutes(17))
    assert kinds(opened) == []


def test_it_speaks_of_the_worker_where_no_source_is_asked():
    asked("x", OFFICE - minutes(60))
    asked("y", OFFICE - minutes(50))
    assert kinds() == [("silent", "worker")]
    assert "since 2026-11-18 15:10 UTC" in mail.outbox[0].body


def test_it_speaks_of_one_source_where_others_are_asked():
    asked("x", OFFICE - minutes(60))
    asked("y", OFFICE)
    assert kinds() == [("silent", "x")]


def test_it_leaves_a_source_alone_that_was_only_just_added():
    asked("y", OFFICE)
    assert kinds() == []


def test_it_calls_where_a_worker_never_came(settings):
    settings.INGEST_SOURCES["bundle"] = {"name": "Bundle", "url": "", "store": "unused"}
    asked("bundle", OFFICE - minutes(60), "stored")
    assert kinds() == [("silent", "worker")]


def test_it_calls_for_a_source_that_has_said_nothing_new_for_long(settings):
    settings.INGEST_SOURCES["x"]["quiet_after_days"] = 35
    asked("y", OFFICE)
    asked("x", OFFICE - timedelta(days=36), "stored", created=1)
    asked("x", OFFICE)
    assert kinds() == [("quiet", "x")]
    asked("x", OFFICE + minutes(1), "stored", updated=1)
    assert kinds(OFFICE + minutes(1)) == []


def test_it_calls_for_events_that_are_not_delivered(settings):
    asked("x", OFFICE)
    asked("y", OFFICE)
    settings.EVENT_HANDLERS = {"draw.published": ["nowhere.at_all"]}
    event = events.emit("draw.published", "draw/1")
    type(event).objects.update(happened_at=OFFICE - minutes(20))
    assert kinds() == [("deliveries", "events")]
    Delivery.objects.update(done_at=OFFICE)
    assert kinds() == []
    Delivery.objects.update(done_at=None, gave_up_at=OFFICE - timedelta(hours=2))
    assert kinds() == [("deliveries", "events")]
    assert kinds(OFFICE + timedelta(days=2)) == [("silent", "worker")]


def test_it_tells_all_that_is_new_in_one_letter():
    asked("x", OFFICE - minutes(60), "failed", message="odd")
    asked("x", OFFICE, "failed")
    asked("y", OFFICE - minutes(60))
    assert len(kinds()) == 2
    [letter] = mail.outbox
    assert letter.subject.endswith(", and 1 more")


def test_it_tries_again_where_the_letter_could_not_leave(settings, monkeypatch, caplog):
    asked("x", OFFICE - minutes(60))
    asked("y", OFFICE)

    def closed(*args: object) -> None:
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(alarms, "send_mail", closed)
        assert kinds() == [("silent", "x")]
    assert "alarm begun: Nobody has asked X" in caplog.text
    assert (Alarm.objects.get().told_at, mail.outbox) == (None, [])
    kinds(OFFICE + minutes(1))
    assert len(mail.outbox) == 1


def test_it_logs_where_nobody_is_to_be_called(settings, caplog):
    settings.ALARM_EMAILS = []
    asked("x", OFFICE - minutes(60))
    asked("y", OFFICE)
    kinds()
    assert "alarm begun" in caplog.text
    assert mail.outbox == []


def test_it_asks_the_same_number_of_questions_however_much_was_logged(django_assert_num_queries):
    for minute in range(60):
        asked("x", OFFICE - minutes(minute))
        asked("y", OFFICE - minutes(minute))
    with django_assert_num_queries(7):
        alarms.watch(OFFICE)


def test_the_command_says_what_is_wrong_and_fails(capsys):
    asked("x", OFFICE - timedelta(days=2000))
    asked("y", OFFICE - timedelta(days=2000))
    with pytest.raises(SystemExit, match="1"):
        call_command("watch", "--json")
    [found] = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["subject"]) == ("silent", "worker")


def test_the_command_says_that_nothing_is_wrong(settings, capsys):
    settings.INGEST_SOURCES = {}
    call_command("watch")
    assert capsys.readouterr().out == "Nothing is wrong.\n"
