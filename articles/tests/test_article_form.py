"""What the newsroom sees around the form of an article: its list, what was refused, its story."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article, Story, Subscriber
from articles.tests.desks import address, in_state, person, send
from articles.tests.stories import published, story

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 2, 17, 16, 52, tzinfo=UTC)


def text_of(response) -> str:
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", words)


def test_it_lists_what_is_not_out_first_and_names_the_zone(client):
    published(slug="out", at=MOMENT, headline="Out")
    promised = in_state("scheduled", slug="soon", headline="Soon")
    Article.objects.filter(pk=promised.pk).update(scheduled_for=MOMENT)
    client.force_login(person("rita", "Reporter"))
    text = text_of(client.get(address("changelist")))
    assert text.index("Soon") < text.index("Out English")
    assert text.count("17 Feb 2026, 11:52 ET") == 2


def test_it_names_the_zone_of_moments_in_other_lists(client):
    Subscriber.objects.create(email="a@example.ca", language="en", confirmed_at=MOMENT)
    client.force_login(person("luc", "Publisher"))
    assert "17 Feb 2026, 16:52 UTC" in text_of(
        client.get(reverse("admin:articles_subscriber_changelist"))
    )


def test_it_says_in_one_place_why_nothing_was_saved(client):
    article = in_state("review")
    client.force_login(person("ana", "Editor"))
    page = send(client, article, verb="schedule", headline="").content.decode()
    said = re.search(r'<div class="errornote wrong" role="alert">.*?</div>', page, re.DOTALL)[0]
    assert "Nothing is saved yet." in said
    assert '<a href="#id_headline">Headline</a>' in said
    assert '<a href="#id_at_day">Day</a>' in said
    assert "Please correct" not in page


def test_it_leads_to_a_question_that_was_refused(client):
    article = in_state("draft")
    client.force_login(person("ana", "Editor"))
    asked = {"questions-TOTAL_FORMS": "1", "questions-0-own_question": "Half a question?"}
    page = send(client, article, verb="save_draft", **asked).content.decode()
    assert '<a href="#questions-group">Questions under the article</a>' in page


def test_it_leads_from_a_new_story_to_its_sides(client):
    client.force_login(person("rita", "Reporter"))
    given = {"working_title": "New", "category": str(story().category_id)}
    none = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}
    page = client.post(reverse("admin:articles_story_add"), given | none, follow=True)
    made = Story.objects.get(working_title="New")
    assert page.request["PATH_INFO"] == reverse("admin:articles_story_change", args=[made.pk])
    assert 'aria-label="Write it in French"' in page.content.decode()


@pytest.mark.parametrize(
    ("state", "words"),
    [("draft", "is a draft"), ("scheduled", "is scheduled"), ("withdrawn", "is withdrawn")],
)
def test_it_says_from_where_a_step_cannot_be_taken(state, words):
    with pytest.raises(publishing.WrongState, match=f"the article {words}"):
        publishing.revise(in_state(state), by=None)


def test_it_says_what_time_it_is_as_the_language_writes_it(client):
    article = in_state("review")
    client.force_login(person("ana", "Editor"))
    page = text_of(client.get(f"/fr{address('change', article.pk)}"))
    assert re.search(r"Maintenant\s: \d+(er)? \S+ \d{4}, \d+\sh \d\d HE", page)
