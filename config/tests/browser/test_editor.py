"""The editor of articles in a real browser, under our policy: nothing that is bound is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from config.tests.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BODY = (
    '<p>At <data value="draw/396/crs">508</data> <strong>or <data value="draw/396/date">17'
    " February 2026</data></strong>.</p>"
    '<div data-block="facts" data-of="draw/396"></div>'
    "<h2>Table</h2>"
    '<table><caption>As on <data value="pool/2026-02-15/total">235,695</data></caption>'
    "<thead><tr><th><p>A</p></th><th><p>B</p></th></tr></thead>"
    '<tbody><tr><td colspan="2"><p>1</p></td></tr></tbody></table>'
    "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"
    '<blockquote><p>q <a href="/draws/396/">x</a></p></blockquote>'
    '<div data-block="see-also" data-of=""></div>'
)
MAKE = """
from articles import publishing
from articles.models import *
names = {{"name_en": "Desk", "name_fr": "Desk"}}
category, _ = Category.objects.get_or_create(slug="desk", defaults=names)
author, _ = Author.objects.get_or_create(slug="desk", defaults={{"name": "Desk"}})
story = Story(working_title="Desk", category=category)
publishing.save_story(story, by=None, authors=[author])
article = Article(story=story, language="en", slug="desk-{n}", headline="Desk", standfirst="s")
article.body = '''{body}'''
publishing.publish(article, by=None)
print(article.pk)
"""
READ = "from articles.models import Article; print(Article.objects.get(pk={pk}).body)"


def article(site: Site, body: str) -> str:
    """A published article of this text; its primary key."""
    made = site.manage("shell", "--no-imports", "-c", MAKE.format(body=body, n=abs(hash(body))))
    return made.strip().splitlines()[-1]


def body_of(site: Site, pk: str) -> str:
    return site.manage("shell", "--no-imports", "-c", READ.format(pk=pk)).strip()


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    """A signed-in editor."""
    who = {"DJANGO_SUPERUSER_USERNAME": "desk", "DJANGO_SUPERUSER_EMAIL": "desk@example.ca"}
    site.manage("createsuperuser", "--no-input", DJANGO_SUPERUSER_PASSWORD="desk-words", **who)
    # High enough for a whole form: the mouse drags only what is in view.
    page = browser.new_page(viewport={"width": 1280, "height": 3000})
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", "desk")
    page.fill("[name=password]", "desk-words")
    page.click("[type=submit]")
    yield page
    page.close()


def open_article(desk: Page, site: Site, pk: str) -> list[str]:
    """Opens the form; returns what the page complains about from now on."""
    complaints: list[str] = []
    desk.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    desk.goto(f"{site.url}/admin/articles/article/{pk}/change/")
    desk.locator(".field-body [contenteditable=true]").wait_for()
    return complaints


def save(desk: Page) -> None:
    desk.fill("[name=reason]", "A test")
    desk.click("[name=_continue]")
    desk.locator(".messagelist .success").wait_for()


def test_it_keeps_every_figure_and_block_through_editing(desk: Page, site: Site) -> None:
    pk = article(site, BODY)
    complaints = open_article(desk, site, pk)
    desk.locator(".field-body [contenteditable=true] p").first.click()
    desk.keyboard.press("Home")
    desk.keyboard.type("Two new words ")
    save(desk)
    assert body_of(site, pk) == BODY.replace("<p>At ", "<p>Two new words At ", 1)
    # The editor asks for a style that the policy refuses: static/css/prose-admin.css stands in.
    assert [text for text in complaints if "inline style" not in text] == []


def test_it_keeps_a_text_of_one_block(desk: Page, site: Site) -> None:
    block = '<div data-block="facts" data-of="draw/396"></div>'
    pk = article(site, block)
    open_article(desk, site, pk)
    desk.locator(".field-body [contenteditable=true] p").last.click()
    desk.keyboard.type("x")
    desk.keyboard.press("Backspace")
    save(desk)
    assert body_of(site, pk) == block


def test_it_puts_in_a_figure_and_a_block(desk: Page, site: Site) -> None:
    pk = article(site, "<p>At</p>")
    open_article(desk, site, pk)
    desk.locator(".field-body [contenteditable=true] p").first.click()
    desk.keyboard.press("End")
    desk.keyboard.type(" ")
    desk.click(".field-body [data-name=boundFigure]")
    desk.fill("dialog [name=address]", "draw/396/crs")
    desk.click("dialog [type=submit]")
    desk.click(".field-body [data-name=boundBlock]")
    desk.select_option("dialog [name=kind]", "chart")
    desk.fill("dialog [name=of]", "family/cec")
    desk.click("dialog [type=submit]")
    save(desk)
    assert body_of(site, pk) == (
        '<p>At <data value="draw/396/crs">508</data></p>'
        '<div data-block="chart" data-of="family/cec"></div>'
    )


ASKED = "print(*[q.slug for q in Article.objects.get(pk={}).questions.all()])"


def asked(site: Site, pk: str) -> list[str]:
    code = f"from articles.models import Article; {ASKED.format(pk)}"
    return site.manage("shell", "--no-imports", "-c", code).split()


def drag(page: Page, what: Locator, onto: Locator) -> None:
    """By hand: the list reacts to the way of the mouse, not to its end alone."""
    start, end = what.bounding_box(), onto.bounding_box()
    page.mouse.move(start["x"] + 30, start["y"] + 8)
    page.mouse.down()
    for share in (0.1, 0.5, 0.9, 1.0):
        page.mouse.move(start["x"] + 30, start["y"] + 8 + (end["y"] - start["y"]) * share)
        page.wait_for_timeout(100)
    page.mouse.up()


def test_it_adds_questions_and_drags_them_into_order(desk: Page, site: Site) -> None:
    pk = article(site, "<p>Asked.</p>")
    open_article(desk, site, pk)
    for number in range(2):
        desk.click("#questions-group .add-row a")
        row = desk.locator(f"#questions-{number}")
        row.locator("[name$=own_question]").fill(f"Question {number}?")
        row.locator("[contenteditable=true]").click()
        desk.keyboard.type(f"Answer {number}")
    save(desk)
    assert asked(site, pk) == ["question-0", "question-1"]
    first, second = desk.locator("#questions-0"), desk.locator("#questions-1")
    drag(desk, second.locator("h3"), first.locator("h3"))
    assert second.bounding_box()["y"] < first.bounding_box()["y"]
    save(desk)
    assert asked(site, pk) == ["question-1", "question-0"]


def test_it_gives_no_other_page_a_nonce(desk: Page, site: Site) -> None:
    pk = article(site, "<p>Seen.</p>")
    form = desk.goto(f"{site.url}/admin/articles/article/{pk}/change/")
    public = desk.goto(f"{site.url}/news/")
    assert "'nonce-" in form.headers["content-security-policy"]
    assert "unsafe" not in form.headers["content-security-policy"]
    assert "nonce" not in public.headers["content-security-policy"]
