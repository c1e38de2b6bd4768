import re
from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache

from ingest.models import Attempt, Source
from pnp import registry
from pnp.models import Allocation, Intake, PeriodTotal, Row
from pnp.tests.tables import bring_in, line
from publish import editions

pytestmark = pytest.mark.django_db

PAGE = "https://example.ca/page"


def page(client, address):
    cache.clear()
    return client.get(address)


def text(client, address):
    return page(client, address).content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def scored(stream, *scores, scale="AAIP-WEOI", start=1):
    return [
        line(f"2026-02-{day:02}", stream, "5", str(score), scale=scale)
        for day, score in enumerate(scores, start)
    ]


def asked(key, hour):
    source, _ = Source.objects.get_or_create(key=key)
    Attempt.objects.create(
        source=source,
        started_at=datetime(2026, 2, 20, hour, tzinfo=UTC),
        outcome=Attempt.Outcome.NOT_MODIFIED,
    )


def test_it_says_what_the_province_publishes_and_what_it_does_not(client):
    html = text(client, "/pnp/alberta/")
    assert "<h1>Alberta</h1>" in html
    assert "no longer says how it selected" in html
    assert 'href="https://www.alberta.ca/aaip-processing-information"' in html


def test_it_says_when_the_page_was_last_checked_without_a_new_edition(client):
    bring_in(line("2026-02-02", "ab-opportunity", "5"))
    assert "This site has not asked the official page yet" in client.get("/pnp/alberta/").text
    edition = editions.current().number
    asked("pnp-ab", 14)
    assert "20 Feb 2026, 14:00 UTC" in client.get("/pnp/alberta/").text
    asked("pnp-ab", 15)
    asked("pnp-bc", 16)
    assert "20 Feb 2026, 15:00 UTC" in client.get("/pnp/alberta/").text
    assert editions.current().number == edition


def test_it_draws_one_chart_for_each_stream_and_scale(client):
    bring_in(
        *scored("ab-opportunity", 58, 60, 59),
        *scored("ab-tourism", 70, 71, 72),
        *scored("ab-ee-law", 49, 50),
    )
    html = text(client, "/pnp/alberta/")
    charts = html.split("Lowest scores by stream")[1].split("</section>")[0]
    assert charts.count('class="plot short"') == 2
    assert "<tspan>59</tspan> newest" in charts
    assert "<tspan>72</tspan> newest" in charts
    assert "Too few scores for a chart:" in charts
    assert "Law Enforcement Pathway (50 on 2 Feb 2026)" in words(charts)


def test_it_never_joins_two_scales_of_one_stream(client):
    bring_in(
        *scored("on-phd", 58, 60, 59, scale="OINP-EOI"),
        *scored("on-phd", 505, 506, 507, scale="CRS", start=11),
    )
    charts = text(client, "/pnp/ontario/").split("Lowest scores by stream")[1]
    assert charts.count('class="plot short"') == 2
    assert 'id="on-phd-crs-t"' in charts
    assert 'id="on-phd-oinp-eoi-t"' in charts


def test_it_shows_the_newest_days_and_leads_to_all(client):
    bring_in(*scored("ab-opportunity", *range(40, 65)))
    html = text(client, "/pnp/alberta/")
    days = re.findall(r'scope="rowgroup"[^>]*><a href="/pnp/alberta/([\d-]+)/"', html)
    assert days == [f"2026-02-{day:02}" for day in range(25, 5, -1)]
    assert '<a href="/pnp/?province=alberta">' in html
    assert "25 days with draws" in html


def test_it_adds_up_each_year_by_what_was_counted(client):
    bring_in(
        line("2026-02-02", "on-phd", "1800"),
        line("2026-02-02", "on-masters", "25"),
        line("2026-02-03", "on-masters", "<5"),
        line("2025-02-02", "on-trades", "6", unit="noi"),
    )
    table = text(client, "/pnp/ontario/").split("By year")[1].split("</table>")[0]
    assert "2026 2 at least 1,825 invited 2025 1 6 notified" in words(table)


def test_rows_of_another_program_are_in_no_sum(client):
    bring_in(
        line("2026-02-02", "nl-pnp", "61"),
        line("2026-02-02", "nl-aip", "1", program="AIP"),
    )
    html = words(text(client, "/pnp/newfoundland-and-labrador/"))
    assert "In 2026 61 invited on 1 day" in html
    assert "AIP: not counted as PNP" in html


