"""Provincial draws on the pages of the newsroom: the widget, the home page, the way to the list."""

import re
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string

from articles.widgets import WIDGETS
from ingest.models import Revision
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db


def text(client, address):
    cache.clear()
    return client.get(address).content.decode()


def widget():
    shown = WIDGETS["pnp-draws"]
    return render_to_string(
        shown.template, {"key": "pnp-draws", "title": shown.title, **shown.context()}
    )


def test_the_widget_has_the_five_newest_days_and_a_way_to_all():
    bring_in(
        *(line(f"2026-02-{day:02}", "on-phd", str(day)) for day in range(1, 8)),
        line("2026-02-09", "qc-1", "9"),
        line("2026-02-10", "nl-aip", "9", program="AIP"),
    )
    html = widget()
    assert re.findall(r"<th[^>]*>([^<]+)</th>", html) == ["Date", "Province", "Invitations"]
    assert re.findall(r'href="(/pnp/[^"]+)"', html) == [
        f"/pnp/ontario/2026-02-{day:02}/" for day in (7, 6, 5, 4, 3)
    ]
    assert '<a href="/pnp/">Full list of PNP draws</a>' in html


def test_the_widget_says_what_the_pages_of_the_days_say(client):
    bring_in(
        line("2026-02-02", "ab-opportunity", "298"),
        line("2026-02-02", "ab-ee-law", "<10"),
        line("2026-02-03", "ab-ee-law", "<10"),
        line("2026-02-04", "nl-pnp", "61"),
        line("2026-02-04", "nl-aip", "1", program="AIP"),
        line("2026-02-05", "on-phd", "1800"),
    )
    found = re.findall(r'<a href="(/pnp/[^"]+)">[^<]+</a></td><td class="n">([^<]+)<', widget())
    assert [total for _path, total in found] == ["1,800", "61", "fewer than 10", "at least 298"]
    for path, total in found:
        assert f": {total} invited</h1>" in text(client, path)


def test_the_home_page_has_the_newest_of_each_province(client):
    bring_in(line("2026-02-05", "on-phd", "1800", "57"), line("2026-02-06", "qc-1", "9"))
    section = text(client, "/").split("Provinces, latest")[1].split("</section>")[0]
    assert '<a href="/pnp/ontario/2026-02-05/">Ontario</a>' in section
    assert "1,800" in section
    assert '<a href="/pnp/">Full list of PNP draws</a>' in section
    assert "Quebec" not in section.split("</table>")[0]


@pytest.mark.parametrize("address", ["/", "/draws/", "/fr/pnp/ontario/"])
def test_every_page_leads_to_provincial_draws_in_the_menu_and_below(client, address):
    language = "/fr" if address.startswith("/fr") else ""
    html = text(client, address)
    assert f'href="{language}/pnp/"' in html.split("</header>")[0]
    assert f'href="{language}/pnp/"' in html.split("<footer")[1]


@pytest.mark.parametrize(
    "address", ["/pnp/", "/pnp/ontario/", "/pnp/ontario/2026-02-05/", "/pnp/quebec/2026-02-06/"]
)
def test_provincial_pages_lead_only_to_pages_that_exist(client, address):
    bring_in(
        line("2026-02-05", "on-phd", "1800", "57"),
        line("2026-02-04", "on-phd", "18"),
        line("2026-02-06", "qc-1", "9"),
    )
    for path in sorted(set(re.findall(r'href="(/[^"#]*)"', text(client, address)))):
        if not path.startswith("/static/"):
            assert client.get(path.replace("&amp;", "&")).status_code == 200, path


def test_the_sitemap_has_every_province_and_day_with_the_moment_of_its_last_change(client):
    bring_in(line("2026-02-05", "on-phd", "1800"), line("2026-02-06", "on-phd", "5"))
    bring_in(line("2026-02-06", "on-phd", "7"))
    Revision.objects.update(seen_at=datetime(2040, 2, 7, 12, tzinfo=UTC))
    xml = text(client, "/sitemap-provinces.xml")
    found = re.findall(r"<loc>http://localhost:8000(/pnp/[^<]+)</loc>(?:<lastmod>([^<]+))?", xml)
    assert len(found) == 12 + 2
    moments = dict(found)
    assert moments["/pnp/ontario/2026-02-06/"] == "2040-02-07T12:00:00Z"
    assert "" < moments["/pnp/ontario/2026-02-05/"] < "2040"
    assert moments["/pnp/ontario/"] == ""
