"""The day of an article in a real browser: written, approved, out, corrected, restored, by three
people, two of them at once."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from config.tests.browser.signing import sign_in
from config.tests.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PEOPLE = {"rita": "Reporter", "ana": "Editor", "luc": "Publisher"}
MAKE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from articles import publishing
from articles.models import Author, Category, Story
for name, group in {people}.items():
    user = get_user_model().objects.create_user(name, password="desk-words", is_staff=True)
    user.first_name = name.capitalize()
    user.save()
    user.groups.add(Group.objects.get(name=group))
names = {{"name_en": "Desk", "name_fr": "Desk"}}
category, _ = Category.objects.get_or_create(slug="desk", defaults=names)
author, _ = Author.objects.get_or_create(slug="desk", defaults={{"name": "Desk"}})
story = Story(working_title="Day", category=category)
publishing.save_story(story, by=None, authors=[author])
print(story.pk)
"""
# As if its moment had come a second ago; nobody waits for a minute in a test.
COME = """
from datetime import timedelta
from django.utils import timezone
from articles import publishing
from articles.models import Article
now = timezone.now()
Article.objects.filter(slug="the-day").update(scheduled_for=now - timedelta(seconds=1))
print(publishing.publish_due(now))
"""


def shell(site: Site, code: str) -> str:
    return site.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


@contextmanager
def desk_of(browser: Browser, site: Site, name: str) -> Iterator[Page]:
    """A page of somebody who is signed in, in a browser of their own."""
    context = browser.new_context(viewport={"width": 1280, "height": 2600})
    page = context.new_page()
    sign_in(page, site, name, "desk-words")
    yield page
    context.close()


def take(page: Page, verb: str) -> None:
    page.click(f"[name=verb][value={verb}]")
    page.locator(".messagelist .success").wait_for()


def write(page: Page, words: str) -> None:
    """At the end of the text."""
    text = page.locator(".field-body [contenteditable=true]")
    text.wait_for()
    text.locator("p").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_it_takes_an_article_through_its_day(browser: Browser, site: Site) -> None:
    story = shell(site, MAKE.format(people=PEOPLE))
    read = f"{site.url}/news/desk/the-day/"
    with (
        desk_of(browser, site, "rita") as rita,
        desk_of(browser, site, "ana") as ana,
        desk_of(browser, site, "luc") as luc,
    ):
        rita.goto(f"{site.url}/admin/articles/article/add/?story={story}&language=en")
        rita.fill("[name=headline]", "The day")
        rita.fill("[name=standfirst]", "In short.")
        write(rita, "First words.")
        take(rita, "save_draft")
        form = rita.url
        rita.click("#preview-links button")
        shared = rita.locator("[data-copy]").input_value()
        take(rita, "send_to_review")

        guest = browser.new_page()
        guest.goto(shared)
        assert "First words." in guest.locator("main").inner_text()

        ana.goto(form)
        assert "Waits for you" in ana.locator(".state-card").inner_text()
        ana.fill("[name=at_day]", "2999-02-17")
        ana.fill("[name=at_time]", "14:05")
        assert "19:05 UTC" in ana.locator("#moment-utc").inner_text()
        take(ana, "schedule")
        assert guest.goto(read).status == 404
        assert shell(site, COME) == "1"
        assert guest.goto(read).status == 200

        ana.goto(form)
        luc.goto(form)
        luc.get_by_text("Ana has this open since").wait_for()
        write(ana, " A wrong figure.")
        ana.check("[name=kind][value=typing]")
        take(ana, "revise")

        # Luc opened the form before that.
        luc.fill("[name=standfirst]", "Shorter.")
        luc.check("[name=kind][value=correction]")
        luc.fill("[name=sentence]", "A figure was wrong.")
        luc.click("[name=verb][value=revise]")
        body = luc.locator(".difference", has=luc.get_by_role("heading", name="Text"))
        assert body.locator("del").inner_text().strip() == "A wrong figure."
        luc.check("[name=take-body][value=theirs]")
        luc.click("[name=put-together]")
        take(luc, "revise")
        guest.goto(read)
        shown = guest.locator("main").inner_text()
        assert "A figure was wrong." in shown
        assert "A wrong figure." in shown
        assert "Shorter." in shown

        luc.click("text=Versions")
        luc.locator(".versions tr").last.get_by_role("link", name="Restore").click()
        assert luc.locator("del", has_text="A wrong figure.").count() == 1
        luc.check("[name=kind][value=update]")
        luc.fill("[name=sentence]", "Back to the first text.")
        luc.click("text=Restore as a new version")
        luc.locator(".messagelist .success").wait_for()
        guest.goto(read)
        shown = guest.locator("main").inner_text()
        assert "A wrong figure." not in shown
        assert "Back to the first text." in shown
        guest.close()


