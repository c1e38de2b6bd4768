"""The feeds of articles: what is in them, who may see it, and ids that outlive everything."""

import json
from datetime import timedelta

import feedparser
import pytest
from django.utils import timezone

from articles.models import Article, ArticleQuestion
from articles.tests import newsroom
from publish.tests.feed_rules import atom_faults, json_feed_faults, rss_faults

pytestmark = pytest.mark.django_db

LISTS = ["/news", "/news/express-entry", "/topics/tie-break", "/authors/noor-haddad"]
RULES = {"rss": rss_faults, "atom": atom_faults, "json": json_feed_faults}


def entries(client, address: str = "/news.atom") -> list:
    response = client.get(address)
    assert response.status_code == 200
    return list(feedparser.parse(response.content).entries)


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("form", RULES)
@pytest.mark.parametrize("root", ["", "/fr"])
def test_every_list_is_a_valid_feed_of_its_articles(client, address, form, root):
    story = newsroom.story()
    story.topics.add(newsroom.topic())
    newsroom.article("a", story=story, body="<h2>One</h2><p>Two <a href='/draws/'>three</a></p>")
    newsroom.article("b", story=story, language="fr", headline="Ronde 396")
    response = client.get(f"{root}{address}.{form}")
    assert response.status_code == 200
    assert RULES[form](response.content) == []
    text = response.content.decode()
    assert ("Ronde 396" in text, "Headline of a" in text) == (bool(root), not root)


def test_it_has_the_whole_text_the_figures_of_now_and_the_questions(client):
    newsroom.draw("396", crs=508)
    article = newsroom.article(
        body='<p>Down to <data value="draw/396/crs">999</data>.</p>'
        '<p>See <a href="/draws/396/">the draw</a>.</p>'
    )
    ArticleQuestion.objects.create(
        article=article,
        slug="same",
        own_question="What about 508?",
        own_answer='<p>At <data value="draw/396/crs">1</data> the tie-break decides.</p>',
    )
    (item,) = entries(client)
    text = item.content[0].value
    assert "Down to 508." in text
    assert "What about 508?" in text
    assert "At 508 the tie-break decides." in text
    assert 'href="http://localhost:8000/draws/396/"' in text
    assert "data-block" not in text


def test_it_shows_only_what_is_published_and_newest_first(client):
    newsroom.article("old", published_at=newsroom.PUBLISHED - timedelta(days=3))
    newsroom.article("new")
    newsroom.article("draft", state=Article.State.DRAFT)
    newsroom.article("tomorrow", published_at=timezone.now() + timedelta(days=1))
    assert [item.title for item in entries(client)] == ["Headline of new", "Headline of old"]


def test_ids_stay_when_slug_title_category_host_and_scheme_change(client, settings):
    article = newsroom.article("first-slug")
    before = [(feed.feed.id, feed.entries[0].id) for feed in [_parsed(client)]]
    Article.objects.filter(pk=article.pk).update(slug="second", headline="Another")
    article.story.category.name_en = "Renamed"
    article.story.category.save()
    settings.SITE_URL = "https://news.example"
    settings.BUILD = "another"
    after = _parsed(client)
    assert [(after.feed.id, after.entries[0].id)] == before
    assert after.entries[0].link == "https://news.example/news/express-entry/second/"
    assert after.entries[0].title == "Another"


def _parsed(client):
    return feedparser.parse(client.get("/news/express-entry.atom").content)


def test_a_picture_goes_along_and_else_the_card_of_the_draw(client):
    newsroom.article(story=newsroom.story(draw=newsroom.draw()))
    (item,) = json.loads(client.get("/news.json").content)["items"]
    assert item["image"] == "http://localhost:8000/cards/draw/396.png"
    (item,) = entries(client, "/news.rss")
    assert item.media_content[0]["url"] == "http://localhost:8000/cards/draw/396.png"
    assert 'src="http://localhost:8000/cards/draw/396.png"' in item.content[0].value
    assert client.get("/cards/draw/396.png").status_code == 200


def test_it_answers_not_modified_and_the_same_bytes(client):
    newsroom.article()
    first = client.get("/news.rss")
    again = client.get("/news.rss", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get("/news.rss", headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert since.status_code == 304
    assert client.get("/news.rss").content == first.content


def test_the_queries_do_not_grow_with_the_articles(client, django_assert_max_num_queries):
    for number in range(12):
        made = newsroom.article(f"a{number}")
        made.story.topics.add(newsroom.topic())
    with django_assert_max_num_queries(12):
        client.get("/news.rss")


def test_a_table_holds_every_article(client):
    newsroom.article("a")
    lines = client.get("/news.csv").content.decode().splitlines()
    assert lines[0].startswith("headline,standfirst,category,authors,published_at")
    assert lines[1].startswith(
        "Headline of a,Standfirst of a.,express-entry,Noor Haddad,2026-02-17"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("/feed/", "/news.rss"), ("/fr/feed/", "/fr/news.rss"), ("/feed/atom/", "/news.atom")],
)
def test_the_address_that_wordpress_readers_know_moves_on_for_good(client, old, new):
    response = client.get(old)
    assert (response.status_code, response.headers["Location"]) == (301, new)


@pytest.mark.parametrize("address", ["/news/none.rss", "/topics/none.atom", "/authors/none.json"])
def test_a_list_that_does_not_exist_has_no_feed(client, address):
    assert client.get(address).status_code == 404
