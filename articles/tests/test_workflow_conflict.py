"""Two people at one article: they are told of each other, and nothing is lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article, ArticleQuestion, Presence
from articles.tests.desks import address, fields, in_state, person, send
from articles.workflow import presence

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    user = person("ana", "Editor")
    client.force_login(user)
    return user


def outrun(article: Article, **values) -> None:
    """Somebody else stores the article."""
    for name, value in values.items():
        setattr(article, name, value)
    publishing.save_draft(article, by=None, reason="theirs")


def hidden(html: str) -> dict[str, str]:
    """What a page of a conflict sends along."""
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html))


def test_it_says_who_else_has_the_form_open(client, ana):
    article = in_state("draft")
    bea = person("bea", "Editor")
    presence.arrive(article, bea, timezone.now())
    html = client.get(address("change", article.pk)).content.decode()
    assert "Bea has this open since" in html
    answer = client.post(address("presence", article.pk)).json()
    assert [one["name"] for one in answer["others"]] == ["Bea"]
    assert answer["version"] == publishing.version_of(article)


def test_it_forgets_who_has_gone_and_counts_from_when_they_came():
    article, now = in_state("draft"), timezone.now()
    ana, bea = person("ana", "Editor"), person("bea", "Editor")
    presence.arrive(article, ana, now)
    presence.arrive(article, ana, now + timedelta(seconds=30))
    assert presence.others(article, bea, now + timedelta(minutes=1))[0].opened_at == now
    assert presence.others(article, bea, now + timedelta(minutes=3)) == []
    presence.arrive(article, ana, now + timedelta(hours=1))
    assert Presence.objects.get().opened_at == now + timedelta(hours=1)


def test_it_never_writes_over_a_newer_version():
    article = in_state("draft")
    version = publishing.version_of(article)
    outrun(Article.objects.get(), headline="Theirs")
    article.headline = "Mine"
    with pytest.raises(publishing.Outrun):
        publishing.save_draft(article, by=None, version=version)
    assert Article.objects.get().headline == "Theirs"


def test_it_shows_both_texts_word_by_word(client, ana):
    article = in_state("draft")
    opened = fields(article, verb="save_draft", headline="Mine", body="<p>Our words.</p>")
    outrun(article, headline="Theirs")
    answer = client.post(address("change", article.pk), opened)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "<del>Theirs</del><ins>Mine</ins>" in html
    assert "the site saved this article on" in html
    assert Article.objects.get().headline == "Theirs"
    assert hidden(html)["headline"] == "Mine"


@pytest.mark.parametrize(("taken", "headline"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_it_puts_the_chosen_words_into_the_form_unsaved(client, ana, taken, headline):
    article = in_state("draft")
    opened = fields(article, verb="save_draft", headline="Mine", seo_title="Kept")
    outrun(article, headline="Theirs")
    page = address("change", article.pk)
    kept = hidden(client.post(page, opened).content.decode())
    choice = {"take-headline": taken, "put-together": "1"}
    html = client.post(page, kept | choice).content.decode()
    assert f'name="headline" value="{headline}"' in html
    assert 'name="seo_title" value="Kept"' in html
    assert "Nothing is saved yet" in html
    assert article.history.count() == 2
    again = {**opened, "headline": headline, "version": kept["version"]}
    assert client.post(page, again).status_code == 302
    assert Article.objects.get().headline == headline


def test_it_asks_again_where_a_third_person_was_faster(client, ana):
    article = in_state("draft")
    opened = fields(article, verb="save_draft", headline="Mine")
    outrun(article, headline="Theirs")
    page = address("change", article.pk)
    kept = hidden(client.post(page, opened).content.decode())
    outrun(article, headline="A third one’s")
    answer = client.post(page, kept | {"put-together": "1", "take-headline": "mine"})
    assert answer.status_code == 409
    assert hidden(answer.content.decode())["headline"] == "Mine"


@pytest.mark.parametrize(("taken", "questions"), [("mine", ["Mine?"]), ("theirs", ["Theirs?"])])
def test_it_lets_one_choose_between_questions(client, ana, taken, questions):
    article = in_state("draft")
    publishing.save_draft(
        article,
        by=None,
        questions=[ArticleQuestion(own_question="Old?", own_answer="<p>x</p>")],
    )
    old = article.questions.get()
    rows = {
        "questions-TOTAL_FORMS": "1",
        "questions-INITIAL_FORMS": "1",
        "questions-0-id": str(old.pk),
        "questions-0-own_question": "Mine?",
        "questions-0-own_answer": "<p>x</p>",
        "questions-0-position": "1",
    }
    opened = fields(article, verb="save_draft", **rows)
    theirs = [ArticleQuestion(own_question="Theirs?", own_answer="<p>x</p>")]
    publishing.save_draft(article, by=None, questions=theirs)
    page = address("change", article.pk)
    answer = client.post(page, opened).content.decode()
    assert "<del>Theirs</del><ins>Mine</ins>" in answer
    chosen = hidden(answer) | {"take-questions": taken, "put-together": "1"}
    html = client.post(page, chosen).content.decode()
    assert f'value="{questions[0]}"' in html
    form = dict(re.findall(r'name="(questions-[^"]+)" value="([^"]*)"', html))
    form["questions-0-own_answer"] = "<p>x</p>"
    sent = {k: v for k, v in form.items() if "__prefix__" not in k}
    words = {k: v for k, v in opened.items() if not k.startswith("questions-")}
    again = {**words, **sent, "version": hidden(answer)["version"]}
    assert client.post(page, again).status_code == 302
    assert [row.own_question for row in article.questions.all()] == questions


def test_it_keeps_the_words_of_somebody_whose_turn_is_over(client):
    client.force_login(person("rita", "Reporter"))
    article = in_state("draft")
    opened = fields(article, verb="save_draft", body="<p>An hour of work.</p>")
    publishing.send_to_review(article, by=None)
    answer = client.post(address("change", article.pk), opened)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "An hour of work." in html.split("<textarea", 1)[1]
    assert "put-together" not in html


def test_it_takes_a_form_without_a_version_for_an_old_one(client, ana):
    article = in_state("draft")
    assert send(client, article, verb="save_draft", version="", headline="x").status_code == 409
    assert Article.objects.get().headline == "a"
