from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.models import Subscriber
from draws.tests import rows
from ingest import events
from ingest.models import Delivery

pytestmark = pytest.mark.django_db


def reader(email, **values):
    values = {"confirmed_at": timezone.now(), **values}
    return Subscriber.objects.create(email=email, **values)


def publish(number="396", **payload):
    events.emit("draw.published", f"draw/{number}", **payload)
    while events.deliver_due():
        pass


def test_it_writes_once_to_each_reader_who_asked_for_the_type():
    rows.draw("396", family="cec", invitations=6000, crs=508)
    reader("all@example.com")
    reader("cec@example.com", families=["pnp", "cec"])
    reader("pnp@example.com", families=["pnp"])
    reader("late@example.com", confirmed_at=None)
    publish()
    assert sorted(letter.to[0] for letter in mail.outbox) == ["all@example.com", "cec@example.com"]
    assert mail.outbox[0].subject == "Draw 396: 6,000 invited at 508, Canadian Experience Class"
    assert "16 March 2025, 09:35:59 UTC" in mail.outbox[0].body
    assert "http://localhost:8000/draws/396/" in mail.outbox[0].body


def test_it_writes_in_the_readers_language():
    rows.draw("396", crs=508)
    reader("a@example.com", language="fr")
    publish()
    assert "http://localhost:8000/fr/draws/396/" in mail.outbox[0].body
    assert "/fr/newsletter/" in mail.outbox[0].extra_headers["List-Unsubscribe"]


def test_it_writes_nothing_for_draws_that_are_no_news():
    rows.draw("396")
    reader("a@example.com")
    publish(backfill=True)
    publish("999")
    assert mail.outbox == []


def test_it_tries_one_letter_again_and_writes_to_nobody_who_left(settings, time_machine):
    rows.draw("396")
    reader("a@example.com")
    leaves = reader("b@example.com")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    publish()
    assert Delivery.objects.filter(handler="articles.letters.on_letter", done_at=None).count() == 2
    leaves.delete()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    while events.deliver_due():
        pass
    assert [letter.to for letter in mail.outbox] == [["a@example.com"]]


def test_it_gives_a_letter_that_is_sent_again_the_name_it_had(settings):
    rows.draw("396")
    reader("a@example.com")
    reader("b@example.com")
    publish()
    Delivery.objects.filter(event__kind="letter.due").update(done_at=None, next_at=timezone.now())
    events.deliver_due()
    names = [letter.extra_headers["Message-ID"] for letter in mail.outbox]
    assert len(names) == 4
    assert len(set(names)) == 2
    assert names[0].endswith("@localhost>")
