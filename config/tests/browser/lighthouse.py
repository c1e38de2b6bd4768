"""Lighthouse on a running site, as a phone sees it: `make lighthouse` (needs Node and Chromium).

Prints each page's marks and ends with 1 when one is lower than promised.
"""

import json
import os
import subprocess
import sys

import environ

from config.tests.browser.chromium import FLAGS, find
from config.tests.browser.pages import PAGES

VERSION = "lighthouse@13.5.0"
SITE = f"http://localhost:{environ.Env().int('PORT', default=8000)}"
LOOKED_AT = ("home", "article", "draws")
PROMISED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def marks(url: str) -> dict[str, int]:
    """The marks of one page, 0 to 100."""
    command = ["npx", "--yes", VERSION, url, "--quiet", "--output=json", "--output-path=stdout"]
    command.append("--only-categories=" + ",".join(PROMISED))
    command.append("--chrome-flags=" + " ".join(["--headless", *FLAGS]))
    environment = os.environ | {"CHROME_PATH": find() or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    categories = json.loads(done.stdout)["categories"]
    return {name: round((categories[name]["score"] or 0) * 100) for name in PROMISED}


def main() -> int:
    low = False
    for name in LOOKED_AT:
        found = marks(SITE + PAGES[name])
        low |= any(found[category] < least for category, least in PROMISED.items())
        said = ", ".join(f"{category} {mark}" for category, mark in found.items())
        sys.stdout.write(f"{name}: {said}\n")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