def to(page: Page, what: str, key: str = "Tab") -> None:
    """The focus moves by keyboard until it stands on what this selector means."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"no key leads to {what}")


def press(page: Page, what: str) -> None:
    """A button or a link that leads to another page, by keyboard."""
    to(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def insert(page: Page, words: str) -> None:
    """The first figure that the picker lists for these words."""
    page.keyboard.type(f"/{words}")
    page.keyboard.press("Enter")
    page.locator("dialog.picker").wait_for(state="detached")


def test_it_takes_an_article_through_its_day_by_keyboard_alone(
    browser: Browser, site: Site
) -> None:
    story = shell(site, MAKE.format(people={"kim": "Reporter", "kit": "Editor"}))
    with desk_of(browser, site, "kim") as kim, desk_of(browser, site, "kit") as kit:
        kim.goto(f"{site.url}/admin/articles/article/add/?story={story}&language=en")
        to(kim, "[name=headline]")
        kim.keyboard.type("By keyboard")
        to(kim, "[name=standfirst]")
        kim.keyboard.type("In short.")
        to(kim, ".ProseMirror")
        for before, words in (("At ", "396"), (", with ", "396 inv"), (", on ", "396 date")):
            kim.keyboard.type(before)
            insert(kim, words)
        kim.keyboard.press("Control+Shift+F")
        kim.get_by_role("combobox", name="Insert from the record").press_sequentially("pool by")
        kim.get_by_role("option", name="Pool by score").wait_for()
        kim.keyboard.press("Enter")
        kim.get_by_role("combobox", name="Pool by score").press_sequentially("396")
        kim.keyboard.press("Enter")
        kim.get_by_role("group", name="Pool by score: Draw 396").wait_for()
        press(kim, "[value=save_draft]")
        press(kim, "a[href$='/preview/']")
        assert "508, with 6,000, on 17 February 2026" in kim.locator("main").inner_text()
        press(kim, ".preview-note a")
        press(kim, "[form=make-link]:is(button)")
        assert "/preview/" in kim.locator("[data-copy]").input_value()
        press(kim, "[value=send_to_review]")

        kit.goto(f"{site.url}/admin/")
        press(kit, ".desk-action")
        to(kit, "[name=at_day]")
        kit.keyboard.type("02172999")
        to(kit, "[name=at_time]")
        kit.keyboard.type("0205PM")
        press(kit, "[value=schedule]")
        assert "17 Feb 2999, 14:05 ET" in kit.locator(".state-card").inner_text()
        assert shell(site, COME.replace("the-day", "by-keyboard")) == "1"
        kit.reload()
        to(kit, ".ProseMirror")
        kit.keyboard.press("Control+End")
        kit.keyboard.type(" More.")
        to(kit, "[name=kind]")
        for _ in range(2):
            kit.keyboard.press("ArrowDown")
        to(kit, "[name=sentence]")
        kit.keyboard.type("A word was missing.")
        press(kit, "[value=revise]")
        press(kit, "a[href$='/history/']")
        press(kit, "a[href$='/restore/']")
        to(kit, "[name=kind]")
        kit.keyboard.press("ArrowDown")
        press(kit, "form.restore button, .restore button")
        kit.goto(f"{site.url}/news/desk/by-keyboard/")
        shown = kit.locator("main").inner_text()
        assert "A word was missing." in shown
        assert "More." not in shown
        assert kit.goto(f"{site.url}/corrections/").status == 200
        assert "A word was missing." in kit.locator("main").inner_text()
