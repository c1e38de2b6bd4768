import re

import pytest
from django.core.cache import cache

from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db


def page(client, address):
    cache.clear()
    return client.get(address)


def text(client, address):
    return page(client, address).content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def days(html):
    """The addresses of the days that the table lists, in order."""
    return re.findall(r'scope="rowgroup"[^>]*><a href="(/pnp/[^"]+)"', html)


def two_years():
    bring_in(
        line("2026-02-02", "on-phd", "5", "57", scale="OINP-EOI"),
        line("2025-02-02", "on-trades", "6", unit="noi"),
        line("2026-02-03", "ab-ee-tech", "7"),
        line("2026-02-03", "ab-opportunity", "8"),
        line("2026-02-04", "nl-aip", "9", program="AIP"),
        line("2026-02-05", "qc-1", "10"),
    )


def test_it_lists_every_day_newest_first(client):
    two_years()
    html = text(client, "/pnp/")
    assert days(html) == [
        "/pnp/quebec/2026-02-05/",
        "/pnp/newfoundland-and-labrador/2026-02-04/",
        "/pnp/alberta/2026-02-03/",
        "/pnp/ontario/2026-02-02/",
        "/pnp/ontario/2025-02-02/",
    ]
    assert "5 days with draws" in html
    assert "15 invited in all" in words(html)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("province=ontario", ["ontario/2026-02-02", "ontario/2025-02-02"]),
        ("province=ON", ["ontario/2026-02-02", "ontario/2025-02-02"]),
        ("year=2025", ["ontario/2025-02-02"]),
        ("stream=ab-opportunity", ["alberta/2026-02-03"]),
        ("ee=aligned", ["alberta/2026-02-03", "ontario/2025-02-02"]),
        ("ee=aligned&stream=ab-opportunity", []),
        ("kind=aip", ["newfoundland-and-labrador/2026-02-04"]),
        ("kind=quebec", ["quebec/2026-02-05"]),
        ("kind=pnp&year=2026&province=ontario", ["ontario/2026-02-02"]),
    ],
)
def test_it_filters_by_province_year_stream_alignment_and_kind(client, query, found):
    two_years()
    assert days(text(client, f"/pnp/?{query}")) == [f"/pnp/{day}/" for day in found]


def test_it_shows_only_the_rows_that_match_beside_the_sum_of_the_day(client):
    two_years()
    table = text(client, "/pnp/?stream=ab-opportunity").split('class="pnp"')[1]
    assert "Alberta Opportunity Stream" in table
    assert "Accelerated Tech Pathway" not in table
    assert "15 invited in all" in words(table)


def test_a_file_has_the_rows_of_the_filter_and_a_feed_its_days(client):
    two_years()
    lines = text(client, "/pnp.csv?ee=aligned").splitlines()
    assert lines[0].startswith("province,date,program,stream,target,unit,invitations,")
    assert [row[:13] for row in lines[1:]] == ["AB,2026-02-03", "ON,2025-02-02"]
    items = page(client, "/pnp.json?ee=aligned").json()["items"]
    assert [item["title"] for item in items] == [
        "Alberta, 3 February 2026: 15 invited",
        "Ontario, 2 February 2025: 6 notified",
    ]
    assert items[0]["_cutline"]["invitations"] == 15
    assert text(client, "/pnp.rss").count("<item>") == 5
    assert text(client, "/pnp.atom").count("<entry>") == 5


def test_it_links_the_same_view_in_other_forms(client):
    two_years()
    html = text(client, "/pnp/?province=ab&utm=x")
    assert 'href="/pnp.csv?province=alberta"' in html
    assert re.search(r'<link rel="alternate" type="application/rss\+xml"[^>]+alberta', html)


def test_it_says_which_programs_are_not_counted_as_pnp(client):
    two_years()
    html = words(text(client, "/pnp/"))
    assert "AIP: not counted as PNP" in html
    assert "PSTQ: not counted as PNP" in html


def test_it_names_every_wrong_value_and_shows_nothing(client):
    two_years()
    html = text(client, "/pnp/?province=<b>&year=next&stream=x&ee=1&kind=all")
    assert html.count("You entered “") == 5
    assert "<b>”" not in html
    assert days(html) == []
    response = page(client, "/pnp.csv?year=next")
    assert response.status_code == 400
    assert "You entered “next”." in response.content.decode()


def test_it_offers_a_way_out_of_an_empty_list(client):
    two_years()
    html = text(client, "/pnp/?province=quebec&year=2025")
    assert "You asked for: Quebec, 2025." in html
    assert '<a href="/pnp/?province=quebec">Show all years</a>' in html


def test_the_map_and_the_table_name_the_newest_day_of_each_province(client):
    two_years()
    html = text(client, "/pnp/")
    tiles = re.findall(r"<a href=\"([^\"]+)\"><title>([^<]+)</title>", html)
    assert ("/pnp/ontario/2026-02-02/", "ON: Ontario, 5 invited, 2 Feb 2026") in tiles
    assert ("/pnp/yukon/", "YT: Yukon, intakes") in tiles
    assert len(tiles) == 12
    latest = html.split("Provinces, latest")[1].split("</table>")[0]
    assert re.findall(r'<a href="/pnp/([\w-]+)/', latest) == ["alberta", "ontario"]
    assert '<a href="/pnp/quebec/2026-02-05/">10 invited, 5 Feb 2026</a>' in html


def test_the_table_of_provinces_never_compares_two_streams(client):
    bring_in(
        line("2026-02-02", "on-phd", "5", "57", scale="OINP-EOI"),
        line("2026-02-02", "on-masters", "5", "81", scale="OINP-EOI"),
        line("2026-02-03", "bc-innovate", "206", "n/a"),
        line("2026-02-03", "bc-veterinary", "<5", "90", scale="SIRS"),
    )
    latest = words(text(client, "/pnp/").split("Provinces, latest")[1].split("</table>")[0])
    assert "British Columbia 3 Feb 2026 at least 206 90 one of 2 rows" in latest
    assert "Ontario 2 Feb 2026 10 57 and 81" in latest


def many(count):
    """That many days of two rows each."""
    days = [f"{2000 + n // 300}-{n % 12 + 1:02}-{n // 12 % 25 + 1:02}" for n in range(count)]
    streams = ("ab-opportunity", "ab-tourism")
    bring_in(*(line(day, stream, "5", "40") for day in days for stream in streams))


@pytest.mark.parametrize(
    "address",
    ["/pnp/", "/pnp/?kind=pnp&ee=aligned&year=2000", "/pnp.csv", "/pnp.rss", "/pnp/alberta.json"],
)
def test_it_asks_the_database_as_often_for_many_rows_as_for_few(
    client, django_assert_max_num_queries, address
):
    many(4)
    with django_assert_max_num_queries(12) as few:
        assert page(client, address).status_code == 200
    many(400)
    with django_assert_max_num_queries(12) as lots:
        assert page(client, address).status_code == 200
    assert len(lots) == len(few)


def test_it_turns_pages(client):
    many(65)
    first, second = text(client, "/pnp/"), text(client, "/pnp/?page=2")
    assert (len(days(first)), len(days(second))) == (60, 5)
    assert '<a href="?page=2" rel="next">' in first
    assert "Provinces, latest" not in second
    assert page(client, "/pnp/?page=3").status_code == 404


def test_it_stands_empty_before_anything_came(client):
    response = page(client, "/pnp/")
    assert response.status_code == 200
    assert "No provincial draw is on record yet." in response.content.decode()
    assert "<script" not in response.content.decode()
