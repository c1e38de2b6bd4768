"""Webhooks in admin: who may, who sees the secret, and who did what."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from ingest.models import Webhook

pytestmark = pytest.mark.django_db
LIST = "/admin/ingest/webhook/"


@pytest.fixture
def hook() -> Webhook:
    return Webhook.objects.create(
        name="A reader of ours", url="https://receiver.example/in", kinds=["draw.published"]
    )


def signed_in(*, group: str = "", permission: str = "") -> Client:
    user = get_user_model().objects.create_user("ana", password="x", is_staff=True)
    if group:
        user.groups.add(Group.objects.get(name=group))
    if permission:
        user.user_permissions.add(Permission.objects.get(codename=permission))
    # Who keeps the webhooks needs a second factor at the desk.
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("group", "status"), [("Reporter", 403), ("Editor", 403), ("Publisher", 200)]
)
def test_publishers_keep_the_webhooks(group, status, hook):
    client = signed_in(group=group)
    page = reverse("admin:ingest_webhook_change", args=[hook.pk])
    for address in (LIST, f"{LIST}add/", page):
        assert client.get(address).status_code == status


@pytest.mark.parametrize(("permission", "seen"), [("view_webhook", 0), ("change_webhook", 1)])
def test_only_who_may_change_a_webhook_sees_its_secret(permission, seen, hook):
    client = signed_in(permission=permission)
    page = client.get(reverse("admin:ingest_webhook_change", args=[hook.pk])).content.decode()
    assert page.count(hook.secret) == seen


@pytest.mark.parametrize("action", ["say_hello", "replay", "revive", "renew_secret"])
def test_it_keeps_who_did_what(action, hook):
    client = signed_in(group="Publisher")
    client.post(LIST, {"action": action, "_selected_action": [hook.pk]})
    entry = LogEntry.objects.get(object_id=str(hook.pk))
    assert entry.user.username == "ana"
    assert entry.change_message
