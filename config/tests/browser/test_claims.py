"""The panel beside a text, in a real browser: it reads along, and puts figures in place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from config.tests.browser.signing import sign_in
from config.tests.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MAKE = """
from django.contrib.auth.models import User
from articles import publishing
from articles.models import *
User.objects.create_superuser("claire", password="claire-words")
names = {"name_en": "Claims", "name_fr": "Claims"}
category, _ = Category.objects.get_or_create(slug="claims", defaults=names)
author, _ = Author.objects.get_or_create(slug="claims", defaults={"name": "Claims"})
story = Story(working_title="Claims", category=category)
publishing.save_story(story, by=None, authors=[author])
article = Article(story=story, language="en", slug="claims", headline="News", standfirst="S.")
article.body = "<p>First. In draw 396, the <strong>cut-off</strong> was 509. Last.</p>"
publishing.save_draft(article, by=None)
print(article.pk)
"""
BODY = ".prose-editor:has([name=body]) [contenteditable=true]"


@pytest.fixture(scope="module")
def form(browser: Browser, site: Site) -> Iterator[Page]:
    """The form of a draft with one wrong figure."""
    pk = site.manage("shell", "--no-imports", "-c", MAKE).strip().splitlines()[-1]
    page = browser.new_page(viewport={"width": 1280, "height": 1800})
    sign_in(page, site, "claire", "claire-words", f"/admin/articles/article/{pk}/change/")
    page.locator(BODY).first.wait_for()
    yield page
    page.close()


def test_it_reads_along_and_puts_the_bound_figure_into_the_text(form: Page) -> None:
    sum_up = form.locator("#claims .claims-sum")
    expect(sum_up).to_contain_text("1 statement is contradicted")
    form.fill("[name=headline]", "In draw 396, the cut-off was 507")
    expect(sum_up).to_contain_text("2 statements are contradicted", timeout=15_000)
    form.locator("#claims [name=replace][data-where=headline]").first.click()
    expect(form.locator("[name=headline]")).to_have_value("In draw 396, the cut-off was 508")
    form.locator("#claims .wrong [name=replace][data-where=body]").click()
    expect(sum_up).to_contain_text("Nothing is contradicted.", timeout=15_000)
    assert form.locator("[name=body]").input_value() == (
        "<p>First. In draw 396, the <strong>cut-off</strong> was"
        ' <data value="draw/396/crs">508</data>. Last.</p>'
    )
    assert "/change/" in form.url
