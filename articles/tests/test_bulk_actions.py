"""Bulk actions say what they will do, leave out what may not be done, and say why."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from articles.models import Article, ArticleQuestion, DeskTask, Question
from articles.tests.desk_people import person
from articles.tests.newsroom import article, author, story, topic
from publish import editions

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 2, 17, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def send(client, kind: str, action: str, *rows, **given: str) -> str:
    """Choose the action for these rows; with `given`, confirm it."""
    posted = {"action": action, "_selected_action": [row.pk for row in rows], **given}
    page = reverse(f"admin:articles_{kind}_changelist")
    return str(client.post(page, posted, follow=True).content.decode())


def logged_in(client, group: str):
    user = person(group.lower(), group)
    client.force_login(user)
    return user


def draft(slug: str, **values: object) -> Article:
    return article(slug, state="draft", published_at=None, **values)


def test_it_changes_nothing_before_it_is_confirmed(client):
    logged_in(client, "Publisher")
    row = draft("a")
    page = send(client, "article", "send_to_review", row)
    assert "Readers see no difference" in page
    assert "Headline of a" in page
    row.refresh_from_db()
    assert row.state == "draft"


@pytest.mark.parametrize("group", ["Reporter", "Editor", "Publisher"])
def test_it_sends_drafts_to_review_and_leaves_out_the_rest(client, group):
    user = logged_in(client, group)
    ready, public = draft("a"), article("b")
    held = draft("c", held_because="Two cut-offs.")
    page = send(client, "article", "send_to_review", ready, public, held)
    assert "Left out: these 2 rows" in page
    assert "the article is public" in page
    send(client, "article", "send_to_review", ready, public, held, confirmed="yes")
    states = [Article.objects.get(pk=row.pk).state for row in (ready, public, held)]
    assert states == ["review", "published", "draft"]
    assert ready.history.first().history_user == user


def test_only_publishers_withdraw(client):
    public = article("a")
    for group in ("Reporter", "Editor"):
        logged_in(client, group)
        assert 'value="withdraw"' not in client.get("/admin/articles/article/").content.decode()
        send(client, "article", "withdraw", public, confirmed="yes", reason="Wrong")
        assert Article.objects.get(pk=public.pk).state == "published"
    logged_in(client, "Publisher")
    assert "Readers lose this page at once" in send(client, "article", "withdraw", public)
    send(client, "article", "withdraw", public, confirmed="yes", reason="Wrong")
    assert Article.objects.get(pk=public.pk).state == "withdrawn"


def test_it_asks_for_the_reason_before_it_withdraws(client):
    logged_in(client, "Publisher")
    public = article("a")
    page = send(client, "article", "withdraw", public, confirmed="yes", reason="")
    assert "errorlist" in page
    assert Article.objects.get(pk=public.pk).state == "published"


def test_it_gives_a_topic_beside_those_that_are_there(client):
    logged_in(client, "Editor")
    old, new = topic("old"), topic("new")
    row = article("a", story=story(working_title="told"))
    row.story.topics.add(old)
    page = send(client, "article", "assign_topic", row)
    assert "on 1 public page" in page
    send(client, "article", "assign_topic", row, confirmed="yes", topic=str(new.pk))
    assert set(row.story.topics.all()) == {old, new}


def test_reporters_give_topics_only_to_what_nobody_reads_yet(client):
    logged_in(client, "Reporter")
    new, public = topic("new"), article("a")
    own = draft("b", story=story(working_title="told"))
    page = send(client, "article", "assign_topic", public, own)
    assert "only editors change what readers see" in page
    send(client, "article", "assign_topic", public, own, confirmed="yes", topic=str(new.pk))
    assert not public.story.topics.exists()
    assert own.story.topics.get() == new


def test_it_marks_answers_as_reviewed_today(client):
    logged_in(client, "Editor")
    words = {"question_en": "Q", "answer_en": "<p>a</p>"}
    old = Question.objects.create(slug="old", reviewed_on=date(2020, 1, 1), **words)
    new = Question.objects.create(slug="new", reviewed_on=date(2026, 2, 17), **words)
    ArticleQuestion.objects.create(article=article("a"), bank=old)
    page = send(client, "question", "mark_reviewed", old, new)
    assert "under 1 article" in page
    assert "It was reviewed today." in page
    before = editions.current().number
    send(client, "question", "mark_reviewed", old, new, confirmed="yes")
    old.refresh_from_db()
    assert old.reviewed_on == date(2026, 2, 17)
    assert editions.current().number == before + 1


def test_reporters_mark_no_answer(client):
    logged_in(client, "Reporter")
    words = {"question_en": "Q", "answer_en": "<p>a</p>"}
    old = Question.objects.create(slug="old", reviewed_on=date(2020, 1, 1), **words)
    send(client, "question", "mark_reviewed", old, confirmed="yes")
    old.refresh_from_db()
    assert old.reviewed_on == date(2020, 1, 1)


def test_it_marks_tasks_as_done(client):
    logged_in(client, "Editor")
    open_one = DeskTask.objects.create(kind="rule", subject="a", message="m", created_at=NOW)
    done = DeskTask.objects.create(
        kind="rule", subject="b", message="m", created_at=NOW, done_at=NOW
    )
    assert "It is done already." in send(client, "desktask", "mark_done", open_one, done)
    assert DeskTask.objects.open().exists()
    send(client, "desktask", "mark_done", open_one, done, confirmed="yes")
    assert not DeskTask.objects.open().exists()


def test_it_refuses_more_rows_than_a_person_reads(client):
    logged_in(client, "Editor")
    DeskTask.objects.bulk_create(
        DeskTask(kind="rule", subject=str(n), message="m", created_at=NOW) for n in range(201)
    )
    given = {"select_across": "1", "confirmed": "yes"}
    page = send(client, "desktask", "mark_done", DeskTask.objects.first(), **given)
    assert "at most 200 rows" in page
    assert DeskTask.objects.open().count() == 201


def test_its_page_is_french_under_fr(client):
    logged_in(client, "Editor")
    row = draft("a")
    given = {"action": "send_to_review", "_selected_action": [row.pk]}
    page = client.post("/fr/admin/articles/article/", given).content.decode()
    assert "Les lecteurs ne voient aucune différence" in page


def test_it_lists_by_state_of_sides_and_by_reading(client):
    logged_in(client, "Editor")
    told = story(working_title="told")
    article("a", story=told)
    story(working_title="untold")
    page = client.get("/admin/articles/story/?side=published").content.decode()
    assert "told" in page
    assert "untold" not in page
    page = client.get("/admin/articles/story/?missing=en").content.decode()
    assert "untold" in page
    words = {"question_en": "Old one", "answer_en": "<p>a</p>", "families": ["cec"]}
    Question.objects.create(slug="old", reviewed_on=date(2020, 1, 1), **words)
    listed = "/admin/articles/question/"
    for query, shown in (
        ("read=stale", True),
        ("read=fresh", False),
        ("family=cec", True),
        ("family=ce", True),  # no such type: no filter
        ("family=french", False),
        ("french=no", True),
    ):
        assert ("Old one" in client.get(f"{listed}?{query}").content.decode()) is shown, query
    assert author().name
