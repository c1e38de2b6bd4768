"""Beside the form of an article: its measures, and what others will show of it."""

import json
import re

import pytest
from django.urls import reverse

from articles.models import Article
from articles.tests import newsroom

pytestmark = pytest.mark.django_db


def form(client, article: Article | None = None) -> str:
    if article is None:
        return str(client.get(reverse("admin:articles_article_add")).content.decode())
    address = reverse("admin:articles_article_change", args=[article.pk])
    return str(client.get(address).content.decode())


def words_of(html: str) -> str:
    found = re.search(r'<section class="[^"]*desk-words.*?</section>', html, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_it_measures_both_languages(admin_client):
    story = newsroom.story()
    article = newsroom.article(story=story, body="<p>One two three. Four five six.</p>")
    newsroom.article("b", story=story, language="fr", body="<p>Un deux trois quatre.</p>")
    said = words_of(form(admin_client, article))
    assert "Words 6" in said
    assert "LIX 3 very easy" in said
    assert "French: 4 words, LIX 4, very easy" in said


def test_it_counts_nothing_before_there_is_an_article(admin_client):
    assert "Words 0" in words_of(form(admin_client))


def test_it_previews_what_is_written_for_others(admin_client):
    article = newsroom.article(
        story=newsroom.story(draw=newsroom.draw("396")), seo_title="For <others>"
    )
    html = form(admin_client, article)
    assert '<span data-shown="title">For &lt;others&gt;</span>' in html
    assert '<p class="found-text" data-shown="description">Standfirst of draw-396.' in html
    assert '<img src="/cards/draw/396.png"' in html


def test_it_shows_the_card_in_the_language_of_the_article(admin_client):
    article = newsroom.article(story=newsroom.story(draw=newsroom.draw("396")), language="fr")
    assert '<img src="/fr/cards/draw/396.png"' in form(admin_client, article)


def test_it_brings_its_sentences_in_the_language_of_the_desk(admin_client):
    article = newsroom.article()
    found = re.search(r'id="desk-sentences"[^>]*>(.*?)</script>', form(admin_client, article))
    assert found
    assert "{time}" in json.loads(found[1])["kept"]
