"""Versions: told apart, compared word by word, read as they were, put back as new ones."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from articles import publishing
from articles.models import Article, ArticleChange, ArticleQuestion
from articles.tests.desks import address, in_state, person
from articles.tests.stories import hold_draws, published
from articles.workflow import differences, versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client):
    user = person("ana", "Editor")
    client.force_login(user)
    return user


def marked(before: str, after: str) -> str:
    return differences.as_html(differences.parts(before, after))


def test_it_marks_words_that_go_and_come():
    assert marked("At 508 points", "At 507 points") == "At <del>508</del><ins>507</ins> points\n"


def test_it_leaves_out_long_stretches_without_a_change():
    lines = [f"line {n}" for n in range(20)]
    found = marked("\n".join(lines), "\n".join([*lines[:-1], "line 19 and more"]))
    assert "line 3" not in found
    assert "<i>…</i>" in found
    assert "line 18" in found
    assert "<ins> and more</ins>" in found


def test_it_escapes_what_it_compares():
    assert marked("<b>", "<script>") == "&lt;<del>b</del><ins>script</ins>&gt;\n"


def test_it_reads_a_text_as_lines():
    html = (
        '<h2>Head</h2><p>At <data value="draw/396/crs">508</data>.</p><ul><li><p>a</p></li></ul>'
        '<div data-block="facts" data-of="draw/396"></div>'
    )
    assert differences.lines_of(html) == "## Head\nAt 508.\n– a\n[Draw in figures: draw/396]"


def test_it_says_of_each_version_who_when_which_step_and_why(client, ana):
    article = in_state("review")
    luc = person("luc", "Publisher")
    publishing.send_back(article, by=ana, reason="Source missing")
    publishing.send_to_review(article, by=ana)
    publishing.publish(article, by=luc)
    publishing.revise(article, by=ana, kind="correction", sentence="It was 508.")
    publishing.withdraw(article, by=luc, reason="Wrong draw")
    steps = [str(each.step) for each in versions.of_article(article)]
    assert steps == ["Withdrawn", "correction", "Published", "Sent to review", "Sent back", "Begun"]
    html = client.get(address("history", article.pk)).content.decode()
    for words in ("Ana", "Luc", "Source missing", "Wrong draw", "the site", " ET"):
        assert words in html


def test_it_compares_two_versions_with_their_questions(client, ana):
    first = ArticleQuestion(own_question="Why?", own_answer="<p>Because.</p>")
    article = published("<p>One two.</p>", questions=[first])
    asked = list(article.questions.all())
    asked[0].own_answer = "<p>Therefore.</p>"
    article.body = "<p>One three.</p>"
    publishing.revise(article, by=None, questions=asked)
    newest, oldest = article.history.first(), article.history.last()
    query = {"from": newest.history_id, "to": oldest.history_id}  # in whichever order
    html = client.get(address("compare", article.pk), query).content.decode()
    assert "One <del>two</del><ins>three</ins>." in html
    assert "<del>Because</del><ins>Therefore</ins>" in html
    assert client.get(address("compare", article.pk), {"from": "x"}).status_code == 302
    assert client.get(address("compare", article.pk), {"from": "1", "to": "99"}).status_code == 404


def test_it_restores_a_draft_as_a_new_version(ana):
    article = in_state("draft")
    article.body, article.headline = "<p>Other.</p>", "Other"
    publishing.save_draft(article, by=None)
    publishing.restore(article.history.last(), by=ana)
    stored = Article.objects.get()
    assert (stored.body, stored.headline, stored.edited_by) == ("<p>Words.</p>", "a", ana)
    assert article.history.count() == 3
    assert article.history.first().history_change_reason.startswith("Restored the version of")


def test_it_restores_questions_too():
    asked = [ArticleQuestion(own_question="Why?", own_answer="<p>Because.</p>")]
    article = published(questions=asked)
    publishing.revise(article, by=None, questions=[])
    assert not article.questions.exists()
    publishing.restore(article.history.last(), by=None)
    assert [row.own_question for row in article.questions.all()] == ["Why?"]
    assert article.questions.get().anchor == "q-why"


def test_it_restores_a_public_article_as_a_change_that_says_its_kind(client, ana):
    article = published("<p>Right.</p>")
    article.body = "<p>Wrong.</p>"
    publishing.revise(article, by=None)
    page = address("restore", article.pk, article.history.last().history_id)
    assert "<del>Wrong</del><ins>Right</ins>" in client.get(page).content.decode()
    seen = {"version": str(publishing.version_of(article)), "reason": "Back"}
    html = client.post(page, seen | {"kind": "correction"}).content.decode()
    assert "Write the sentence" in html
    given = seen | {"kind": "correction", "sentence": "The text was wrong."}
    assert client.post(page, given).status_code == 302
    assert Article.objects.get().body == "<p>Right.</p>"
    assert ArticleChange.objects.first().sentence == "The text was wrong."
    assert article.history.count() == 3


def test_it_restores_nothing_over_a_newer_version(client, ana):
    article = in_state("draft")
    version = publishing.version_of(article)
    article.headline = "Newer"
    publishing.save_draft(article, by=None)
    page = address("restore", article.pk, article.history.last().history_id)
    answer = client.post(page, {"version": version})
    assert "Somebody else has saved" in answer.content.decode()
    assert Article.objects.get().headline == "Newer"


def test_it_shows_a_version_as_its_readers_saw_it(client, ana):
    hold_draws()
    article = published('<p>At <data value="draw/396/crs">1</data> points.</p>')
    old = article.history.first()
    type(old).objects.filter(pk=old.pk).update(
        body='<p>At <data value="draw/396/crs">510</data> points.</p>'
    )
    article.body, article.headline = "<p>Rewritten.</p>", "New"
    publishing.revise(article, by=None)
    answer = client.get(address("version", article.pk, old.history_id))
    html = answer.content.decode()
    assert "At 510 points." in html
    assert "<h1>first</h1>" in html
    assert "Version of" in html
    assert "no-store" in answer.headers["Cache-Control"]


def test_it_reads_versions_in_few_queries(django_assert_max_num_queries):
    article = published()
    for number in range(10):
        publishing.revise(article, by=None, reason=f"{number}")
    with django_assert_max_num_queries(2):
        assert len(versions.of_article(article)) == 11


def test_it_names_steps_in_the_language_of_whoever_reads(client, ana):
    article = in_state("draft")
    publishing.send_to_review(article, by=ana)
    soon = timezone.now() + timedelta(minutes=2)
    publishing.schedule(article, by=person("luc", "Publisher"), at=soon)
    publishing.publish_due(soon)
    with translation.override("fr"):
        newest, promised, *_earlier = versions.of_article(article)
        assert str(newest.step) == "Publié au moment prévu"
        assert str(promised.step) == "Programmé"
        assert [each.reason for each in versions.of_article(article)] == ["", "", "", ""]