def test_months_windows_and_allocations_stand_apart_from_draws(client):
    bring_in(line("2026-02-02", "ab-opportunity", "5"))
    capture = Row.objects.get().first_capture
    PeriodTotal.objects.create(
        program="nsnp",
        month=date(2026, 7, 1),
        unit="selection",
        count_kind="exact",
        low=671,
        high=671,
        first_capture=capture,
        first_seen_at=datetime(2026, 8, 1, tzinfo=UTC),
    )
    Intake.objects.create(
        program="ynp",
        opens=date(2026, 7, 6),
        closes=date(2026, 7, 17),
        places=282,
        source_url=PAGE,
    )
    Allocation.objects.create(
        program="sinp", year=2026, as_of=date(2026, 6, 1), allocated=4761, source_url=PAGE
    )
    months = words(text(client, "/pnp/nova-scotia/").split("Month totals</h2>")[1])
    windows = words(text(client, "/pnp/yukon/").split("Intake windows</h2>")[1])
    allocation = words(text(client, "/pnp/saskatchewan/").split("Allocation</h2>")[1])
    assert "July 2026 671 Selections for processing" in months
    assert "6 Jul 2026 to 17 Jul 2026 all 282 not published" in windows
    assert "2026 1 Jun 2026 4,761 not published not published" in allocation
    overview = text(client, "/pnp/").split("Provinces, latest")[1].split("</table>")[0]
    assert "Nova Scotia July 2026 671 month total" in words(overview)
    assert "671" not in text(client, "/pnp/").split('class="pnp"')[1].split("</table>")[0]


def test_what_is_not_recorded_says_so(client):
    assert "No window is on record here yet." in text(client, "/pnp/yukon/")
    assert "not recorded" in text(client, "/pnp/nova-scotia/").split("Month totals</h2>")[1]


def test_notes_lead_to_the_days_that_are_on_record(client):
    bring_in(line("2026-02-06", "ab-ee-law", "<10"))
    notes = text(client, "/pnp/alberta/").split("Notes on the official figures")[1]
    assert '<a href="/pnp/alberta/2026-02-06/">' in notes
    assert "1,169" in notes
    assert "/pnp/alberta/2024-11-07/" not in notes


@pytest.mark.parametrize("address", ["/pnp/atlantis/", "/pnp/ab/", "/pnp/atlantis.csv"])
def test_a_province_that_is_none_is_not_found(client, address):
    assert page(client, address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/pnp/alberta/", "/pnp/nova-scotia/", "/pnp/yukon/", "/pnp/alberta/2026-02-01/"]
)
def test_it_asks_the_database_as_often_for_many_rows_as_for_few(
    client, django_assert_max_num_queries, address
):
    bring_in(*scored("ab-opportunity", 58, 60, 59))
    asked("pnp-ab", 14)
    with django_assert_max_num_queries(12) as few:
        assert page(client, address).status_code == 200
    bring_in(
        *(
            line(f"{2000 + n // 300}-{n % 12 + 1:02}-{n // 12 % 25 + 1:02}", stream, "5", "40")
            for n in range(1, 300)
            for stream in ("ab-opportunity", "ab-tourism")
        )
    )
    with django_assert_max_num_queries(12) as lots:
        assert page(client, address).status_code == 200
    assert len(lots) == len(few)


def test_it_says_what_a_province_publishes_in_french(client):
    html = text(client, "/fr/pnp/nova-scotia/")
    assert "Nova Scotia publishes" not in html
    assert "<h1>Nouvelle-Écosse</h1>" in html


def test_a_thirteenth_program_has_its_page_tile_and_file_at_once(client, monkeypatch):
    monkeypatch.setitem(registry.ADAPTERS, "nu", "pnp.tests.nunavut")
    rows = ((f"2026-02-0{day}", "nu-trades", "5", str(50 + day)) for day in (1, 2, 3))
    bring_in(*(line(*row, program="NUNP", scale="NUNP-EOI") for row in rows))
    assert text(client, "/pnp/nunavut/").count('class="plot short"') == 1
    assert "NU: Nunavut, 5 invited, 3 Feb 2026" in text(client, "/pnp/")
    assert "<h1>Nunavut: 5 invited</h1>" in text(client, "/pnp/nunavut/2026-02-03/")
    assert len(text(client, "/pnp/nunavut.csv").splitlines()) == 4
