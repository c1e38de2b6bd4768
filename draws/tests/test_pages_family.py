from datetime import date

import pytest
from django.core.cache import cache

from draws.tests import rows

pytestmark = pytest.mark.django_db


def text(client, address):
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_it_begins_with_the_newest_cut_off(client):
    rows.draw("392", date=date(2026, 1, 21), crs=509)
    rows.draw("396", crs=508)
    rows.draw("397", family="physicians", crs=169)
    html = text(client, "/draws/cec/")
    assert '<div class="cut sec"><b>508</b></div>' in html
    assert "The cut-off is 1 point lower than in the" in html
    assert "169" not in html.split("<main")[1]


def test_it_names_the_draws_of_its_extremes(client):
    rows.draw("1", crs=808, invitations=849, date=date(2015, 2, 20))
    rows.draw("2", crs=75, invitations=27332, date=date(2021, 2, 13))
    rows.draw("3", crs=508, invitations=6000)
    facts = text(client, "/draws/cec/").split("<dl", 1)[1].split("</dl>")[0]
    lowest, highest, most = facts.split("<dt>")[1:4]
    assert "<b>75</b>" in lowest
    assert "/draws/2/" in lowest
    assert "<b>808</b>" in highest
    assert "/draws/1/" in highest
    assert "<b>27,332</b>" in most


def test_it_shows_the_present_series_and_all_of_them(client):
    rows.draw("1", crs=461, date=date(2021, 9, 1))
    rows.draw("2", crs=522, date=date(2025, 5, 31))
    rows.draw("3", crs=508)
    html = text(client, "/draws/cec/")
    assert "Cut-offs since May 2025" in html
    assert "All cut-offs since September 2021" in html


def test_it_serves_its_rows_in_other_forms(client):
    rows.draw("396")
    rows.draw("397", family="physicians")
    html = text(client, "/draws/cec/")
    assert 'href="/draws/cec.rss"' in html
    assert 'href="/draws/cec.csv"' in html
    assert [line[:3] for line in text(client, "/draws/cec.csv").splitlines()[1:]] == ["396"]
    feed = text(client, "/draws/cec.rss")
    assert "/draws/396/" in feed
    assert "/draws/397/" not in feed


def test_it_says_so_when_a_type_was_never_drawn(client):
    assert "No draw of this type has been held." in text(client, "/draws/researchers/")


def test_it_knows_no_other_families(client):
    assert client.get("/draws/nobody/").status_code == 404
    assert client.get("/draws/nobody.csv").status_code == 404


def test_it_shows_a_first_draw_without_a_chart(client):
    rows.draw("430", family="military")
    html = text(client, "/draws/military/")
    assert "It is the first draw of this type." in html
    assert 'class="plot' not in html
