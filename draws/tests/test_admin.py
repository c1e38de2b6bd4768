import pytest
from django.urls import reverse

from draws.models import Draw
from draws.tests.feeds import feed, row
from ingest import pipeline
from ingest.models import Event
from publish import editions

pytestmark = pytest.mark.django_db


@pytest.fixture
def draw():
    pipeline.bring_in("ircc", feed(row("396")))
    return Draw.objects.get()


def test_it_writes_a_note_and_nothing_else(draw, admin_client):
    address = reverse("admin:draws_draw_change", args=[draw.pk])
    given = {"note_en": "Checked by phone.", "note_fr": "Vérifié par téléphone.", "crs": "1"}
    admin_client.post(address, given)
    draw.refresh_from_db()
    assert (draw.note_en, draw.note_fr, draw.crs) == (given["note_en"], given["note_fr"], 508)


def test_it_keeps_the_old_note_and_moves_the_edition(draw, admin_client):
    address = reverse("admin:draws_draw_change", args=[draw.pk])
    before = editions.current().number
    admin_client.post(address, {"note_en": "One."})
    admin_client.post(address, {"note_en": "Two."})
    admin_client.post(address, {"note_en": "Two."})
    assert editions.current().number == before + 2
    newest = Event.objects.filter(kind="note.changed").first()
    assert newest.payload == {"by": "admin", "fields": {"note_en": ["One.", "Two."]}}


def test_it_neither_adds_nor_deletes_draws(draw, admin_client):
    assert admin_client.get(reverse("admin:draws_draw_add")).status_code == 403
    delete = reverse("admin:draws_draw_delete", args=[draw.pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403
    assert Draw.objects.count() == 1


def test_it_lists_draws_and_pools(draw, admin_client):
    assert b"396" in admin_client.get(reverse("admin:draws_draw_changelist")).content
    assert b"29000" in admin_client.get(reverse("admin:draws_poolcount_changelist")).content
