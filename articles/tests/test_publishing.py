from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import desk, publishing, tasks, timetable
from articles.models import (
    Ad,
    Article,
    ArticleQuestion,
    Author,
    DeskTask,
    Episode,
    Question,
    SlugRedirect,
    Story,
    Topic,
)
from articles.tests.stories import PUBLISHED, hold_draws, published, side, story
from draws.models import Draw
from ingest import events
from ingest.models import Event
from publish import editions

pytestmark = pytest.mark.django_db

BOUND = '<p>At <data value="draw/396/crs">1</data>.</p>'


@pytest.fixture
def editor():
    return get_user_model().objects.create(username="noor", is_superuser=True)


def edition() -> int:
    return editions.current().number


def told() -> list[tuple[str, str]]:
    """Events of articles, oldest first."""
    rows = Event.objects.filter(kind__startswith="article.").order_by("pk")
    return [(row.kind, row.subject) for row in rows]


def test_it_publishes_with_edition_event_and_history(editor):
    article = publishing.save_draft(side(story(), slug="a"), by=None)
    before = edition()
    publishing.publish(article, by=editor, reason="Out today")
    assert Article.objects.published().get() == article
    assert edition() == before + 1
    assert told() == [("article.published", article.subject)]
    version = article.history.first()
    assert (version.history_user, version.history_change_reason) == (editor, "Out today")


def test_it_keeps_a_draft_from_readers():
    article = side(story(), slug="a")
    before = edition()
    publishing.save_draft(article, by=None)
    assert not Article.objects.published().exists()
    assert (edition(), told()) == (before, [])
    assert article.history.count() == 1


def test_it_writes_nothing_where_something_fails(monkeypatch):
    article = side(story(), slug="a")
    before = edition()

    def fail(*_given, **_more):
        raise RuntimeError("out of order")

    monkeypatch.setattr(events, "emit", fail)
    with pytest.raises(RuntimeError):
        publishing.publish(article, by=None)
    assert edition() == before
    assert not Article.objects.exists()
    assert not Article.history.exists()


@pytest.mark.parametrize(
    ("values", "lack"), [({"body": "<p> </p>"}, "text"), ({"standfirst": " "}, "standfirst")]
)
def test_it_publishes_nothing_unfinished(values, lack):
    article = side(story(), slug="a", **({"body": "<p>x</p>"} | values))
    with pytest.raises(publishing.NotReady, match=lack):
        publishing.publish(article, by=None)
    assert not Article.objects.exists()


def test_it_publishes_nothing_without_an_author():
    nobodys = story()
    nobodys.bylines.all().delete()
    with pytest.raises(publishing.NotReady, match="author"):
        publishing.publish(side(nobodys, slug="a"), by=None)


def test_it_refuses_values_that_no_article_has():
    published(slug="a")
    with pytest.raises(ValidationError, match="lug"):
        publishing.publish(side(story("b"), slug="a"), by=None)
    with pytest.raises(ValidationError):
        publishing.save_draft(side(story("c"), slug="not a slug"), by=None)


def test_it_gives_figures_their_present_words_when_saved():
    hold_draws()
    article = published(BOUND)
    assert article.body == '<p>At <data value="draw/396/crs">508</data>.</p>'
    assert Article.objects.get().body == article.body
    french = published(
        '<p><data value="draw/396/invitations">x</data></p>', slug="b", language="fr"
    )
    assert "6\u00a0000" in french.body


def test_it_raises_a_task_for_a_figure_that_leads_nowhere_and_closes_it():
    article = published(BOUND + '<div data-block="facts" data-of="draw/396"></div>')
    assert article.body.startswith('<p>At <data value="draw/396/crs">1</data>.</p>')
    found = {(task.kind, task.subject) for task in DeskTask.objects.open()}
    assert found == {("figure", "draw/396/crs"), ("block", "facts draw/396")}
    hold_draws()
    publishing.revise(article, by=None, reason="again")
    assert not DeskTask.objects.open().exists()
    assert DeskTask.objects.count() == 2


