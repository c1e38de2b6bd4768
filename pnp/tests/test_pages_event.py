import re

import pytest
from django.core.cache import cache

from pnp import notes
from pnp.models import Event, Row
from pnp.tests.tables import bring_in, line
from pnp.views.event import asides_of

pytestmark = pytest.mark.django_db


def page(client, address):
    cache.clear()
    return client.get(address)


def text(client, address):
    return page(client, address).content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_it_shows_every_row_and_their_sum(client):
    bring_in(
        line("2026-02-02", "on-phd", "1800", "57", scale="OINP-EOI", target="Physicians"),
        line("2026-02-02", "on-masters", "25"),
    )
    html = text(client, "/pnp/ontario/2026-02-02/")
    assert "<h1>Ontario: 1,825 invited</h1>" in html
    assert "2 rows of the official table" in html
    rows = words(html.split("Rows of the official table</h2>")[1].split("</table>")[0])
    assert "PhD Graduate stream Physicians 1,800 57 OINP-EOI Invitations to apply" in rows
    assert "Masters Graduate stream 25 not published" in rows
    assert "Sum 1,825" in rows


def test_a_row_below_a_bound_makes_the_sum_a_least(client):
    bring_in(line("2026-02-02", "ab-opportunity", "298"), line("2026-02-02", "ab-ee-law", "<10"))
    html = text(client, "/pnp/alberta/2026-02-02/")
    assert "<h1>Alberta: at least 298 invited</h1>" in html
    assert '<td class="n">&lt;10</td>' in html
    assert "The province does not say exactly how many: 298 to 307." in html


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("ita", "47 invited"),
        ("laa", "47 issued letters of advice"),
        ("noi", "47 notified"),
        ("application", "47 selected"),
    ],
)
def test_each_unit_has_its_own_verb(client, unit, said):
    bring_in(line("2026-01-29", "on-phd", "47", unit=unit))
    assert f"<h1>Ontario: {said}</h1>" in text(client, "/pnp/ontario/2026-01-29/")


def test_an_absent_figure_says_why(client):
    bring_in(
        line("2026-02-03", "bc-innovate", "206", "n/a"),
        line("2026-02-03", "bc-veterinary", "n/a"),
        line("2026-02-03", "bc-construction", "XXX"),
    )
    html = words(text(client, "/pnp/british-columbia/2026-02-03/"))
    assert "206 by wage" in html
    assert "not published not published" in html
    assert "left blank by the province" in html
    assert "so the sum is a least" in html


def test_the_atlantic_program_is_shown_and_not_counted(client):
    bring_in(line("2026-02-02", "nl-pnp", "61"), line("2026-02-02", "nl-aip", "1", program="AIP"))
    html = text(client, "/pnp/newfoundland-and-labrador/2026-02-02/")
    assert "61 invited</h1>" in html
    assert "Atlantic Immigration Program, not PNP 1" in words(html)
    event = Event.objects.get()
    assert [(kind, total.exact) for kind, total in asides_of(event)] == [("aip", 1)]


def test_it_tells_what_the_province_changed(client):
    bring_in(line("2026-02-02", "on-phd", "166"))
    bring_in(line("2026-02-02", "on-phd", "1170"))
    html = words(text(client, "/pnp/ontario/2026-02-02/"))
    assert "Number, PhD Graduate stream. “166” became “1,170”, seen" in html
    assert "Revisions: none." not in html


def test_it_says_that_nothing_changed(client):
    bring_in(line("2026-02-02", "on-phd", "166"))
    assert "Revisions: none." in text(client, "/pnp/ontario/2026-02-02/")


def test_a_day_that_was_taken_back_stays_and_says_so(client):
    bring_in(line("2026-02-02", "on-phd", "166"))
    event, row = Event.objects.get(), Row.objects.get()
    row.withdrawn_at = event.withdrawn_at = event.first_seen_at
    row.save()
    event.save()
    html = text(client, "/pnp/ontario/2026-02-02/")
    assert "<h1>Ontario: withdrawn</h1>" in html
    assert "It is in no sum." in html
    assert "/pnp/ontario/2026-02-02/" not in text(client, "/pnp/")


def test_it_leads_to_the_days_before_and_after_of_the_same_province(client):
    bring_in(
        *(line(f"2026-02-{day:02}", "on-phd", str(day)) for day in (2, 4, 6)),
        line("2026-02-05", "ab-opportunity", "5"),
    )
    html = text(client, "/pnp/ontario/2026-02-04/")
    assert re.findall(r'href="(/pnp/ontario/[\d-]+/)" rel="(\w+)"', html) == [
        ("/pnp/ontario/2026-02-02/", "prev"),
        ("/pnp/ontario/2026-02-06/", "next"),
    ]


def test_an_editors_note_stands_in_its_own_language(client):
    bring_in(line("2026-02-02", "on-phd", "166"))
    notes.set_note(Event.objects.get(), "Look twice.", "", by="test")
    assert "Look twice." in text(client, "/pnp/ontario/2026-02-02/")
    assert re.search(
        r'lang="en"><b>[^<]+</b><p>Look twice', text(client, "/fr/pnp/ontario/2026-02-02/")
    )


@pytest.mark.parametrize("day", ["2026-02-30", "2026-2-3", "february"])
def test_what_is_no_day_is_not_found(client, day):
    assert page(client, f"/pnp/ontario/{day}/").status_code == 404
