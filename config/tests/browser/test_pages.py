"""Each kind of page in a real browser: readable by all, on any width, from this host alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from config.tests.browser.pages import KINDS, PAGES, address
from config.tests.browser.visits import Visitor
from config.tests.site import Site

pytestmark = pytest.mark.browser

EACH_PAGE = pytest.mark.parametrize("name", PAGES)
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What the browser runs: structured data is no such script.
RUN = "script:not([type='application/ld+json'])"

# Describing all that is in order takes longer than finding what is not.
ONLY_FAULTS = {"resultTypes": ["violations"]}


def faults(page: Page, scheme: str) -> str:
    """What axe has against a page as it stands in light or dark, in words; "" if nothing."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    report = Axe().run(page, options={"runOnly": EVERY_RULE, **ONLY_FAULTS})
    return f"{scheme}: {report.generate_report()}" if report.violations_count else ""


# Each rule on a wide and on a narrow page, each colour in light and in dark: `make looks` asks
# every combination.
@EACH_PAGE
@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", 1280, "dark"), ("fr", 360, "light")]
)
def test_it_is_open_to_all_asks_nobody_else_and_never_scrolls_sideways(
    visit: Visitor, site: Site, name: str, language: str, width: int, scheme: str
) -> None:
    seen = visit(address(name, language), width=width)
    expected = 404 if name == "not-found" else 200
    assert seen.response.status == expected
    assert "default-src 'none'" in seen.response.headers["content-security-policy"]
    # Chromium reports the page's own 404 as an error of the console.
    assert [text for text in seen.complaints if "404" not in text or expected == 200] == []
    assert [url for url in seen.requests if not url.startswith((site.url, "data:"))] == []
    words = seen.page.locator("main").inner_text()
    assert words.strip()
    if seen.page.locator(RUN).count():
        bare = visit(address(name, language), width=width, script=False).page
        assert bare.locator("main").inner_text() == words
    if name in KINDS:
        assert faults(seen.page, scheme) == ""
    for other in (320, 360, 640, 1280):
        seen.page.set_viewport_size({"width": other, "height": 900})
        assert seen.overflow <= 0, f"{seen.overflow} px too wide at {other} px"


@pytest.mark.slow
@EACH_PAGE
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_accessibility_violations_in_any_state(
    visit: Visitor, name: str, language: str, width: int, scheme: str
) -> None:
    page = visit(address(name, language), width=width).page
    assert faults(page, scheme) == ""


def test_it_filters_without_scripts(visit: Visitor) -> None:
    page = visit("/draws/", script=False).page
    page.locator("form.filter select[name=family]").select_option("cec")
    page.locator("form.filter [type=submit], form.filter button").first.click()
    assert "family=cec" in page.url
    assert "Canadian Experience Class" in page.locator("main").inner_text()
