"""The page where a webmaster picks a piece and copies its code."""

import html
import re

import pytest

from articles.tests import newsroom
from draws.tests import rows

pytestmark = pytest.mark.django_db


def shown(client, query: str = "", language: str = "") -> tuple[str, str]:
    """The address in the live frame, and the code as it can be copied."""
    rows.draw("396")
    newsroom.article("draw-396")
    page = client.get(f"{language}/embed/{query}").content.decode()
    frame = re.search(r'<iframe class="embed" src="([^"]+)"', page)
    code = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert frame
    assert code
    return html.unescape(frame[1]), html.unescape(code[1])


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/embed/draw/latest/"),
        ("?piece=latest&family=cec&theme=dark", "/embed/draw/latest/?family=cec&theme=dark"),
        ("?piece=draw&number=396", "/embed/draw/396/"),
        ("?piece=draw", "/embed/draw/396/"),
        ("?piece=chart", "/embed/draws/cec/chart/"),
        ("?piece=chart&family=french&language=fr", "/fr/embed/draws/french/chart/"),
        ("?piece=draws&family=cec&year=2026", "/embed/draws/?family=cec&year=2026"),
        ("?piece=pnp&kind=pnp&province=ontario", "/embed/pnp/?province=ontario&kind=pnp"),
        ("?piece=article", "/embed/news/draw-396/"),
        ("?piece=article&article=http://x/news/express-entry/draw-396/", "/embed/news/draw-396/"),
        ("?theme=blue&utm_source=x", "/embed/draw/latest/"),
    ],
)
def test_what_is_picked_is_shown_and_can_be_copied(client, query, address):
    frame, code = shown(client, query)
    assert frame == address
    assert f'src="http://localhost:8000{html.escape(address)}"' in code
    assert '<script src="http://localhost:8000/static/js/embed.js" async></script>' in code
    assert client.get(address).status_code in (200, 404)


def test_the_code_has_the_width_that_was_asked_for(client):
    assert 'width="100%"' in shown(client)[1]
    assert 'width="320"' in shown_again(client, "?width=320")


def shown_again(client, query: str) -> str:
    page = client.get(f"/embed/{query}").content.decode()
    return html.unescape(page)


@pytest.mark.parametrize(
    ("query", "name", "sentence"),
    [
        ("?piece=draw&number=9999", "number", "There is no draw 9999."),
        ("?width=100", "width", "Enter a number from 280 to 1200."),
        ("?width=wide", "width", "Enter a number of pixels."),
        ("?piece=chart&family=nobody", "family", "Choose a type from the list."),
        ("?piece=article&article=none", "article", "There is no such article in this language."),
        ("?piece=article&article=http://[x", "article", "There is no such article"),
    ],
)
def test_it_says_which_field_is_wrong(client, query, name, sentence):
    rows.draw("396")
    response = client.get(f"/embed/{query}")
    page = html.unescape(response.content.decode())
    assert response.status_code == 200
    assert sentence in page
    assert f'aria-describedby="{name}-e"' in page
    assert "<iframe" not in page


def test_it_says_what_is_wrong_in_the_language_of_the_page(client):
    rows.draw("396")
    page = client.get("/embed/?width=wide&language=fr").content.decode()
    assert "Enter a number of pixels." in page


def test_a_wrong_kind_is_told(client):
    assert "Choose from the list." in client.get("/embed/?piece=all").content.decode()


def test_it_may_show_our_frames_and_be_in_none(client):
    policy = client.get("/embed/").headers["Content-Security-Policy"]
    assert "frame-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_list_leads_here_with_its_filter(client):
    rows.draw("396")
    page = client.get("/draws/?family=cec&year=2026").content.decode()
    assert '<a href="/embed/?piece=draws&amp;family=cec&amp;year=2026">Embed</a>' in page
