import pytest

from articles.body import bodies, body_of
from articles.models import Article
from articles.tests.newsroom import hold_draws, published

pytestmark = pytest.mark.django_db


def body(html: str, **values):
    article = published(html, **values)
    return body_of(Article.objects.for_page().get(pk=article.pk))


def test_it_shows_the_figure_of_the_record_and_not_the_stored_text():
    hold_draws()
    shown = body('<p>At <data value="draw/396/crs">999</data>.</p>')
    assert shown.html == '<p>At <data value="draw/396/crs">508</data>.</p>'
