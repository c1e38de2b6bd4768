"""The editor of articles in a real browser, under our policy: nothing that is bound is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page

from config.tests.browser.signing import sign_in
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
    sign_in(page, site, "desk", "desk-words")
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
    desk.check("[name=kind][value=typing]")
    desk.fill("[name=reason]", "A test")
    desk.click("[name=verb][value=revise]")
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


def write_at_end(desk: Page) -> Locator:
    """The text, with the cursor at the end of its first paragraph and no mouse from here on."""
    text = desk.locator(".field-body [contenteditable=true]")
    text.locator("p").first.click()
    desk.keyboard.press("End")
    return text


def picked(desk: Page, words: str) -> None:
    """Put in the first thing that the picker lists for these words."""
    desk.keyboard.type(f"/{words}")
    desk.keyboard.press("Enter")
    desk.locator("dialog.picker").wait_for(state="detached")


def test_it_puts_in_figures_and_a_block_by_keyboard_alone(desk: Page, site: Site) -> None:
    pk = article(site, "<p>At</p>")
    complaints = open_article(desk, site, pk)
    write_at_end(desk)
    for before, words in ((" ", "396"), (", ", "396 inv"), (" on ", "396 date")):
        desk.keyboard.type(before)
        picked(desk, words)
    desk.keyboard.press("Control+Shift+F")
    field = desk.get_by_role("combobox", name="Insert from the record")
    field.press_sequentially("pool by")
    desk.get_by_role("option", name="Pool by score").wait_for()
    desk.keyboard.press("Enter")
    field = desk.get_by_role("combobox", name="Pool by score")
    field.press_sequentially("396")
    desk.keyboard.press("Enter")
    desk.get_by_role("group", name="Pool by score: Draw 396").wait_for()
    assert desk.get_by_role("img", name="Draw 396, cut-off: 508").count() == 1
    save(desk)
    assert body_of(site, pk) == (
        '<p>At <data value="draw/396/crs">508</data>, '
        '<data value="draw/396/invitations">6,000</data> on '
        '<data value="draw/396/date">17 February 2026</data></p>'
        '<div data-block="pool" data-of="draw/396"></div>'
    )
    assert [text for text in complaints if "inline style" not in text] == []


def test_it_leaves_a_slash_where_nothing_is_picked(desk: Page, site: Site) -> None:
    open_article(desk, site, article(site, "<p>In 2025</p>"))
    text = write_at_end(desk)
    desk.keyboard.type("/26 ")
    assert desk.locator("dialog.picker").count() == 0
    desk.keyboard.type("/")
    desk.keyboard.press("Escape")
    desk.keyboard.type(" or / ")
    assert text.locator("p").first.inner_text().strip() == "In 2025/26 / or /"


SET = "from draws.models import Draw; Draw.objects.filter(number='396').update(crs={})"


def test_it_marks_what_has_changed_and_what_leads_nowhere(desk: Page, site: Site) -> None:
    bound = '<data value="draw/396/crs">508</data> <data value="draw/999/crs">7</data>'
    pk = article(site, f"<p>{bound}</p>")
    site.manage("shell", "--no-imports", "-c", SET.format(507))
    try:
        open_article(desk, site, pk)
        changed = desk.get_by_role("img", name="was 508 when the text was saved, is 507 now")
        changed.wait_for()
        assert "508\u00a0→\u00a0507" in changed.inner_text()
        lost = desk.get_by_role("img", name="Draw 999, cut-off: there is no such figure")
        assert "leads nowhere" in lost.inner_text()
    finally:
        site.manage("shell", "--no-imports", "-c", SET.format(508))


def test_it_turns_a_number_into_a_figure(desk: Page, site: Site) -> None:
    pk = article(site, "<p>Invited <strong>6,000</strong></p>")
    open_article(desk, site, pk)
    write_at_end(desk)
    desk.keyboard.press("Control+Shift+F")
    desk.get_by_role("combobox", name="Turn 6,000 into a figure").wait_for()
    desk.keyboard.type("396 inv")
    desk.keyboard.press("Enter")
    desk.get_by_role("img", name="Draw 396, invitations: 6,000").wait_for()
    save(desk)
    figure = '<data value="draw/396/invitations">6,000</data>'
    assert body_of(site, pk) == f"<p>Invited <strong>{figure}</strong></p>"


def test_it_moves_a_block_by_button_and_by_keyboard(desk: Page, site: Site) -> None:
    block = '<div data-block="facts" data-of="draw/396"></div>'
    pk = article(site, f"<p>1</p><p>2</p>{block}")
    open_article(desk, site, pk)
    desk.get_by_role("button", name="Move up").press("Enter")
    assert desk.get_by_role("button", name="Move up").evaluate("e => e === document.activeElement")
    desk.locator(".bound-card .card-title").click()
    desk.keyboard.press("Alt+ArrowUp")
    save(desk)
    assert body_of(site, pk) == f"{block}<p>1</p><p>2</p>"


def test_it_keeps_unsaved_words_and_offers_them(desk: Page, site: Site) -> None:
    pk = article(site, "<p>Kept</p>")
    open_article(desk, site, pk)
    text = write_at_end(desk)
    desk.keyboard.type(" in the browser")
    desk.get_by_text("Unsaved changes are kept in this browser").wait_for()
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.once("dialog", leave)
    open_article(desk, site, pk)
    assert asked == ["beforeunload"]
    assert text.inner_text().strip() == "Kept"
    desk.get_by_role("button", name="Bring them back").click()
    desk.get_by_text("The kept words are back").wait_for()
    save(desk)
    assert body_of(site, pk) == "<p>Kept in the browser</p>"
    open_article(desk, site, pk)
    assert desk.locator(".desk-offer").count() == 0


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
    desk.get_by_role("button", name="Move question 2 up").press("Enter")
    save(desk)
    assert asked(site, pk) == ["question-0", "question-1"]


def test_it_gives_no_other_page_a_nonce(desk: Page, site: Site) -> None:
    pk = article(site, "<p>Seen.</p>")
    form = desk.goto(f"{site.url}/admin/articles/article/{pk}/change/")
    public = desk.goto(f"{site.url}/news/")
    assert "'nonce-" in form.headers["content-security-policy"]
    assert "unsafe" not in form.headers["content-security-policy"]
    assert "nonce" not in public.headers["content-security-policy"]
