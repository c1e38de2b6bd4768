"""Links to what is not out: they open for those who have them, end, and are found by nobody."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles import publishing
from articles.models import PreviewLink
from articles.tests.desks import address, in_state, person
from articles.workflow import preview

pytestmark = pytest.mark.django_db


def link(article, **values) -> PreviewLink:
    return preview.make(article, by=None, now=timezone.now(), **values)


def path(made: PreviewLink) -> str:
    return preview.address(made).removeprefix("http://localhost:8000")


def test_it_opens_for_whoever_has_the_link(client):
    article = in_state("draft", headline="Not out yet")
    answer = client.get(path(link(article)))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<h1>Not out yet</h1>" in html
    assert "This article is not published yet." in html


def test_it_is_kept_by_no_cache_and_found_by_no_search_engine(client):
    article = in_state("draft")
    cache.clear()
    answer = client.get(path(link(article)))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex,nofollow">' in answer.content.decode()
    assert "ETag" not in answer.headers
    assert client.get(article.get_absolute_url()).status_code == 404


def test_it_shows_what_was_saved_last(client):
    article = in_state("draft")
    there = path(link(article))
    article.headline = "Saved since"
    publishing.save_draft(article, by=None)
    assert "<h1>Saved since</h1>" in client.get(there).content.decode()


def test_it_ends_after_its_days(client, time_machine):
    there = path(link(in_state("draft"), days=1))
    time_machine.move_to(timezone.now() + timedelta(days=1, seconds=1))
    answer = client.get(there)
    assert answer.status_code == 404
    assert "This link has ended" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_it_ends_when_it_is_revoked(client):
    made = link(in_state("draft"))
    preview.revoke(made, timezone.now())
    assert client.get(path(made)).status_code == 404


def test_it_opens_only_with_our_signature(client):
    made = link(in_state("draft"))
    token = made.token
    for guess in (token, f"{token}:x", "x:y", "x"):
        assert client.get(f"/preview/{guess}/").status_code == 404


def test_it_leads_to_the_page_once_the_article_is_out(client):
    article = in_state("draft")
    there = path(link(article))
    publishing.publish(article, by=None)
    assert client.get(there).headers["Location"] == article.get_absolute_url()
    publishing.withdraw(article, by=None, reason="x")
    assert client.get(there).status_code == 404


def test_it_speaks_the_language_of_the_article(client):
    article = in_state("draft", language="fr", headline="À paraître")
    there = path(link(article))
    assert there.startswith("/fr/preview/")
    assert '<html lang="fr">' in client.get(there).content.decode()


def test_it_is_made_listed_and_revoked_in_the_form(client):
    client.force_login(person("rita", "Reporter"))
    article = in_state("draft")
    assert client.post(address("links", article.pk), {"days": "30"}).status_code == 302
    made = PreviewLink.objects.get()
    assert made.expires_at - made.made_at == timedelta(days=30)
    assert preview.address(made) in client.get(address("change", article.pk)).content.decode()
    client.post(address("revoke", article.pk, made.pk))
    assert client.get(path(made)).status_code == 404
    assert preview.address(made) not in client.get(address("change", article.pk)).content.decode()


@pytest.mark.parametrize("days", ["", "0", "365", "x"])
def test_it_makes_no_link_without_end(client, days):
    client.force_login(person("rita", "Reporter"))
    article = in_state("draft")
    assert client.post(address("links", article.pk), {"days": days}).status_code == 404
    assert not PreviewLink.objects.exists()


def test_it_revokes_no_link_of_another_article(client):
    client.force_login(person("rita", "Reporter"))
    made, other = link(in_state("draft")), in_state("draft", "b")
    assert client.post(address("revoke", other.pk, made.pk)).status_code == 404
    assert client.get(address("links", other.pk)).status_code == 405


def test_it_previews_the_saved_article_for_staff(client):
    client.force_login(person("rita", "Reporter"))
    article = in_state("draft", headline="Not out yet")
    answer = client.get(address("preview", article.pk))
    html = answer.content.decode()
    assert "<h1>Not out yet</h1>" in html
    assert address("change", article.pk) in html
    assert "no-store" in answer.headers["Cache-Control"]
