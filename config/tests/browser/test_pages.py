"""Each kind of page in a real browser: readable by all, on any width, from this host alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from config.tests.browser.pages import KINDS, PAGES, STATES, address
from config.tests.browser.visits import Visitor
from config.tests.site import Site

pytestmark = pytest.mark.browser

EACH_PAGE = pytest.mark.parametrize("name", PAGES)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "fr"])
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only colours differ between the two schemes, so the second look is for them alone.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

# Describing all that is in order takes longer than finding what is not.
ONLY_FAULTS = {"resultTypes": ["violations"]}


@pytest.mark.parametrize(
    ("name", "width", "language"),
    [
        *((name, 360, "fr") for name in KINDS),
        *((name, 1280, "en") for name in KINDS),
        *((name, 360, "en") for name in sorted(STATES)),
    ],
)
def test_it_has_no_accessibility_violations(
    visit: Visitor, name: str, width: int, language: str
) -> None:
    page = visit(address(name, language), width=width).page
    for scheme, rules in (("light", EVERY_RULE), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options={"runOnly": rules, **ONLY_FAULTS})
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"


@EACH_PAGE
@EACH_LANGUAGE
def test_it_asks_nobody_else_breaks_no_policy_and_never_scrolls_sideways(
    visit: Visitor, site: Site, name: str, language: str
) -> None:
    seen = visit(address(name, language))
    expected = 404 if name == "not-found" else 200
    assert seen.response.status == expected
    assert "default-src 'none'" in seen.response.headers["content-security-policy"]
    # Chromium reports the page's own 404 as an error of the console.
    assert [text for text in seen.complaints if "404" not in text or expected == 200] == []
    assert [url for url in seen.requests if not url.startswith((site.url, "data:"))] == []
    for width in (320, 360, 640, 1280):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.overflow <= 0, f"{seen.overflow} px too wide at {width} px"


@EACH_PAGE
def test_it_says_the_same_without_scripts(visit: Visitor, name: str) -> None:
    words = visit(address(name)).page.locator("main").inner_text()
    bare = visit(address(name), script=False).page.locator("main").inner_text()
    assert bare == words
    assert words.strip()


def test_it_filters_without_scripts(visit: Visitor) -> None:
    page = visit("/draws/", script=False).page
    page.locator("form.filter select[name=family]").select_option("cec")
    page.locator("form.filter [type=submit], form.filter button").first.click()
    assert "family=cec" in page.url
    assert "Canadian Experience Class" in page.locator("main").inner_text()
