"""Requests that no form of ours makes: each is refused, and none breaks the desk."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.tests.desks import address, fields, in_state, person

pytestmark = pytest.mark.django_db
ODD = ("²", "١", "9" * 40, "9223372036854775808", "-1", "abc", "", "\x00")


@pytest.fixture
def desk() -> Client:
    """Signed in with every permission of the newsroom; answers 500 where a page breaks."""
    client = Client(raise_request_exception=False)
    client.force_login(person("luc", "Publisher"))
    return client


@pytest.mark.parametrize("key", ODD)
def test_it_finds_nothing_under_odd_keys(desk, key):
    article = in_state("draft")
    version, odd = publishing.version_of(article), quote(key, safe="")
    history = f"{reverse('admin:articles_article_changelist')}{article.pk}/history/"
    add = address("add")
    for path in (
        *(f"{history}{odd}/", f"{history}{odd}/restore/"),
        f"{history}compare/?from={odd}&to={version}",
        *(f"{add}?story={odd}&language={odd}", f"/preview/{odd}/"),
    ):
        assert desk.get(path).status_code < 500, path
    for path, sent in (
        (address("links", article.pk), {"days": key}),
        (address("restore", article.pk, version), {"version": key, "kind": key}),
        (address("claims_of", article.pk), fields(article, body=key)),
        (address("replace", article.pk), fields(article, replace=key, version=key)),
        (address("leave", article.pk), fields(article, leave=key)),
        (address("changelist"), {"action": "withdraw", "_selected_action": key}),
    ):
        assert desk.post(path, sent).status_code < 500, path


@pytest.mark.parametrize("key", ODD)
def test_it_compares_texts_whose_questions_are_odd_or_gone(desk, key):
    article = in_state("draft")
    asked = {f"questions-{key}-own_question": "x", "questions-0-bank": key, "questions-0-id": key}
    sent = fields(article, version="1000", **asked)
    assert desk.post(address("change", article.pk), sent).status_code == 409


@pytest.mark.parametrize("name", ["version", "at_day", "at_time", "slug", "body"])
def test_it_survives_odd_answers(desk, name):
    article = in_state("draft")
    for key in ODD:
        sent = fields(article, **{"verb": "schedule", name: key})
        assert desk.post(address("change", article.pk), sent).status_code < 500, key


def test_it_tells_in_our_own_words_what_may_not_be_done_and_what_had_expired():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person("rita", "Reporter"))
    article = in_state("published")
    refused = strict.get(address("delete", article.pk))
    assert refused.status_code == 403
    assert "Nothing was changed." in refused.content.decode()
    expired = strict.post(f"/fr{address('change', article.pk)}", fields(article))
    assert expired.status_code == 403
    assert "Rien n’a été enregistré." in expired.content.decode()


def test_it_hands_back_the_form_where_a_text_is_too_long(desk):
    article = in_state("draft")
    sent = fields(article, verb="save_draft", body="<p>" + "<b>x" * 20_000 + "</p>")
    answer = desk.post(address("change", article.pk), sent)
    assert answer.status_code == 200
    assert "The text is too long for one article." in answer.content.decode()
