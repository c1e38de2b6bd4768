"""The desk in a real browser: one key to the search, nothing that axe objects to, phones too."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from config.tests.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ("/admin/", "/fr/admin/", "/admin/articles/article/", "/admin/search/?q=tie-break")
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def editor(browser: Browser, site: Site) -> Iterator[Page]:
    """The demonstration editor, logged in with the password that the command prints."""
    told = site.manage("demo_accounts").splitlines()
    password = next(line.split()[-1] for line in told if line.split()[:1] == ["editor"])
    page = browser.new_page(viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    page.goto(f"{site.url}/admin/login/")
    assert objections(page) == []
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", password)
    page.click("#login-form [type=submit]")
    yield page
    page.close()


def objections(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_axe_has_no_objection(editor: Page, site: Site, scheme: str) -> None:
    editor.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in PAGES:
        editor.goto(site.url + path)
        assert objections(editor) == [], path
        assert editor.evaluate(WIDER) == 0, path


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_one_key_leads_to_the_search(editor: Page, site: Site, keys: str) -> None:
    editor.goto(f"{site.url}/admin/articles/story/")
    editor.keyboard.press(keys)
    assert editor.evaluate("document.activeElement.id") == "desk-q"
    editor.keyboard.type("396")
    editor.keyboard.press("Enter")
    editor.get_by_role("link", name="396 ·").wait_for()


def test_a_slash_in_a_field_stays_a_slash(editor: Page, site: Site) -> None:
    editor.goto(f"{site.url}/admin/articles/story/add/")
    editor.locator("[name=working_title]").press_sequentially("a/b")
    assert editor.locator("[name=working_title]").input_value() == "a/b"
