"""The day of an article in a real browser: written, approved, out, corrected, restored, by three
people, two of them at once."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

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
    page.goto(f"{site.url}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "desk-words")
    page.click("#login-form [type=submit]")
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
