import re
from datetime import date

import pytest
from django.core.cache import cache

from articles.home import standings
from draws.models import Draw
from draws.tests import rows
from publish import fragments

pytestmark = pytest.mark.django_db


def text(client, address="/"):
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def words(client):
    """The page without its tags."""
    return re.sub(r"<[^>]+>", "", text(client))


def test_it_begins_with_the_latest_draw_of_any_type(client):
    rows.draw("446", crs=518, date=date(2026, 9, 29))
    rows.draw("447", crs=476, family="trades", date=date(2026, 10, 1), invitations=3500)
    html = text(client)
    assert '<p class="big"><b>476</b></p>' in html
    assert "Latest draw: Trades, 1 October 2026" in words(client)
    assert "3,500 people were invited in round 447." in html


def test_it_compares_the_latest_draw_within_its_family(client):
    rows.draw("408", crs=477, family="trades", date=date(2026, 4, 2), invitations=3000)
    rows.draw("446", crs=518)
    rows.draw("447", crs=470, family="trades", date=date(2026, 10, 1))
    html = text(client)
    assert "The cut-off is 7 points lower than in the" in html
    assert "(2 Apr 2026, 3,000 at 477)" in words(client)


def test_it_stands_one_line_for_each_family_newest_first():
    rows.draw("1", crs=511)
    rows.draw("2", family="pnp", crs=746)
    rows.draw("3", crs=508)
    lines = standings(Draw.objects.newest_of_each_family(16))
    assert [(line.kind.slug, line.newest.number, line.change) for line in lines] == [
        ("cec", "3", -3),
        ("pnp", "2", None),
    ]


def test_it_sets_types_not_drawn_this_year_apart(client):
    rows.draw("293", family="stem", crs=491, date=date(2024, 4, 11))
    rows.draw("447", family="trades", date=date(2026, 10, 1))
    drawn, older = text(client).split("Types not drawn in 2026:")
    assert "/draws/trades/" in drawn
    assert "/draws/stem/" not in drawn.split("<main")[1]
    assert "STEM" in older.split("</summary>")[0]


def test_it_carries_the_widget_of_recent_draws(client):
    for number in range(1, 8):
        rows.draw(str(number))
    widget = text(client).split("Recent Express Entry Draws")[1].split("</section>")[0]
    assert re.findall(r'href="/draws/(\d+)/"', widget) == ["7", "6", "5", "4", "3"]
    assert "Minimum CRS" in widget
    assert '<a href="/draws/">All Express Entry draw results</a>' in widget


def test_it_shows_the_newest_count_of_the_pool_and_its_change(client):
    rows.draw("395", pool=rows.pool(date(2026, 2, 2), total=238920))
    rows.draw("396", pool=rows.pool())
    assert "as on 15 Feb 2026" in words(client)
    assert "−3,225 since the count of 2 Feb 2026 (238,920)." in words(client)


def test_it_adds_up_each_year(client):
    rows.draw("1", date=date(2025, 1, 8), invitations=1000)
    rows.draw("2", invitations=500)
    table = text(client).split("Invitations by year")[1].split("</table>")[0]
    assert '<a href="/draws/?year=2025">2025</a>' in table
    assert '<td class="n">1,500</td>' in table


def test_it_asks_the_database_as_often_for_many_rows_as_for_few(
    client, django_assert_max_num_queries
):
    rows.many(6)
    fragments.forget()
    with django_assert_max_num_queries(12) as few:
        text(client)
    rows.many(594, first=7)
    fragments.forget()
    with django_assert_max_num_queries(12) as lots:
        text(client)
    assert len(lots) == len(few)


def test_it_stands_before_the_first_pull(client):
    html = text(client)
    assert "No draw is on record yet." in html
    assert 'class="strip wait"' in html
    assert html.count("<h1") == 1
