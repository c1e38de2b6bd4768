from datetime import date

import pytest

from articles.models import Article
from articles.search.index import Found
from articles.search.query import Query
from articles.tests import newsroom
from config.growth import NotForThis, grow
from draws.models import Draw, Tally
from draws.tests import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    rows.draw("395", date=date(2026, 2, 16), crs=789, family="pnp")
    newest = rows.draw("396", date=date(2026, 2, 17), crs=508)
    newsroom.article(
        headline="Zebras",
        body='<p>At <data value="draw/396/crs">508</data>.</p>',
        story=newsroom.story(draw=newest),
    )


def test_it_multiplies_the_record_and_keeps_what_is_newest(record):
    grow(6)
    assert (Draw.objects.count(), Article.objects.count()) == (12, 6)
    newest = Draw.objects.newest_first()[0]
    assert (newest.date, newest.crs, newest.number) == (date(2026, 2, 17), 508, "12")
    days = list(Draw.objects.oldest_first().values_list("date", flat=True))
    assert days == sorted(days)
    assert sum(Tally.objects.by_family().values()) == 12
    assert Found(Query.of("zebra"), "en").count() == 6


def test_it_lets_each_copy_tell_of_its_own_draw(record):
    grow(6)
    for article in Article.objects.select_related("story__draw"):
        assert f'"draw/{article.story.draw.number}/crs"' in article.body


def test_it_grows_a_record_once(record):
    grow(2)
    with pytest.raises(NotForThis, match="before"):
        grow(2)


def test_it_refuses_where_others_reach_the_site(record, settings):
    settings.SITE_URL = "https://cutline.example"
    with pytest.raises(NotForThis, match="others"):
        grow(2)
    grow(2, anywhere=True)
    assert Draw.objects.count() == 4
