"""Templates that write down each time a page is rendered, whichever process does it."""

import os
from pathlib import Path

from django.template.backends.django import DjangoTemplates, Template

# The pages that the herd asks for; each is made of many other templates.
PAGES = ("articles/article.html", "draws/list.html")


class Counting(DjangoTemplates):
    """Django's own, which adds a line with its name to the file of BENCH_COUNTED for each page."""

    def get_template(self, template_name: str) -> Template:
        if template_name in PAGES and (path := os.environ.get("BENCH_COUNTED")):
            with Path(path).open("a") as lines:
                lines.write(f"{template_name}\n")  # short: written whole
        return super().get_template(template_name)
