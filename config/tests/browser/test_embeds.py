"""Embeds in the page of another site, and the page where a webmaster picks one."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.tests.browser.test_pages import faults
from config.tests.browser.visits import Visitor
from config.tests.site import Site

pytestmark = pytest.mark.browser

PIECES = ("/embed/draw/latest/", "/fr/embed/draws/", "/embed/draws/cec/chart/", "/fr/embed/pnp/")
HIGH = 40


@pytest.fixture
def other_site(site: Site, tmp_path: Path) -> Iterator[str]:
    """Another origin, whose page has our frames, all of a wrong height."""
    frames = "".join(
        f'<iframe src="{site.url}{path}" title="x" width="280" height="{HIGH}"></iframe>'
        for path in PIECES
    )
    script = f'<script src="{site.url}/static/js/embed.js" async></script>'
    (tmp_path / "page.html").write_text(f"<!doctype html><title>x</title>{frames}{script}")
    (tmp_path / "bare.html").write_text(f"<!doctype html><title>x</title>{frames}")
    serve = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_frames_in_another_site_take_the_height_of_their_piece(
    visit: Visitor, other_site: str
) -> None:
    page = visit("/healthz", width=640).page
    page.goto(f"{other_site}/page.html")
    higher = f"[...document.querySelectorAll('iframe')].every(f => Number(f.height) > {HIGH})"
    page.wait_for_function(higher)
    for frame in page.frames[1:]:
        root = frame.locator("html")
        assert root.evaluate("root => root.scrollHeight <= window.innerHeight")
        assert root.evaluate("root => root.scrollWidth <= window.innerWidth"), frame.url
        assert frame.locator("h1").inner_text()


def test_frames_show_everything_without_any_script(visit: Visitor, other_site: str) -> None:
    page = visit("/healthz", width=640, script=False).page
    page.goto(f"{other_site}/bare.html")
    assert [frame.locator("h1").count() for frame in page.frames[1:]] == [1] * len(PIECES)


def test_a_webmaster_picks_a_piece_sees_it_and_copies_its_code(visit: Visitor) -> None:
    seen = visit("/embed/", width=360)
    page = seen.page
    page.get_by_label("What", exact=True).select_option("draws")
    page.get_by_label("Colours").select_option("dark")
    page.get_by_role("button", name="Show it").click()
    assert page.frame_locator("iframe.embed").locator("h1").inner_text()
    assert faults(page, "light") + faults(page, "dark") == ""
    page.get_by_role("button", name="Copy the code").click()
    page.get_by_text("Copied.").wait_for()
    assert seen.complaints == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert seen.overflow <= 0


def test_the_page_works_without_scripts(visit: Visitor) -> None:
    page = visit("/embed/?piece=draw&number=396", script=False).page
    assert "/embed/draw/396/" in page.get_by_label("HTML").input_value()
    assert page.get_by_role("button", name="Copy the code").count() == 0
