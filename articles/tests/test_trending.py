import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import trending
from articles.models import BlockedTerm, SearchTerm
from articles.search.query import Query
from articles.tests import newsroom
from draws.tests import rows
from publish import editions

pytestmark = pytest.mark.django_db


def counted():
    return dict(SearchTerm.objects.values_list("term", "count"))


def searched(term, count, days_ago=0):
    day = timezone.now().date() - timedelta(days=days_ago)
    SearchTerm.objects.create(day=day, term=term, count=count)


def shown(client, address="/news/"):
    trending.refresh()
    html = client.get(address).content.decode()
    return re.findall(r'\?q=[^"]*" rel="nofollow">([^<]+)<', html)


def test_it_counts_folded_words_that_found_something(client):
    newsroom.article("a", headline="The tie-break")
    editions.advance("published")
    for typed in ("Tie-Break", "tie break", "TIE  BREAK", "zebra", ""):
        client.get("/search/", {"q": typed})
    assert counted() == {"tie break": 3}


@pytest.mark.parametrize(
    "request_",
    [
        {"method": "HEAD"},
        {"path": "/search/?q=tie-break&page=1"},
        {"HTTP_SEC_PURPOSE": "prefetch"},
    ],
)
def test_it_counts_only_a_readers_own_searches(client, request_):
    newsroom.article("a", headline="The tie-break")
    editions.advance("published")
    given = {"method": "GET", "path": "/search/?q=tie-break", **request_}
    assert client.generic(**given).status_code == 200
    assert counted() == {}


def test_it_stops_counting_who_searches_without_end(client):
    rows.draw("396")
    for _ in range(35):
        client.get("/search/?q=396")
    client.get("/search/?q=396", REMOTE_ADDR="192.0.2.7")
    assert counted() == {"396": 31}


def test_it_does_not_count_what_may_be_a_persons_own_number(client):
    newsroom.article("a", headline="Call 6135550100 or write")
    editions.advance("published")
    client.get("/search/?q=6135550100")
    trending.count(Query.of("x" * 60 + " " + "y" * 60))
    assert counted() == {}
    client.get("/search/?q=call")
    assert counted() == {"call": 1}


def test_it_shows_the_most_searched_of_seven_days(client):
    newsroom.article("a", headline="Tie-break, pool, zebra and lion")
    searched("tie break", 6)
    searched("pool", 4, days_ago=6)
    searched("pool", 4, days_ago=1)
    searched("zebra", trending.LEAST - 1)
    searched("lion", 50, days_ago=7)
    assert shown(client) == ["pool", "tie break"]


def test_it_leaves_out_blocked_terms_and_what_finds_nothing_in_the_language(client):
    newsroom.article("a", headline="Tie-break and pool")
    newsroom.article("b", headline="Bassin", language="fr")
    for term in ("pool", "bassin", "tie break", "gone", "cec", "ontario"):
        searched(term, 9)
    BlockedTerm.objects.create(term="tie break")
    assert shown(client) == ["cec", "ontario", "pool"]
    assert shown(client, "/fr/news/") == ["bassin", "cec", "ontario"]


def test_it_begins_an_edition_when_the_list_changed_and_at_most_one_an_hour(time_machine):
    now = timezone.now()
    time_machine.move_to(now)
    newsroom.article("a", headline="Pool and tie-break")
    before = editions.current().number
    assert not trending.refresh()
    searched("pool", 9)
    assert trending.shown("en") == []
    assert trending.refresh()
    assert trending.shown("en") == ["pool"]
    searched("tie break", 20)
    assert not trending.refresh()
    assert editions.current().number == before + 1
    time_machine.move_to(now + timedelta(minutes=61))
    assert trending.refresh()
    assert trending.shown("en") == ["tie break", "pool"]
    assert not trending.refresh()
    assert editions.current().number == before + 2


def test_it_costs_a_page_no_query(django_assert_num_queries):
    searched("pool", 9)
    with django_assert_num_queries(0):
        trending.shown("en")


def test_it_forgets_counts_that_are_no_longer_looked_at():
    searched("pool", 9, days_ago=7)
    searched("lion", 9, days_ago=8)
    assert trending.forget() == 1
    assert counted() == {"pool": 9}
