"""Role by role: what the desk offers is in a table, and what it does not is refused when asked for
by hand. A new model, action or button without its line in the table fails here."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import serializers
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles.tests.desks import in_state, person
from config.tests.security.abilities import ROLES, abilities, actions, models, own_addresses

pytestmark = pytest.mark.django_db

ALL, SENIOR, LAST, NOBODY = ROLES, ("Editor", "Publisher"), ("Publisher",), ()
TABLE = Path(__file__).with_name("roles.txt")
NO_ROW = 999_999
# Everybody on the staff may read what is known of dated rules.
OPEN = {"articles.ruleseen"}
# Each page and button beside Django's own, and who may use it.
OWN = {
    **dict.fromkeys(
        (
            *("articles_article_claims", "articles_article_claims_of", "articles_article_figures"),
            *("articles_article_picker", "articles_article_preview", "articles_article_compare"),
            *("articles_article_presence", "articles_article_version", "articles_article_links"),
            *("articles_article_revoke", "articles_article_restore", "articles_article_replace"),
            *("articles_article_simple_history", "articles_story_simple_history"),
        ),
        ALL,
    ),
    "articles_question_simple_history": SENIOR,
    "articles_article_leave": LAST,
    "articles_category_sortable_update": LAST,
    "articles_menuitem_sortable_update": LAST,
    "auth_user_password_change": NOBODY,
    "ingest_capture_body": SENIOR,
    "ingest_heldrow_decide": SENIOR,
    "ingest_source_bring_in": SENIOR,
    "ingest_source_pull": SENIOR,
    "pnp_row_import": SENIOR,
}


def table() -> dict[str, dict[str, list[str]]]:
    lines = TABLE.read_text().splitlines()
    rows = [[each.strip() for each in line.split("|")] for line in lines if line[:1] != "#"]
    return {
        label: dict(zip(ROLES, ([] if c == "-" else c.split() for c in cells), strict=True))
        for label, *cells in rows
    }


@pytest.fixture
def everybody(admin_user: Any) -> Any:
    return admin_user


def stored() -> dict[tuple[str, object], Any]:
    """Every row that the desk can show but for the record of requests."""
    shown = [page.model for label, page in models() if label != "articles.auditentry"]
    rows = [row for model in shown for row in model._default_manager.order_by("pk")]
    kept = serializers.serialize("python", [*rows, *Group.objects.order_by("pk")])
    return {(row["model"], row["pk"]): row["fields"] for row in kept}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    user, expected = person("ana", role), table()
    found = {label: abilities(page, user) for label, page in models()}
    assert found == {label: cells[role] for label, cells in expected.items()}


def test_each_page_and_button_of_our_own_is_in_the_table() -> None:
    assert {name for _label, page in models() for name in own_addresses(page)} == {*OWN}


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_what_a_role_may_not_do_is_refused_to_requests_made_by_hand(
    role: str, everybody: Any
) -> None:
    in_state("published")
    client = Client()
    client.force_login(everybody)
    client.get(reverse("admin:ingest_source_changelist"))  # lists what settings name, once
    client.force_login(person("ana", *([role] if role in ROLES else [])))
    allowed, before = table(), stored()
    for label, page in models():
        mine = allowed[label].get(role, [])
        base = f"admin:{label.replace('.', '_')}_"
        key = page.model._default_manager.values_list("pk", flat=True).first() or NO_ROW
        for kind, args in (("add", []), ("change", [key]), ("delete", [key])):
            if kind not in mine:
                address = reverse(f"{base}{kind}", args=args)
                answer = client.post(address, {"post": "yes", "_save": "Save"})
                assert answer.status_code == 403, (label, kind)
        if "view" not in mine and label not in OPEN:
            assert client.get(reverse(f"{base}changelist")).status_code == 403, label
            assert client.get(reverse(f"{base}change", args=[key])).status_code in (302, 403), label
        for action in actions(page, everybody) - {each[1:] for each in mine}:
            sent = {"action": action, "_selected_action": [key], "post": "yes", "index": "0"}
            answer = client.post(reverse(f"{base}changelist"), sent)
            # Without the permission the action is none of the list, which is then shown again.
            assert answer.status_code in (200, 302, 403), (label, action)
    assert stored() == before


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_pages_and_buttons_of_our_own_are_refused_too(role: str) -> None:
    article = in_state("published")
    client = Client()
    client.force_login(person("ana", *([role] if role in ROLES else [])))
    before = stored()
    for name, roles in OWN.items():
        if role in roles:
            continue
        address = _address(name, article.pk)
        for answer in (client.get(address), client.post(address, {"reason": "x", "verb": "x"})):
            # A redirect says in words on the form why not.
            said = (302,) if name == "articles_article_leave" else ()
            assert answer.status_code in (403, 404, 405, *said), (name, answer.status_code)
    assert stored() == before


def test_nobody_gets_anywhere_without_signing_in(client: Client) -> None:
    for label, _page in models():
        base = f"admin:{label.replace('.', '_')}_"
        for kind, args in (("changelist", []), ("add", []), ("change", [1]), ("delete", [1])):
            address = reverse(f"{base}{kind}", args=args)
            for answer in (client.get(address), client.post(address)):
                assert answer.headers["Location"].startswith("/admin/login/"), address
    for name in OWN:
        address = _address(name, 1)
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in (302, 405), name
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/admin/login/"), name


def _address(name: str, key: int) -> str:
    for args in ([], [key], [key, 1]):
        try:
            return reverse(f"admin:{name}", args=args)
        except NoReverseMatch:
            continue
    raise AssertionError(f"no address of {name} has up to two keys")
