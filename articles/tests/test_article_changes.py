from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from articles import publishing
from articles.models import ArticleChange
from articles.tests.stories import published

pytestmark = pytest.mark.django_db


def page(client, article) -> str:
    return str(client.get(article.get_absolute_url()).content.decode())


@pytest.mark.parametrize(
    ("kind", "moves"), [("typing", False), ("update", True), ("correction", True)]
)
def test_it_notes_each_change_and_moves_the_time_of_update_where_readers_are_told(kind, moves):
    article = published()
    publishing.revise(article, by=None, kind=kind, sentence="A draw was missing.")
    change = ArticleChange.objects.get()
    assert (change.kind, change.sentence) == (kind, "A draw was missing.")
    assert (article.updated_at is not None) == moves
    assert change.made_at == article.history.first().history_date


@pytest.mark.parametrize("sentence", ["", "  "])
def test_it_takes_no_correction_without_a_sentence(sentence):
    article = published()
    article.headline = "Other words"
    with pytest.raises(ValidationError, match="sentence"):
        publishing.revise(article, by=None, kind="correction", sentence=sentence)
    assert not ArticleChange.objects.exists()
    article.refresh_from_db()
    assert article.headline == "first"


def test_it_refuses_a_sentence_that_is_too_long():
    article = published()
    with pytest.raises(ValidationError):
        publishing.revise(article, by=None, kind="update", sentence="x" * 301)
    article.refresh_from_db()
    assert article.updated_at is None


def test_it_tells_readers_of_updates_and_corrections_and_not_of_typing_errors(client):
    article = published()
    publishing.revise(article, by=None, kind="typing", sentence="A comma.")
    publishing.revise(article, by=None, kind="update", sentence="Ontario’s draw.")
    publishing.revise(article, by=None, kind="correction", sentence="It was 508, not 580.")
    shown = page(client, article)
    assert "It was 508, not 580." in shown
    assert "Ontario’s draw." in shown.split("</article>")[0].split('id="updates"')[1]
    assert "A comma." not in shown


def test_it_asks_no_more_of_the_database_for_many_changes(client, django_assert_max_num_queries):
    article = published()
    start = datetime(2026, 2, 18, tzinfo=UTC)
    rows = [
        ArticleChange(
            article=article, kind="update", sentence=f"Change {n}", made_at=start + timedelta(n)
        )
        for n in range(30)
    ]
    ArticleChange.objects.bulk_create(rows[:1])
    with django_assert_max_num_queries(40) as few:
        page(client, article)
    ArticleChange.objects.bulk_create(rows[1:])
    publishing.begin_edition(article)
    with django_assert_max_num_queries(40) as many:
        assert "Change 29" in page(client, article)
    assert len(many) == len(few)
