"""Editors import tables in admin: preview first, all or nothing."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ingest.models import Revision
from pnp.models import Event, Row, StreamAlias
from pnp.tests.tables import bring_in, line, table

pytestmark = pytest.mark.django_db

DRAW = line("2026-02-02", "on-phd", "429", "57", scale="OINP-EOI")
UNKNOWN = line("2026-02-03", "Arctic stream", "12", province="ON", program="OINP")


@pytest.fixture
def address():
    return reverse("admin:pnp_row_import")


def editor(client, *permissions: str):
    user = get_user_model().objects.create(username="noor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client


def preview(client, address: str, *lines: str) -> str:
    return str(client.post(address, {"text": table(*lines).decode()}).content.decode())


def test_the_preview_shows_what_would_change_and_stores_nothing(admin_client, address):
    bring_in(line("2026-02-02", "on-phd", "426", "57", scale="OINP-EOI"))
    page = preview(admin_client, address, DRAW, line("2026-02-04", "on-phd", "7"))
    assert "New rows: 1. Changed rows: 1. Unchanged rows: 0." in page
    assert "invitations: 426 → 429" in page
    assert "Import all of it" in page
    assert Row.objects.get().low == 426


def test_it_imports_what_was_previewed(admin_client, address):
    file = SimpleUploadedFile("draws.csv", table(DRAW))
    assert "Import all of it" in admin_client.post(address, {"file": file}).content.decode()
    posted = {"step": "import", "table": table(DRAW).decode()}
    page = admin_client.post(address, posted, follow=True).content.decode()
    assert "created 1, updated 0" in page
    assert Event.objects.get().total.exact == 429


def test_the_same_file_twice_changes_nothing(admin_client, address):
    posted = {"step": "import", "table": table(DRAW).decode()}
    admin_client.post(address, posted)
    page = admin_client.post(address, posted, follow=True).content.decode()
    assert "created 0, updated 0, unchanged 1" in page
    assert "The record has all of this already." in preview(admin_client, address, DRAW)
    assert not Revision.objects.exists()


@pytest.mark.parametrize("bad", [UNKNOWN, line("2026-02-04", "on-phd", "many")])
def test_with_one_doubtful_line_nothing_is_stored(admin_client, address, bad):
    page = preview(admin_client, address, DRAW, bad)
    assert "cannot be imported yet" in page
    assert "Import all of it" not in page
    posted = {"step": "import", "table": table(DRAW, bad).decode()}
    assert "Line 3" in admin_client.post(address, posted, follow=True).content.decode()
    assert not Row.objects.exists()


def test_it_asks_which_stream_an_unknown_text_means_and_remembers(admin_client, address):
    page = preview(admin_client, address, DRAW, UNKNOWN)
    assert "Ontario: Arctic stream" in page
    posted = {"step": "map", "table": table(DRAW, UNKNOWN).decode(), "stream-0": "on-in-demand"}
    page = admin_client.post(address, posted).content.decode()
    assert "New rows: 2" in page
    alias = StreamAlias.objects.get()
    assert (alias.province, alias.text, alias.stream) == ("on", "Arctic stream", "on-in-demand")
    assert not Row.objects.exists()


def test_a_stream_of_another_province_is_no_answer(admin_client, address):
    posted = {"step": "map", "table": table(UNKNOWN).decode(), "stream-0": "ab-opportunity"}
    admin_client.post(address, posted)
    assert not StreamAlias.objects.exists()


def test_an_editor_adds_a_row_with_the_figures_of_another(admin_client, address):
    given = [line("2026-04-23", "on-phd", "173", "84", target=t) for t in ("Eastern", "Northern")]
    bring_in(given[0])
    admin_client.post(address, {"step": "import", "table": table(given[1]).decode()})
    assert {row.target for row in Row.objects.all()} == {"Eastern", "Northern"}


@pytest.mark.parametrize("permissions", [[], ["view_row"], ["view_row", "add_row"]])
def test_it_is_not_for_everybody(client, address, permissions):
    editor(client, *permissions)
    assert client.get(address).status_code == 403
    posted = {"step": "import", "table": table(DRAW).decode()}
    assert client.post(address, posted).status_code == 403
    assert not Row.objects.exists()


def test_it_is_for_those_who_may_add_and_change_rows(client, address):
    editor(client, "view_row", "add_row", "change_row")
    assert client.get(address).status_code == 200
    listed = client.get(reverse("admin:pnp_row_changelist")).content.decode()
    assert address in listed


def test_the_export_of_everything_changes_nothing_when_imported(admin_client, address):
    bring_in(DRAW, line("2026-02-06", "ab-ee-law", "<10", "50", scale="AAIP-WEOI"))
    listed = reverse("admin:pnp_row_changelist")
    picked = [str(pk) for pk in Row.objects.values_list("pk", flat=True)]
    posted = {"action": "export", "_selected_action": picked}
    exported = admin_client.post(listed, posted)
    assert exported.headers["Content-Type"].startswith("text/csv")
    body = exported.content.decode()
    assert body.splitlines()[0].startswith("province,program,date_start,date_end,draw_number,")
    page = admin_client.post(address, {"text": body}).content.decode()
    assert "New rows: 0. Changed rows: 0. Unchanged rows: 2." in page


def test_rows_are_read_only_and_events_take_a_note(admin_client):
    bring_in(DRAW)
    row, event = Row.objects.get(), Event.objects.get()
    change = reverse("admin:pnp_row_change", args=[row.pk])
    assert admin_client.post(change, {"low": 1}).status_code == 403
    change = reverse("admin:pnp_event_change", args=[event.pk])
    empty = {f"rows-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")}
    posted = {"note_en": "Checked.", "note_fr": "Vérifié.", "low": 1, **empty}
    admin_client.post(change, posted)
    event.refresh_from_db()
    assert (event.note_en, event.total.exact) == ("Checked.", 429)


def test_every_list_of_the_app_opens(admin_client):
    bring_in(DRAW)
    for name in ("event", "row", "periodtotal", "streamalias", "intake", "allocation"):
        address = reverse(f"admin:pnp_{name}_changelist")
        assert admin_client.get(address).status_code == 200, name
