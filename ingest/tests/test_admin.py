import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_httpserver import HTTPServer

from ingest import pipeline
from ingest.models import Attempt, Capture, Event, HeldRow, Revision, Source

pytestmark = pytest.mark.django_db

HERE = "ingest.tests.test_pipeline"


@pytest.fixture
def source(settings, httpserver: HTTPServer):
    settings.INGEST_SOURCES = {
        "x": {"name": "X", "url": httpserver.url_for("/x.json"), "store": f"{HERE}.store"}
    }
    return pipeline.source("x")


@pytest.fixture
def viewer(client):
    """Staff who may look at everything and change nothing."""
    user = get_user_model().objects.create(username="viewer", is_staff=True)
    models = [Source, Capture, Attempt, HeldRow, Revision, Event]
    names = [f"view_{model._meta.model_name}" for model in models]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def held_row(key: str = "397") -> HeldRow:
    pipeline.bring_in("x", b'{"odd": ["%s"]}' % key.encode())
    return HeldRow.objects.get(key=key)


def test_it_pulls_now(source, httpserver, admin_client):
    httpserver.expect_request("/x.json").respond_with_json({})
    address = reverse("admin:ingest_source_pull", args=[source.pk])
    page = admin_client.post(address, follow=True)
    assert "created 1, updated 0, unchanged 0, held 0" in page.content.decode()
    assert Attempt.objects.get().outcome == "stored"


def test_it_does_not_pull_on_a_mere_visit(source, admin_client):
    admin_client.get(reverse("admin:ingest_source_pull", args=[source.pk]))
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("by", ["file", "text"])
def test_it_brings_in_a_file_or_a_text(source, admin_client, by):
    given = {
        "file": {"file": SimpleUploadedFile("rounds.json", b'{"by": "hand"}')},
        "text": {"text": '{"by": "hand"}'},
    }[by]
    address = reverse("admin:ingest_source_bring_in", args=[source.pk])
    admin_client.post(address, given)
    capture = Capture.objects.get()
    assert (capture.body, capture.via) == (b'{"by": "hand"}', "upload")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({}, "Choose a file or paste its text."),
        ({"text": "{}", "file": SimpleUploadedFile("x", b"{}")}, "not both"),
        ({"file": SimpleUploadedFile("x", b"")}, "empty"),
    ],
)
def test_it_says_what_is_missing(source, admin_client, given, complaint):
    address = reverse("admin:ingest_source_bring_in", args=[source.pk])
    assert complaint in admin_client.post(address, given).content.decode()
    assert not Capture.objects.exists()


def test_it_shows_why_a_bad_file_was_refused(source, admin_client):
    address = reverse("admin:ingest_source_bring_in", args=[source.pk])
    page = admin_client.post(address, {"text": '{"refuse": "No rows."}'}, follow=True)
    assert "refused. No rows." in page.content.decode()


def test_it_approves_a_held_row_with_a_reason(source, admin_client):
    row = held_row()
    address = reverse("admin:ingest_heldrow_decide", args=[row.pk])
    assert (
        "This field is required"
        in admin_client.post(address, {"decision": "approve"}).content.decode()
    )
    admin_client.post(address, {"decision": "approve", "reason": "It is right."})
    row.refresh_from_db()
    assert (row.state, row.reason, row.decided_by.username) == ("approved", "It is right.", "admin")
    assert Attempt.objects.count() == 2


def test_it_dismisses_a_held_row(source, admin_client):
    row = held_row()
    address = reverse("admin:ingest_heldrow_decide", args=[row.pk])
    admin_client.post(address, {"decision": "dismiss", "reason": "A test row."})
    row.refresh_from_db()
    assert row.state == "dismissed"


def test_it_says_when_somebody_else_decided(source, admin_client):
    row = held_row()
    HeldRow.objects.update(state="dismissed")
    address = reverse("admin:ingest_heldrow_decide", args=[row.pk])
    page = admin_client.post(address, {"decision": "approve", "reason": "x"}, follow=True)
    assert "this row is dismissed" in page.content.decode()


def test_it_gives_the_bytes_only_as_a_download(source, admin_client):
    pipeline.bring_in("x", b'{"a": "<script>"}')
    address = reverse("admin:ingest_capture_body", args=[Capture.objects.get().pk])
    answer = admin_client.get(address)
    assert answer.content == b'{"a": "<script>"}'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_it_lets_a_viewer_look_and_nothing_else(source, viewer):
    row = held_row()
    for address in (
        reverse("admin:ingest_source_pull", args=[source.pk]),
        reverse("admin:ingest_source_bring_in", args=[source.pk]),
        reverse("admin:ingest_heldrow_decide", args=[row.pk]),
    ):
        assert viewer.post(address, {"text": "{}", "reason": "x"}).status_code == 403
    assert viewer.get(reverse("admin:ingest_heldrow_change", args=[row.pk])).status_code == 200
    row.refresh_from_db()
    assert row.state == "waiting"


def test_it_sends_strangers_to_the_sign_in(source, client):
    for name, pk in [("source_pull", source.pk), ("heldrow_decide", 1), ("capture_body", 1)]:
        answer = client.post(reverse(f"admin:ingest_{name}", args=[pk]))
        assert answer.status_code == 302
        assert "/admin/login/" in answer.headers["Location"]


@pytest.mark.parametrize(
    "name", ["source", "capture", "attempt", "heldrow", "revision", "event", "delivery"]
)
def test_it_lists_each_kind_and_offers_nothing_to_add(source, admin_client, name):
    held_row()
    assert admin_client.get(reverse(f"admin:ingest_{name}_changelist")).status_code == 200
    assert admin_client.get(reverse(f"admin:ingest_{name}_add")).status_code == 403


def test_it_lists_captures_without_reading_their_bodies(source, admin_client, monkeypatch):
    held_row()
    with monkeypatch.context() as patch:
        patch.setattr(Capture, "body", property(lambda self: pytest.fail("read a body")))
        admin_client.get(reverse("admin:ingest_capture_changelist"))