def test_it_raises_the_same_task_once():
    article = published(BOUND)
    publishing.revise(article, by=None, reason="again")
    desk.check_all()
    assert DeskTask.objects.count() == 1


def test_it_finds_each_night_what_went_away_since():
    hold_draws()
    published(BOUND)
    assert not DeskTask.objects.exists()
    Draw.objects.filter(number="396").delete()
    tasks.check_bindings()
    assert [task.subject for task in DeskTask.objects.open()] == ["draw/396/crs"]


def test_it_checks_articles_in_portions(monkeypatch):
    monkeypatch.setattr(desk.findings, "PORTION", 2)
    for number in range(5):
        published(BOUND, slug=f"a{number}")
    assert desk.check_all() == 5


def test_it_tells_readers_what_changed():
    article = published()
    at = datetime(2026, 2, 18, 20, 10, tzinfo=UTC)
    before = edition()
    sentence = "Added Ontario’s draw."
    publishing.revise(article, by=None, kind="update", sentence=sentence, at=at)
    article.refresh_from_db()
    assert (article.updated_at, article.update_note) == (at, "Added Ontario’s draw.")
    assert article.published_at == PUBLISHED
    assert edition() == before + 1
    assert told()[-1] == ("article.changed", article.subject)


def test_it_leaves_the_time_of_update_at_a_small_correction():
    article = published()
    publishing.revise(article, by=None, reason="A comma")
    article.refresh_from_db()
    assert article.updated_at is None
    assert told()[-1] == ("article.changed", article.subject)


def test_it_uses_each_verb_for_what_it_is():
    article = published()
    with pytest.raises(publishing.WrongState, match="public"):
        publishing.save_draft(article, by=None)
    draft = side(story("b"), slug="b")
    with pytest.raises(publishing.WrongState, match="draft"):
        publishing.revise(draft, by=None, reason="x")


def test_it_withdraws_and_publishes_again():
    article = published()
    before = edition()
    publishing.withdraw(article, by=None, reason="Wrong")
    assert not Article.objects.published().exists()
    assert edition() == before + 1
    assert told()[-1] == ("article.withdrawn", article.subject)
    publishing.publish(article, by=None)
    assert Article.objects.published().get().published_at == PUBLISHED
    assert told()[-1] == ("article.published", article.subject)


def test_it_leaves_a_redirect_where_readers_have_been():
    article = published(slug="old")
    article.slug = "new"
    publishing.revise(article, by=None, reason="Better words")
    left = SlugRedirect.objects.get()
    assert (left.language, left.slug, left.article) == ("en", "old", article)
    article.slug = "old"
    publishing.revise(article, by=None, reason="No")
    assert [left.slug for left in SlugRedirect.objects.all()] == ["new"]


def test_it_leaves_no_redirect_for_what_nobody_saw():
    article = side(story(), slug="old")
    publishing.save_draft(article, by=None)
    article.slug = "new"
    publishing.save_draft(article, by=None)
    later = side(story("later"), slug="later")
    publishing.schedule(later, by=None, at=timezone.now() + timedelta(days=1))
    later.slug = "later-still"
    publishing.unschedule(later, by=None)
    assert not SlugRedirect.objects.exists()


def test_it_lets_a_new_article_take_an_old_address():
    article = published(slug="old")
    article.slug = "new"
    publishing.revise(article, by=None, reason="x")
    published(slug="old")
    assert not SlugRedirect.objects.exists()


def test_it_announces_at_the_moment_that_was_set():
    article = side(story(), slug="a")
    soon = timezone.now() + timedelta(hours=1)
    before = edition()
    publishing.schedule(article, by=None, at=soon)
    assert (edition(), told()) == (before, [])
    assert not Article.objects.published().exists()
    assert publishing.publish_due() == 0
    assert publishing.publish_due(soon) == 1
    assert publishing.publish_due(soon) == 0
    assert told() == [("article.published", article.subject)]
    assert edition() == before + 1


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
def test_it_turns_the_page_when_an_advertisement_comes_or_goes(field):
    soon = timezone.now() + timedelta(hours=1)
    Ad.objects.create(name="a", position="list", link="/", **{field: soon})
    before = edition()
    assert not timetable.turn(soon - timedelta(minutes=1))
    assert timetable.turn(soon)
    assert edition() == before + 1


