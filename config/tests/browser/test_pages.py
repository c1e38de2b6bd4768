"""Each kind of page in a real browser: readable by all, on any width, from this host alone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from config.tests.browser.pages import KINDS, PAGES, address
from config.tests.browser.visits import Visitor
from config.tests.site import Site

pytestmark = pytest.mark.browser

EACH_PAGE = pytest.mark.parametrize("name", PAGES)
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only colours differ between the two schemes, so the second look is for them alone.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
BOTH_SCHEMES: dict[str, Any] = {"light": EVERY_RULE, "dark": COLOUR_RULES}
# What the browser runs: structured data is no such script.
RUN = "script:not([type='application/ld+json'])"

# Describing all that is in order takes longer than finding what is not.
ONLY_FAULTS = {"resultTypes": ["violations"]}


def faults(page: Page, schemes: dict[str, Any]) -> str:
    """What axe has against a page as it stands, in words; "" if nothing."""
    found = []
    for scheme, rules in schemes.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        report = Axe().run(page, options={"runOnly": rules, **ONLY_FAULTS})
        if report.violations_count:
            found.append(f"{scheme}: {report.generate_report()}")
    return "\n".join(found)


@EACH_PAGE
@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("fr", 360)])
def test_it_is_open_to_all_asks_nobody_else_and_never_scrolls_sideways(
    visit: Visitor, site: Site, name: str, language: str, width: int
) -> None:
    seen = visit(address(name, language), width=width)
    expected = 404 if name == "not-found" else 200
    assert seen.response.status == expected
    assert "default-src 'none'" in seen.response.headers["content-security-policy"]
    # Chromium reports the page's own 404 as an error of the console.
    assert [text for text in seen.complaints if "404" not in text or expected == 200] == []
    assert [url for url in seen.requests if not url.startswith((site.url, "data:"))] == []
    if name in KINDS:
        assert faults(seen.page, BOTH_SCHEMES) == ""
    for other in (320, 360, 640, 1280):
        seen.page.set_viewport_size({"width": other, "height": 900})
        assert seen.overflow <= 0, f"{seen.overflow} px too wide at {other} px"


@EACH_PAGE
def test_it_says_the_same_without_scripts(visit: Visitor, name: str) -> None:
    seen = visit(address(name)).page
    words = seen.locator("main").inner_text()
    assert words.strip()
    if seen.locator(RUN).count():
        bare = visit(address(name), script=False).page
        assert bare.locator("main").inner_text() == words


@pytest.mark.slow
@EACH_PAGE
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_has_no_accessibility_violations_in_any_state(
    visit: Visitor, name: str, language: str, width: int
) -> None:
    page = visit(address(name, language), width=width).page
    assert faults(page, {"light": EVERY_RULE, "dark": EVERY_RULE}) == ""


def test_it_filters_without_scripts(visit: Visitor) -> None:
    page = visit("/draws/", script=False).page
    page.locator("form.filter select[name=family]").select_option("cec")
    page.locator("form.filter [type=submit], form.filter button").first.click()
    assert "family=cec" in page.url
    assert "Canadian Experience Class" in page.locator("main").inner_text()
