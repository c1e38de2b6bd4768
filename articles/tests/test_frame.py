import re

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import translation

from articles.tests import newsroom
from draws.tests import rows

pytestmark = pytest.mark.django_db


def get(client, address):
    cache.clear()
    return client.get(address)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/", "/fr/"),
        ("/fr/", "/"),
        ("/draws/396/", "/fr/draws/396/"),
        ("/fr/draws/?family=cec&score=520", "/draws/?family=cec&amp;score=520"),
        ("/status/", "/fr/status/"),
    ],
)
def test_it_leads_to_the_same_page_in_the_other_language(client, address, other):
    rows.draw("396")
    html = get(client, address).content.decode()
    language = "fr" if other.startswith("/fr") else "en"
    assert f'<a href="{other}" lang="{language}" hreflang="{language}"' in html
    assert f'hreflang="{language}" href="http://localhost:8000{other}"' in html


def test_it_says_its_language_and_its_own_address(client):
    rows.draw("396")
    html = get(client, "/fr/draws/396/").content.decode()
    assert '<html lang="fr">' in html
    assert '<link rel="canonical" href="http://localhost:8000/fr/draws/396/">' in html
    assert 'hreflang="x-default" href="http://localhost:8000/draws/396/"' in html


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("/news/", "News"),
        ("/news/express-entry/draw-396/", "Express Entry"),
        ("/draws/", "All draws"),
        ("/draws/396/", "All draws"),
        ("/draws/pool/", "Pool"),
        ("/status/", "Data status"),
    ],
)
def test_it_marks_the_present_section(client, address, section):
    rows.draw("396")
    newsroom.article("draw-396")
    html = get(client, address).content.decode()
    assert re.findall(r'aria-current="page">([^<]+)<', html) == [section]


def test_it_carries_the_latest_cut_off_on_every_other_page(client):
    rows.draw("395", crs=789, family="pnp")
    rows.draw("396")
    html = get(client, "/draws/395/").content.decode()
    assert '<div class="strip"><p class="wrap"><b>508</b>' in html


@pytest.mark.parametrize("address", ["/", "/draws/", "/draws/396/", "/draws/cec/", "/draws/pool/"])
def test_it_leads_only_to_pages_that_exist(client, address):
    for number in ("392", "395", "396"):
        rows.draw(number, pool=rows.pool())
    html = get(client, address).content.decode()
    for path in sorted(set(re.findall(r'href="(/[^"#]*)"', html))):
        if not path.startswith("/static/"):
            assert get(client, path.replace("&amp;", "&")).status_code == 200, path


@pytest.mark.parametrize(("address", "language"), [("/nothing/", "en"), ("/fr/rien/", "fr")])
def test_it_says_in_the_language_of_the_address_that_a_page_is_missing(client, address, language):
    response = get(client, address)
    assert response.status_code == 404
    html = response.content.decode()
    assert f'<html lang="{language}">' in html
    assert ("This page is not here" in html) == (language == "en")


@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_it_renders_faults_without_a_request_or_a_database(name, django_assert_num_queries):
    with django_assert_num_queries(0), translation.override("en"):
        html = render_to_string(name)
    assert "<h1>" in html
    assert '<a class="brand" href="/">' in html


def test_it_shows_how_each_source_is_doing(client):
    html = get(client, "/status/").content.decode()
    assert "Not asked yet." in html
    assert "Last attempt" in html
    assert "Held rows" in html
