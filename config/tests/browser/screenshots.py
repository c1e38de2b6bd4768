"""Pictures of each kind of page, in both widths, schemes and languages: `make screenshots`.

python -m config.tests.browser.screenshots [page ...]   into var/screenshots
python -m config.tests.browser.screenshots --readme     docs/images/home.png
"""

import argparse
import itertools
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from config.tests.browser import chromium
from config.tests.browser.pages import LANGUAGES, PAGES, address
from config.tests.site import ROOT, Site, running

FOLDER = ROOT / "var" / "screenshots"
README_PICTURE = ROOT / "docs" / "images" / "home.png"
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")


def take_all(browser: Browser, site: Site, names: list[str]) -> None:
    """Writes <page>-<width>-<scheme>-<language>.png for each of the names."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, width, scheme, language in itertools.product(names, WIDTHS, SCHEMES, LANGUAGES):
        file = FOLDER / f"{name}-{width}-{scheme}-{language}.png"
        take(browser, site.url + address(name, language), file, width=width, scheme=scheme)


def take(
    browser: Browser, url: str, file: Path, *, width: int, scheme: str, whole: bool = True
) -> None:
    """Writes one picture: the whole page, or what fits on a screen."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(url)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=file, full_page=whole)
    page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Pictures of each kind of page.")
    parser.add_argument("pages", nargs="*", help=f"of {', '.join(PAGES)}; all of them if none")
    parser.add_argument("--readme", action="store_true", help="only the picture in the README")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as data,
        running(Path(data)) as site,
        chromium.opened() as browser,
    ):
        if options.readme:
            README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
            take(browser, site.url, README_PICTURE, width=1280, scheme="light", whole=False)
        else:
            take_all(browser, site, options.pages or list(PAGES))
    sys.stdout.write(f"{README_PICTURE if options.readme else FOLDER}\n")


if __name__ == "__main__":
    main()
