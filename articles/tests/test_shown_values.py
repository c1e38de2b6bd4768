"""What an article shows of the record stands in rows beside it, whatever wrote the article."""

import pytest
from django.core.management import call_command

from articles import publishing
from articles.models import ArticleQuestion, Question, ShownValue
from articles.tests import newsroom

pytestmark = pytest.mark.django_db

CRS = '<p>At <data value="draw/396/crs">508</data>.</p>'
NEXT = '<p>Then <data value="draw/396/next/crs">509</data>.</p>'


def shown(article):
    return set(ShownValue.objects.filter(article=article).values_list("subject", "address"))


def test_it_is_written_with_the_article_and_follows_its_words():
    newsroom.draw("396")
    article = newsroom.article(state="draft", published_at=None)
    article.body = CRS + '<div data-block="draw-facts" data-of="draw/396"></div>'
    publishing.save_draft(article, by=None)
    assert shown(article) == {("draw/396", "draw/396/crs"), ("draw/396", "draw/396")}
    article.body = NEXT + '<p><data value="pool/2026-02-15/501-600">1</data></p>'
    publishing.save_draft(article, by=None)
    assert shown(article) == {
        ("draw/396", "draw/396/next/crs"),
        ("pool/2026-02-15", "pool/2026-02-15/501-600"),
    }


def test_it_has_the_draw_of_the_story_and_loses_it_with_it():
    article = newsroom.article(story=newsroom.story(working_title="A draw"))
    article.story.draw = newsroom.draw("396")
    publishing.save_story(article.story, by=None)
    assert shown(article) == {("draw/396", "draw/396")}
    article.story.draw = None
    publishing.save_story(article.story, by=None)
    assert shown(article) == set()


def test_it_has_what_an_answer_of_the_bank_shows():
    newsroom.draw("396")
    bank = Question(slug="what", question_en="What?", answer_en=CRS, reviewed_on="2026-02-17")
    publishing.save(bank, by=None)
    article = newsroom.article()
    ArticleQuestion.objects.create(article=article, bank=bank)
    bank.answer_en = NEXT
    publishing.save(bank, by=None)
    assert shown(article) == {("draw/396", "draw/396/next/crs")}


def test_it_keeps_nothing_that_is_no_figure():
    article = newsroom.article(body='<p><data value="rule/of/thumb">1</data></p>')
    assert shown(article) == set()


def test_it_is_written_again_for_rows_that_came_past_the_desk(capsys):
    article = newsroom.article(body=CRS)
    before = shown(article)
    ShownValue.objects.all().delete()
    call_command("index_articles")
    assert shown(article) == before != set()
