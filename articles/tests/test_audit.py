"""The audit log: what is in it, who reads it, and that it is only added to."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from articles import audit, publishing
from articles.audit import guard
from articles.models import AuditEntry
from articles.tests.desk_people import person
from articles.tests.desks import in_state

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/auditentry/"


def actions() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def last() -> AuditEntry:
    return AuditEntry.objects.latest("pk")


def put_in_place(rows):
    """A row in place of another of the same key, by the words that each database has for it."""
    assert rows.model._meta.db_table == "articles_auditentry"
    words = {
        "sqlite": "REPLACE INTO articles_auditentry SELECT * FROM articles_auditentry",
        "postgresql": "INSERT INTO articles_auditentry SELECT * FROM articles_auditentry"
        " ON CONFLICT (id) DO UPDATE SET action = 'other'",
    }
    with connection.cursor() as cursor:
        cursor.execute(words[connection.vendor])


@pytest.mark.parametrize(
    "change",
    [lambda rows: rows.update(action="other"), lambda rows: rows.delete(), put_in_place],
)
def test_the_database_itself_changes_and_removes_nothing(change):
    with connection.cursor() as cursor:
        for statement in guard.protection(connection.vendor):
            cursor.execute(statement)
    audit.note("thing.done", by=None)
    with pytest.raises(DatabaseError, match=guard.SAYS), transaction.atomic():
        change(AuditEntry.objects.all())
    assert actions() == ["thing.done"]
    audit.note("thing.done-again", by=None)
    with connection.cursor() as cursor:
        for statement in guard.removal(connection.vendor):
            cursor.execute(statement)


def test_it_keeps_the_name_of_an_account_that_is_gone():
    rita = person("rita", "Reporter")
    audit.note("thing.done", by=rita)
    rita.delete()
    row = AuditEntry.objects.get(action="thing.done")
    assert row.actor_name == "rita"
    assert row.actor_id


@pytest.mark.parametrize(
    ("group", "status"), [("Reporter", 403), ("Editor", 403), ("Publisher", 200)]
)
def test_publishers_read_it_and_nobody_writes_in_it(client, group, status):
    audit.note("thing.done", by=None)
    client.force_login(person("ana", group))
    assert client.get(LIST).status_code == status
    row = AuditEntry.objects.get(action="thing.done")
    for page in ("change", "delete"):
        address = reverse(f"admin:articles_auditentry_{page}", args=[row.pk])
        assert client.post(address, {"post": "yes", "action": "x"}).status_code == 403
    assert client.post(f"{LIST}add/", {"action": "x"}).status_code == 403
    assert AuditEntry.objects.filter(action="thing.done").exists()


def test_it_notes_signing_in_and_out_and_failing(client):
    rita = person("rita", "Reporter")
    rita.set_password("some long words")
    rita.save()
    AuditEntry.objects.all().delete()
    client.post("/admin/login/", {"username": "rita", "password": "wrong"})
    client.post("/admin/login/", {"username": "my-pass-word", "password": "x"})
    client.post("/admin/login/", {"username": "rita", "password": "some long words"})
    client.post("/admin/logout/")
    assert actions() == ["account.sign-in-failed", "account.signed-in", "account.signed-out"]
    kept = str(list(AuditEntry.objects.values()))
    assert "my-pass-word" not in kept
    assert "127.0.0.1" not in kept


def test_it_notes_who_changed_what_somebody_may_do(client, admin_user):
    client.force_login(admin_user)
    rita = person("rita", "Reporter")
    address = reverse("admin:auth_user_change", args=[rita.pk])
    form = client.get(address).context["adminform"].form.initial
    sent: dict[str, object] = {
        name: value for name, value in form.items() if isinstance(value, str)
    }
    groups = [Group.objects.get(name="Editor").pk]
    sent |= {"is_active": "on", "is_staff": "on", "is_superuser": "on", "groups": groups}
    sent |= {"date_joined_0": "2026-01-01", "date_joined_1": "10:00:00"}
    assert client.post(address, sent).status_code == 302
    notes = {row.action: row for row in AuditEntry.objects.filter(actor=admin_user)}
    assert notes["account.changed"].detail["fields"] == ["is_superuser"]
    assert notes["permissions.add"].detail["keys"] == groups
    assert notes["permissions.add"].object_name == "rita"
    assert notes["permissions.remove"].detail["keys"]


def test_it_notes_permissions_that_a_shell_changes():
    rita = person("rita", "Reporter")
    rita.user_permissions.add(Permission.objects.get(codename="publish_article"))
    assert (last().action, last().actor_name, last().object_name) == ("permissions.add", "", "rita")
    get_user_model().objects.filter(pk=rita.pk).delete()
    assert "user.deleted" in actions()


def test_it_notes_the_steps_of_an_article_and_not_what_was_undone():
    luc, article = person("luc", "Publisher"), in_state("review")
    AuditEntry.objects.all().delete()
    publishing.publish(article, by=luc, reason="Out")
    publishing.withdraw(article, by=luc, reason="Wrong")
    with pytest.raises(publishing.WrongState):
        publishing.withdraw(article, by=luc, reason="Again")
    assert actions() == ["article.publish", "article.withdraw"]
    assert (last().actor, last().object_id) == (luc, str(article.pk))


def test_it_notes_every_form_that_is_sent_at_the_desk_also_the_refused(client):
    luc, article = person("eve", "Editor"), in_state("published")
    client.force_login(luc)
    address = reverse("admin:articles_article_changelist")
    client.post(address, {"action": "delete_selected", "_selected_action": [article.pk]})
    assert last().detail["page"] == "articles_article_changelist"
    assert last().detail["button"] == "delete_selected"
    client.post(reverse("admin:articles_subscriber_changelist"), {"action": "<script>"})
    assert last().action == "desk.refused"
    assert last().detail["button"] == "action"
    count = AuditEntry.objects.count()
    client.get(address)
    Client().post(address)
    assert AuditEntry.objects.count() == count


def test_the_line_in_the_log_names_nobody(caplog):
    with caplog.at_level(logging.INFO, logger="audit"):
        audit.note("thing.done", by=person("rita", "Reporter", email="rita@example.org"))
    (line,) = [row for row in caplog.records if row.msg == "%s" and row.args == ("thing.done",)]
    assert "rita" not in str(vars(line))
