"""A rule that changes: who cites it is sent to review, once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from articles import receipt
from articles.claims import Claim, Kind, Verdict
from articles.models import ArticleQuestion, ClaimCheck, DeskTask, Question, RuleSeen
from articles.receipt.check import kept
from articles.rules import rule, rules
from articles.rules.citing import citing
from articles.rules.watch import look
from articles.tests import newsroom
from articles.tests.staff import editor, person

pytestmark = pytest.mark.django_db

BOUND = '<p>It adds <data value="rule/nomination/points">600</data> points.</p>'
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def with_other(key, **values):
    """The registry with one rule changed."""
    return [replace(each, **values) if each.key == key else each for each in rules()]


def raised(**values):
    """The registry in which a nomination adds more."""
    return with_other("nomination", figures={"points": 700}, **values)


def answer(slug="q", **values):
    given = {"question_en": "How many?", "answer_en": "<p>None.</p>", "reviewed_on": NOW.date()}
    return Question.objects.create(slug=slug, **{**given, **values})


def judged_by(article, key, where="body"):
    """A receipt in which the article states a rule in plain words."""
    claim = Claim("S", Kind.RULE, Verdict.TRUE, "600", where=where, figure=f"rule/{key}/points")
    ClaimCheck.objects.create(
        article=article, checked_at=NOW, edition=0, digest="", claims=[kept(claim)]
    )


def test_it_only_notes_what_it_sees_for_the_first_time():
    newsroom.article(body=BOUND)
    assert look(NOW) == 0
    assert RuleSeen.objects.count() == len(rules())
    assert not DeskTask.objects.exists()


def test_it_sends_articles_with_a_figure_of_the_rule_to_review():
    article = newsroom.article(body=BOUND)
    newsroom.article("other", body="<p>Nothing.</p>")
    look(NOW)
    assert look(NOW, raised()) == 1
    task = DeskTask.objects.get()
    assert (task.kind, task.article, task.subject) == ("rule", article, "rule/nomination")
    assert "adds 600 CRS points" in task.message


def test_it_tells_of_one_change_once():
    newsroom.article(body=BOUND)
    look(NOW)
    assert [look(NOW, raised()) for _ in range(3)] == [1, 0, 0]
    DeskTask.objects.update(done_at=NOW)
    assert look(NOW, raised()) == 0
    assert look(NOW) == 1


def test_it_keeps_one_task_open_for_two_changes():
    newsroom.article(body=BOUND)
    look(NOW)
    look(NOW, raised())
    assert look(NOW, with_other("nomination", figures={"points": 800})) == 0
    assert DeskTask.objects.count() == 1


def test_it_sends_answers_of_the_bank_to_review_and_not_each_article_with_them():
    asked = answer(answer_fr=BOUND)
    article = newsroom.article()
    ArticleQuestion.objects.create(article=article, bank=asked)
    judged_by(article, "nomination", where="faq")
    look(NOW)
    assert look(NOW, raised()) == 1
    task = DeskTask.objects.get()
    assert (task.article, task.subject) == (None, f"rule/nomination question/{asked.pk}")
    assert "How many?" in task.message


def test_it_sends_articles_that_state_the_rule_in_plain_words_to_review():
    judged_by(newsroom.article(), "nomination")
    look(NOW)
    assert look(NOW, raised()) == 1


def test_it_sends_answers_that_state_a_rule_in_plain_words_to_review():
    asked = answer(answer_en="<p>A provincial nomination adds 600 points to the CRS score.</p>")
    old = answer("old", answer_en="<p>A sibling in Canada adds 15 points to the CRS score.</p>")
    found = citing()
    assert found["nomination"].questions == {asked.pk}
    assert found["sibling"].questions == {old.pk}


def test_it_sends_an_answer_of_an_article_to_review():
    article = newsroom.article()
    ArticleQuestion.objects.create(article=article, slug="a", own_question="Q", own_answer=BOUND)
    look(NOW)
    assert look(NOW, raised()) == 1
    assert DeskTask.objects.get().article == article


def test_it_tells_of_a_rule_that_is_gone():
    newsroom.article(body=BOUND)
    look(NOW)
    without = [each for each in rules() if each.key != "nomination"]
    assert look(NOW, without) == 1
    assert "not in the registry any more" in DeskTask.objects.get().message
    assert look(NOW, without) == 0


def test_a_later_look_at_the_same_source_is_no_change():
    newsroom.article(body=BOUND)
    look(NOW)
    assert look(NOW, with_other("nomination", checked=date(2027, 1, 1))) == 0


def test_it_knows_who_cites_a_rule_whatever_their_number(django_assert_num_queries):
    for number in range(20):
        newsroom.article(f"a{number}", body=BOUND)
    with django_assert_num_queries(5):
        found = citing()
    assert len(found["nomination"].articles) == 20


def test_staff_see_the_rules_with_who_cites_them():
    article = newsroom.article(body=BOUND)
    client = Client()
    client.force_login(editor())
    html = client.get("/admin/articles/ruleseen/").content.decode()
    assert rule("nomination").statement["en"] in html
    assert f'/admin/articles/article/{article.pk}/change/">{article.headline}</a>' in html
    assert "Nobody cites it." in html
    assert "Look it up again" not in html
    assert Client().get("/admin/articles/ruleseen/").status_code == 302


def test_the_desk_asks_to_look_up_a_rule_again_after_half_a_year(time_machine):
    time_machine.move_to(datetime(2027, 12, 1, tzinfo=UTC))
    client = Client()
    client.force_login(person("sue", is_superuser=True))
    assert "Rules to look up again" in client.get("/admin/").content.decode()
    assert "Look it up again" in client.get("/admin/articles/ruleseen/").content.decode()


def test_the_desk_leads_from_a_task_to_the_answer():
    asked = answer(answer_en=BOUND)
    look(NOW)
    look(NOW, raised())
    client = Client()
    client.force_login(person("sue", is_superuser=True))
    html = client.get("/admin/").content.decode()
    assert f'href="/admin/articles/question/{asked.pk}/change/"' in html


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/rules/", "A nomination by a province or territory"),
        ("/fr/rules/", "Une désignation par une province"),
    ],
)
def test_readers_see_the_rules_with_their_days(client, address, words):
    html = client.get(address).content.decode()
    assert words in html
    assert 'id="nomination"' in html
    assert rule("nomination").source in html
    assert '<time datetime="2025-03-25">' in html


def test_a_figure_of_a_rule_is_no_task_for_the_desk():
    article = newsroom.article(body=BOUND)
    assert receipt.check_now(article).bound == 1
    from articles import desk

    assert desk.check(article) == 0
