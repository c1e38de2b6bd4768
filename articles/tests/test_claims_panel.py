"""The panel beside the form of an article: what the record says, and what one can do about it."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.models import ClaimOverride, Question
from articles.prose.sanitise import LONGEST
from articles.receipt import written
from articles.receipt.panel import claims_in, key_of, panel_of
from articles.tests import newsroom
from articles.tests.staff import editor, person, publisher, reporter
from draws.tests import rows

pytestmark = pytest.mark.django_db

TRUE = "In draw 396, the cut-off was 508."
FALSE = "In draw 396, the cut-off was 509."
PART = {"X-Part": "claims"}
NEW = "/admin/articles/article/claims/"


@pytest.fixture(autouse=True)
def draw():
    return rows.draw("396", crs=508)


def as_user(user):
    client = Client()
    client.force_login(user)
    return client


def draft(body=f"<p>{FALSE}</p>", **values):
    made = newsroom.article(**{"body": body, "state": "draft", "published_at": None, **values})
    publishing.settle(made)
    return made


def address(article, step=""):
    return f"/admin/articles/article/{article.pk}/claims/{step}"


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def key(article):
    """The key of the contradicted statement."""
    claims = claims_in(written.stored(article))
    return next(key_of(claim) for claim in claims if claim.is_contradicted)


def ask(user, where=NEW, **fields):
    return as_user(user).post(where, fields, headers=PART)


def test_it_reads_what_is_being_written():
    html = ask(reporter(), language="en", headline="News", body=f"<p>{FALSE}</p>").content.decode()
    assert "1 statement is contradicted and stops publishing." in html
    assert "The record has 508." in html
    assert '<a href="/draws/396/"' in html
    assert 'data-address="draw/396/crs"' in html
    assert 'data-words="508"' in html
    assert "<html" not in html


def test_it_reads_what_is_stored_where_nothing_was_sent():
    article = draft()
    assert "The record has 508." in ask(reporter(), address(article)).content.decode()
    after = ask(reporter(), address(article), body=f"<p>{TRUE}</p>").content.decode()
    assert "Nothing is contradicted." in after
    assert "agree" in after
    article.refresh_from_db()
    assert FALSE in article.body


def test_it_reads_headlines_questions_and_answers_of_the_bank():
    bank = Question.objects.create(
        slug="b",
        question_en="Is it so?",
        answer_en=f"<p>{FALSE}</p>",
        reviewed_on="2026-02-17",
    )
    fields = {
        "headline": FALSE,
        "questions-TOTAL_FORMS": "3",
        "questions-0-bank": str(bank.pk),
        "questions-1-own_question": "What was it?",
        "questions-1-own_answer": f"<p>{FALSE}</p>",
        "questions-2-own_answer": f"<p>{FALSE}</p>",
        "questions-2-DELETE": "on",
    }
    html = ask(reporter(), **fields).content.decode()
    assert "3 statements are contradicted" in html
    assert "<b>Headline</b>" in html
    assert "<b>Question 1</b>" in html
    assert "<b>Question 2</b>" in html


def test_it_offers_plain_words_for_a_headline_and_a_bound_figure_for_the_text():
    html = ask(reporter(), headline=FALSE, body=f"<p>{FALSE}</p>").content.decode()
    assert "Put “508” there" in html
    assert "Put the bound figure 508 there" in html


def test_it_is_a_whole_page_without_a_script():
    response = as_user(reporter()).post(NEW, {"body": f"<p>{FALSE}</p>"})
    assert "<html" in response.content.decode()
    assert "The record has 508." in response.content.decode()


def test_it_speaks_french():
    client = as_user(reporter())
    fields = {"language": "fr", "body": "<p>Pour la ronde 396, la note minimale est de 509.</p>"}
    html = client.post("/fr" + NEW, fields, headers=PART).content.decode()
    assert '<a href="/fr/draws/396/"' in html


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"language": "xx", "story": "none", "questions-TOTAL_FORMS": "-1"},
        {"body": "<<<>>>& not HTML < at all", "headline": "\x00\ud7ff"},
        {"questions-TOTAL_FORMS": "9999", "questions-0-bank": "9" * 30, "story": "9" * 30},
        {"questions-TOTAL_FORMS": "²", "questions-0-bank": "²"},
        {"body": "<p>" * 5000},
    ],
)
def test_it_answers_whatever_is_sent(fields):
    response = ask(reporter(), **fields)
    assert response.status_code == 200
    assert b"Nothing is contradicted." in response.content


@pytest.mark.parametrize("name", ["headline", "standfirst", "body", "questions-0-own_answer"])
def test_it_refuses_more_than_an_article_holds(name):
    fields = {name: "x" * (LONGEST + 1), "questions-TOTAL_FORMS": "1"}
    response = ask(reporter(), **fields)
    assert response.status_code == 413
    assert b"The text is too long" in response.content


def test_it_answers_so_often_and_no_more(monkeypatch):
    monkeypatch.setattr("articles.admin.claims.MOST_A_MINUTE", 2)
    statuses = [ask(reporter()).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert ask(editor()).status_code == 200


def test_it_escapes_what_is_written():
    evil = 'In draw 396, the "><script>alert(1)</script> cut-off was 509.'
    html = ask(publisher(), headline=evil, standfirst=evil).content.decode()
    assert "<script>" not in html


@pytest.mark.parametrize("step", ["", "replace/", "leave/"])
def test_it_answers_only_to_posts_of_staff(step):
    article = draft()
    where = address(article, step)
    assert Client().post(where).status_code == 302
    nobody = person("nora")
    assert as_user(nobody).post(where).status_code == 403
    assert as_user(reporter()).get(where).status_code == 405
    assert as_user(publisher()).post(f"/admin/articles/article/0/claims/{step}").status_code == 404
    assert Client(enforce_csrf_checks=True).post(where).status_code in (302, 403)


def test_a_new_text_is_read_for_those_who_may_write():
    assert ask(person("nora")).status_code == 403
    assert Client().post(NEW).status_code == 302


def test_one_button_puts_the_bound_figure_there():
    article = draft(f"<p>Before. {FALSE} After.</p>")
    response = as_user(reporter()).post(address(article, "replace/"), {"replace": key(article)})
    assert response.headers["Location"] == change(article)
    article.refresh_from_db()
    assert article.body == (
        '<p>Before. In draw 396, the cut-off was <data value="draw/396/crs">508</data>. After.</p>'
    )
    assert article.history.first().history_user == reporter()


def test_the_button_keeps_what_was_written_and_not_yet_saved():
    article = draft()
    body = f"<p>New words. {FALSE}</p>"
    client = as_user(reporter())
    client.post(
        address(article, "replace/"),
        {"replace": key_in(article, body=body), "body": body, "headline": "A new headline"},
    )
    article.refresh_from_db()
    assert article.headline == "A new headline"
    assert "New words." in article.body
    assert 'value="draw/396/crs"' in article.body


def key_in(article, **fields):
    claims = claims_in(written.sent(fields, article))
    return next(key_of(claim) for claim in claims if claim.is_contradicted)


@pytest.mark.parametrize("part", ["headline", "standfirst"])
def test_it_puts_plain_words_into_a_line(part):
    article = draft("<p>Text.</p>", **{part: FALSE})
    as_user(reporter()).post(address(article, "replace/"), {"replace": key(article)})
    article.refresh_from_db()
    assert getattr(article, part) == TRUE


def test_it_replaces_nothing_that_is_not_there_any_more():
    article = draft()
    version = publishing.version_of(article)
    old = key(article)
    client = as_user(reporter())
    for fields in ({"replace": old, "body": f"<p>{TRUE}</p>"}, {"replace": "x"}, {}):
        assert client.post(address(article, "replace/"), fields).status_code == 302
    assert publishing.version_of(article) == version


def test_it_replaces_nothing_over_the_work_of_another():
    article = draft()
    fields = {"replace": key(article), "version": publishing.version_of(article)}
    article.standfirst = "Changed by another."
    publishing.save_draft(article, by=editor())
    as_user(reporter()).post(address(article, "replace/"), fields)
    article.refresh_from_db()
    assert FALSE in article.body


def test_a_reporter_changes_nothing_in_review():
    article = draft(state="review")
    fields = {"replace": key(article)}
    assert as_user(reporter()).post(address(article, "replace/"), fields).status_code == 403
    assert as_user(editor()).post(address(article, "replace/"), fields).status_code == 302
    article.refresh_from_db()
    assert FALSE not in article.body


def test_only_a_publisher_is_offered_to_leave_a_statement():
    article = draft(state="review")
    assert "Leave it" not in ask(editor(), address(article)).content.decode()
    html = ask(publisher(), address(article)).content.decode()
    assert f'name="claim-reason-{key(article)}"' in html


@pytest.mark.parametrize("user", [reporter, editor])
def test_only_a_publisher_leaves_a_statement(user):
    article = draft()
    fields = {"leave": key(article), f"claim-reason-{key(article)}": "I know."}
    assert as_user(user()).post(address(article, "leave/"), fields).status_code == 403
    assert not ClaimOverride.objects.exists()


def test_a_publisher_leaves_a_statement_with_a_reason():
    article = draft(state="review")
    which = key(article)
    without = ask(publisher(), address(article, "leave/"), leave=which)
    assert (without.status_code, without.content.decode()) == (
        400,
        "Say why: the reason is kept.",
    )
    fields = {"leave": which, f"claim-reason-{which}": "The printed list says 509."}
    html = ask(publisher(), address(article, "leave/"), **fields).content.decode()
    assert "Nothing stops publishing" in html
    assert "Left as written: The printed list says 509." in html
    kept = ClaimOverride.objects.get()
    assert (kept.reason, kept.by, kept.expected) == (
        "The printed list says 509.",
        publisher(),
        "508",
    )


def test_a_publisher_leaves_a_statement_without_a_script():
    article = draft(state="review")
    fields = {"leave": key(article), f"claim-reason-{key(article)}": "So printed."}
    response = as_user(publisher()).post(address(article, "leave/"), fields)
    assert response.status_code == 302
    assert ClaimOverride.objects.count() == 1


def test_a_statement_that_is_true_cannot_be_left():
    article = draft(f"<p>{TRUE}</p>")
    claim = next(each for each in claims_in(written.stored(article)) if not each.is_contradicted)
    response = ask(publisher(), address(article, "leave/"), leave=key_of(claim))
    assert response.status_code == 400
    assert not ClaimOverride.objects.exists()


def test_it_says_that_nothing_is_known_when_the_reading_fails(monkeypatch):
    monkeypatch.setattr("articles.receipt.check.read", lambda *_a, **_k: 1 / 0)
    html = ask(publisher(), body=f"<p>{FALSE}</p>").content.decode()
    assert "could not be compared" in html
    assert "Nothing is contradicted" not in html


def test_it_reads_a_draft_on_a_draw_as_of_today():
    article = draft(story=newsroom.story(draw=rows.draw("397")))
    panel = panel_of(written.stored(article), publisher())
    assert panel.stopping == 1
    assert panel.article == article


def test_it_stands_in_the_form():
    html = as_user(publisher()).get(change(draft())).content.decode()
    panel = html.split('id="claims"')[1].split("</section>")[0]
    assert "The record has 508." in panel
    assert "js/desk/claims.js" in html
    assert "css/desk-claims.css" in html
    assert 'id="claims"' in as_user(reporter()).get("/admin/articles/article/add/").content.decode()
