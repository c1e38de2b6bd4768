from datetime import date, timedelta

import pytest
from django.core.cache import cache

from draws.tests import rows

pytestmark = pytest.mark.django_db


def text(client, address):
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_it_lists_counts_by_their_own_date_newest_first(client):
    rows.draw("391", pool=rows.pool(date(2026, 1, 19), total=237120))
    rows.draw("396", pool=rows.pool(date(2026, 2, 15)))
    table = text(client, "/draws/pool/").split('class="counts"')[1]
    assert table.index("15 Feb 2026") < table.index("19 Jan 2026")
    assert "235,695" in table
    assert "237,120" in table


def test_it_names_the_draws_that_print_a_count(client):
    shared = rows.pool()
    for number in ("395", "396"):
        rows.draw(number, pool=shared)
    html = text(client, "/draws/pool/")
    assert '<a href="/draws/395/">395</a>, <a href="/draws/396/">396</a>' in html
    assert html.count("</tr>") < 20


def test_it_notes_bands_that_do_not_add_up(client):
    rows.draw("247", pool=rows.pool(b451_500=73789))
    assert "IRCC prints 73,789 candidates from 451 to 500" in text(client, "/draws/pool/")


def test_it_adds_no_note_to_a_sound_count(client):
    rows.draw("396", pool=rows.pool())
    assert "add up to" not in text(client, "/draws/pool/")


def test_it_draws_the_total_and_the_top_of_the_pool(client):
    for day in range(3):
        figures = {"total": 230000 + day, "b501_600": 16000 + day}
        rows.draw(str(day + 1), pool=rows.pool(date(2026, 1, 1) + timedelta(days=day), **figures))
    html = text(client, "/draws/pool/")
    assert '<tspan class="hi">230,002</tspan>' in html
    assert '<tspan class="hi">16,282</tspan>' in html


def test_it_leaves_out_counts_that_no_draw_carries_any_more(client):
    rows.pool(date(2025, 1, 1))
    rows.draw("396", pool=rows.pool())
    assert "1 Jan 2025" not in text(client, "/draws/pool/")


def test_it_asks_the_database_as_often_for_many_counts_as_for_few(
    client, django_assert_max_num_queries
):
    def add(first, last):
        for day in range(first, last):
            rows.draw(str(day), pool=rows.pool(date(2024, 1, 1) + timedelta(days=day)))

    add(1, 4)
    cache.clear()
    with django_assert_max_num_queries(12) as few:
        client.get("/draws/pool/")
    add(4, 120)
    cache.clear()
    with django_assert_max_num_queries(12) as lots:
        client.get("/draws/pool/")
    assert len(few) == len(lots)


def test_it_stands_empty_before_the_first_count(client):
    assert "No count is on record yet." in text(client, "/draws/pool/")
