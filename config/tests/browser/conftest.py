"""One Chromium and one running site for all browser tests, closed when the last of them is done.

The fixtures end with the package, not with the session: while Playwright runs, Django refuses the
database to every other test of the same process.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from config.tests.browser import chromium
from config.tests.browser.visits import Visit, Visitor, load
from config.tests.site import Site, running


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if chromium.find() is None:
        pytest.skip("no Chromium on this machine")
    with chromium.opened() as browser:
        yield browser


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> dict[tuple[object, ...], BrowserContext]:
    """Visitors met so far, by width, colour scheme and script: a visitor keeps its cache."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, site: Site, contexts: dict[tuple[object, ...], BrowserContext]
) -> Iterator[Visitor]:
    """Opens an address: visit("/draws/", width=360, scheme="dark", script=True)."""
    opened: list[Page] = []

    def open_page(
        path: str, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Visit:
        key = (width, scheme, script)
        if key not in contexts:
            contexts[key] = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,  # type: ignore[arg-type]
                reduced_motion="reduce",  # a colour on its way to another has no contrast
                java_script_enabled=script,
            )
        page = contexts[key].new_page()
        opened.append(page)
        return load(page, site.url + path)

    yield open_page
    for page in opened:
        page.close()
