import re
from datetime import date

import pytest
from django.core.cache import cache

from draws.tests import rows

pytestmark = pytest.mark.django_db


def page(client, address):
    cache.clear()
    return client.get(address)


def text(client, address):
    return page(client, address).content.decode()


def numbers(html):
    return re.findall(r'<th role="rowheader" scope="row"><a href="[^"]+">(\w+)</a>', html)


def test_it_lists_every_draw_newest_first(client):
    rows.draw("91a", date=date(2018, 5, 30), family="fst")
    rows.draw("91b", date=date(2018, 5, 30), family="pnp")
    rows.draw("396")
    html = text(client, "/draws/")
    assert numbers(html) == ["396", "91b", "91a"]
    assert "3 rounds" in html
    assert "18,000 invitations" in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("family=cec", ["3", "1"]),
        ("year=2026", ["3", "2"]),
        ("score=505", ["2", "1"]),
        ("score=505&family=cec", ["1"]),
        ("family=cec&year=2026&score=508", ["3"]),
    ],
)
def test_it_filters_by_family_year_and_score(client, query, found):
    rows.draw("1", date=date(2025, 1, 8), crs=505)
    rows.draw("2", date=date(2026, 1, 8), crs=400, family="french")
    rows.draw("3", date=date(2026, 2, 8), crs=508)
    assert numbers(text(client, f"/draws/?{query}")) == found


def test_it_keeps_what_was_asked_in_the_form(client):
    rows.draw("1")
    html = text(client, "/draws/?family=cec&year=2026&score=520")
    assert '<option value="cec" selected>' in html
    assert "<option selected>2026</option>" in html
    assert 'name="score"' in html
    assert 'value="520"' in html


def test_it_says_what_is_wrong_with_a_score_beside_its_field(client):
    rows.draw("1")
    response = page(client, "/draws/?score=50+8")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Enter a number from 0 to 1,200. You entered “50 8”." in html
    assert 'aria-invalid="true" aria-describedby="fse"' in html
    assert numbers(html) == []


def test_it_escapes_what_was_typed(client):
    html = text(client, "/draws/?score=<script>alert(1)</script>&family=%22><b>")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert '"><b>' not in html


def test_it_offers_a_way_out_of_an_empty_list(client):
    rows.draw("1", crs=508)
    html = text(client, "/draws/?family=cec&score=300")
    assert "You asked for: Canadian Experience Class, cut-off 300 or lower." in html
    assert '<a href="/draws/?family=cec">Clear the score</a>' in html


def test_it_links_the_same_rows_in_other_forms(client):
    rows.draw("1")
    html = text(client, "/draws/?family=cec&score=520")
    assert 'href="/draws.csv?family=cec&amp;score=520"' in html
    assert 'href="/draws.rss?family=cec&amp;score=520"' in html
    assert re.search(r'<link rel="alternate" type="application/rss\+xml"[^>]+family=cec', html)


def test_it_serves_the_same_rows_as_csv(client):
    rows.draw("1", crs=508)
    rows.draw("2", crs=505, family="pnp")
    lines = text(client, "/draws.csv?score=505").splitlines()
    assert lines[0].startswith(
        "number,date,family,name,invitations,crs,tie_break_at,held_at,pool_as_of"
    )
    assert [line.split(",")[0] for line in lines[1:]] == ["2"]


def test_it_refuses_a_file_for_a_filter_that_cannot_be_used(client):
    response = page(client, "/draws.csv?score=abc")
    assert response.status_code == 400
    assert "You entered “abc”." in response.content.decode()


def test_it_says_why_a_tie_break_is_absent(client):
    rows.draw("76", tie_break_at=None)
    rows.draw("208", tie_break_at=None, tie_break_text="October 7 at 16:38:21 UTC")
    html = text(client, "/draws/")
    assert '<span class="muted">not published</span>' in html
    assert "October 7 at 16:38:21 UTC" in html


def test_it_draws_all_rounds_and_one_family_with_its_line(client):
    for number, crs in (("1", 511), ("2", 509), ("3", 508)):
        rows.draw(number, crs=crs, date=date(2026, 1, int(number)))
    rows.draw("4", family="pnp", crs=789, date=date(2026, 1, 4))
    everything, family = text(client, "/draws/"), text(client, "/draws/?family=cec")
    assert 'class="cl"' not in everything
    assert "Close-up: the last two years" in everything
    assert 'class="cl"' in family
    assert "<tspan>508</tspan> cut-off" in family


def test_it_writes_no_style_attribute_and_no_script(client):
    rows.many(30)
    html = text(client, "/draws/")
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert "<script" not in html


def test_it_turns_pages_beyond_five_hundred_rounds(client):
    rows.many(501)
    first, second = text(client, "/draws/"), text(client, "/draws/?page=2")
    assert '<a href="?page=2" rel="next">' in first
    assert numbers(second) == ["1"]
    assert '<link rel="canonical" href="http://localhost:8000/draws/?page=2">' in second
    assert page(client, "/draws/?page=3").status_code == 404


@pytest.mark.parametrize(
    "address", ["/draws/", "/draws/?family=cec&score=520", "/draws.csv", "/draws/cec/"]
)
def test_it_asks_the_database_as_often_for_many_rows_as_for_few(
    client, django_assert_max_num_queries, address
):
    rows.many(6)
    with django_assert_max_num_queries(12) as few:
        assert page(client, address).status_code == 200
    rows.many(594, first=7)
    with django_assert_max_num_queries(12) as lots:
        assert page(client, address).status_code == 200
    assert len(lots) == len(few)


def test_it_stands_empty_before_the_first_pull(client):
    response = page(client, "/draws/")
    assert response.status_code == 200
    assert "No draw is on record yet." in response.content.decode()
