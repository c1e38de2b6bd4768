import pytest
from django.db import transaction

from articles import publishing
from articles.models import Question, Topic
from articles.search import index
from articles.search.query import Query
from articles.tests import newsroom

pytestmark = pytest.mark.django_db


def found(words, language="en"):
    return index.Found(Query.of(words), language).keys()


def test_it_finds_an_article_from_the_moment_of_its_publication():
    article = newsroom.article(state="draft", published_at=None, body="<p>About zebras.</p>")
    assert found("zebra") == []
    publishing.publish(article, by=None)
    assert found("zebra") == [article.pk]
    publishing.withdraw(article, by=None, reason="Wrong animal")
    assert found("zebra") == []


def test_it_finds_the_words_of_now_and_not_those_of_before():
    article = newsroom.article(headline="Zebras")
    article.headline = "Okapis"
    publishing.revise(article, by=None)
    assert (found("zebra"), found("okapi")) == ([], [article.pk])


def test_it_leaves_nothing_behind_where_the_change_fails():
    article = newsroom.article(headline="Zebras")
    with transaction.atomic():
        article.headline = "Okapis"
        publishing.revise(article, by=None)
        transaction.set_rollback(True)
    assert (found("zebra"), found("okapi")) == ([article.pk], [])


def test_it_follows_what_articles_share():
    article = newsroom.article(story=newsroom.story(working_title="Stripes"))
    topic = newsroom.topic()
    publishing.save_story(article.story, by=None, topics=[topic])
    topic = Topic.objects.get(pk=topic.pk)
    topic.name_en = "Zebras"
    publishing.save(topic, by=None)
    assert found("zebra") == [article.pk]
    publishing.delete(topic, by=None)
    assert found("zebra") == []


def test_it_follows_the_bank_of_questions():
    article = newsroom.article()
    bank = Question(
        slug="z", question_en="Is it striped?", answer_en="<p>Yes.</p>", reviewed_on="2026-01-01"
    )
    publishing.save(bank, by=None)
    article.questions.create(bank=bank)
    bank.answer_en = "<p>As zebras are.</p>"
    publishing.save(bank, by=None)
    assert found("zebra") == [article.pk]


def test_it_turns_pages_and_counts():
    keys = [newsroom.article(f"z{n}", headline=f"Zebra {n}").pk for n in range(5)]
    all_of_them = index.Found(Query.of("zebra"), "en")
    assert all_of_them.count() == 5
    assert all_of_them.keys(1, 3) == keys[::-1][1:3]
    assert index.Found(Query.of(""), "en").count() == 0


def test_it_is_made_anew_for_rows_that_came_past_the_desk():
    article = newsroom.article(headline="Zebras")
    type(article).objects.filter(pk=article.pk).update(headline="Okapis")
    assert index.rebuild() == 1
    assert found("okapi") == [article.pk]