def test_it_turns_the_page_when_an_episode_is_out():
    soon = timezone.now() + timedelta(hours=1)
    Episode.objects.bulk_create([Episode(number=1, slug="one", title_en="One", published_at=soon)])
    assert not timetable.turn(soon - timedelta(minutes=1))
    assert timetable.turn(soon)


def test_it_marks_a_translation_when_its_source_changes():
    english = published(slug="en")
    french = side(english.story, language="fr", slug="fr", based_on_update=english.changed_at)
    assert english.story.translation("fr") == Story.Translation.NONE
    publishing.save_draft(french, by=None)

    def state() -> str:
        return Story.objects.get().translation("fr")

    assert state() == Story.Translation.DRAFT
    publishing.publish(french, by=None)
    assert state() == Story.Translation.PUBLISHED
    publishing.revise(english, by=None, reason="A comma")
    assert state() == Story.Translation.PUBLISHED
    publishing.revise(english, by=None, kind="update", sentence="Added a draw.")
    assert state() == Story.Translation.OUTDATED


def test_it_stores_questions_in_order_with_stable_links():
    bank = Question.objects.create(
        slug="teer", question_en="TEER?", answer_en="<p>Yes.</p>", reviewed_on="2026-02-17"
    )
    own = [
        ArticleQuestion(own_question="Is 470 enough?", own_answer="<p>No.</p>"),
        ArticleQuestion(bank=bank),
        ArticleQuestion(own_question="Is 470 enough?", own_answer="<p>Still no.</p>"),
    ]
    article = published(questions=own)
    assert [asked.anchor for asked in article.questions.all()] == [
        "q-is-470-enough",
        "q-teer",
        "q-is-470-enough-2",
    ]
    first = article.questions.first()
    first.own_question = "Is 471 enough?"
    first.save()
    publishing.revise(article, by=None, reason="x")
    assert article.questions.first().anchor == "q-is-470-enough"


def test_it_refuses_a_question_without_an_answer():
    with pytest.raises(ValidationError, match="bank"):
        published(questions=[ArticleQuestion(own_question="Why?")])
    assert not Article.objects.exists()


def test_it_saves_a_story_with_its_authors_in_order_and_tells_its_public_sides():
    article = published()
    first, second = (Author.objects.create(slug=name, name=name) for name in ("b", "a"))
    topic = Topic.objects.create(slug="t", name_en="T", name_fr="T")
    before = edition()
    publishing.save_story(article.story, by=None, authors=[first, second], topics=[topic])
    assert [byline.author for byline in article.story.bylines.all()] == [first, second]
    assert list(article.story.topics.all()) == [topic]
    assert edition() == before + 1
    assert told()[-1] == ("article.changed", article.subject)


def test_it_saves_everything_else_with_an_edition(editor):
    hold_draws()
    question = Question(
        slug="q", question_en="Q?", answer_en=BOUND, answer_fr=BOUND, reviewed_on="2026-02-17"
    )
    before = edition()
    publishing.save(question, by=editor, reason="New")
    assert edition() == before + 1
    assert ">508<" in question.answer_en
    assert ">508<" in question.answer_fr
    assert question.history.get().history_user == editor
    publishing.delete(question, by=editor)
    assert edition() == before + 2
    assert not Question.objects.exists()


def test_it_numbers_each_version():
    article = side(story(), slug="a")
    assert publishing.version_of(article) == 0
    publishing.save_draft(article, by=None)
    first = publishing.version_of(article)
    publishing.save_draft(article, by=None)
    assert publishing.version_of(article) > first > 0
