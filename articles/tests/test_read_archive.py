"""The nightly reading: what became false since goes to the desk, and what became true leaves it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, tasks
from articles.models import ArticleQuestion, ClaimCheck, DeskTask
from articles.receipt import archive, overrides
from articles.receipt.archive import read_archive
from articles.receipt.check import Unread, claims_of
from articles.tests import newsroom
from articles.tests.staff import publisher
from articles.tests.test_receipt import FALSE, TRUE, wrong_in
from draws.tests import rows
from publish import editions

pytestmark = pytest.mark.django_db

QUERIES = 15


def says(sentence, slug="a", **values):
    values = {"headline": "News", "standfirst": "S.", **values}
    return newsroom.article(slug, body=f"<p>{sentence}</p>", **values)


def waiting():
    return list(DeskTask.objects.open().filter(kind="claim"))


def test_it_opens_a_task_for_what_became_false_and_closes_it_again():
    draw = rows.draw("396", crs=508)
    article = says(TRUE)
    assert read_archive().contradicted == 0
    assert waiting() == []
    draw.crs = 507
    draw.save()
    assert read_archive().contradicted == 1
    (task,) = waiting()
    assert (task.article, task.subject) == (article, TRUE)
    assert "says 508; the record has 507 (/draws/396/)." in task.message
    draw.crs = 508
    draw.save()
    assert read_archive().contradicted == 0
    task.refresh_from_db()
    assert task.done_at is not None
    article.refresh_from_db()
    assert TRUE in article.body


def test_it_opens_the_same_task_once():
    rows.draw("396", crs=508)
    says(FALSE)
    for _ in range(3):
        read_archive()
    assert len(waiting()) == 1
    assert DeskTask.objects.count() == 1


def test_a_task_ends_when_the_article_is_put_right_or_withdrawn():
    rows.draw("396", crs=508)
    right, gone = says(FALSE, "right"), says(FALSE, "gone")
    read_archive()
    assert len(waiting()) == 2
    right.body = f"<p>{TRUE}</p>"
    publishing.revise(right, by=None, reason="Put right")
    assert [task.article for task in waiting()] == [gone]
    publishing.withdraw(gone, by=None, reason="Withdrawn")
    read_archive()
    assert waiting() == []


def test_it_leaves_what_a_publisher_decided():
    rows.draw("396", crs=508)
    article = says(FALSE)
    overrides.leave(article, wrong_in(article), by=publisher(), reason="So printed.")
    assert read_archive().contradicted == 0
    assert waiting() == []
    assert "So printed." in str(ClaimCheck.objects.get().claims)


def test_it_leaves_tasks_of_other_kinds():
    article = says(TRUE)
    values = {"article": article, "message": "m", "created_at": timezone.now()}
    DeskTask.objects.create(kind="rule", subject="r", **values)
    read_archive()
    assert DeskTask.objects.open().count() == 1


def test_it_reads_what_readers_see_or_will_see():
    rows.draw("396", crs=508)
    soon = timezone.now() + timedelta(hours=1)
    says(FALSE, "public")
    says(FALSE, "soon", state="scheduled", scheduled_for=soon, published_at=None)
    says(FALSE, "draft", state="draft", published_at=None)
    says(FALSE, "gone", state="withdrawn")
    assert read_archive().articles == 2
    assert {task.article.slug for task in waiting()} == {"public", "soon"}


def test_it_begins_an_edition_only_where_a_receipt_says_something_else():
    rows.draw("396", crs=508)
    says(TRUE)
    before = editions.current().number
    read_archive()
    assert editions.current().number == before + 1
    read_archive()
    assert editions.current().number == before + 1


def test_it_goes_on_after_an_article_that_cannot_be_read(monkeypatch):
    rows.draw("396", crs=508)
    says("Broken.", "broken")
    says(FALSE, "next")

    def fails_for_one(article, *given):
        if article.slug == "broken":
            raise Unread(article.subject)
        return claims_of(article, *given)

    monkeypatch.setattr(archive, "claims_of", fails_for_one)
    read = read_archive()
    assert (read.articles, read.unread, read.contradicted) == (2, 1, 1)


def test_it_does_not_overwrite_the_receipt_of_a_change_made_meanwhile():
    rows.draw("396", crs=508)
    article = says(TRUE)
    later = timezone.now() + timedelta(minutes=5)
    ClaimCheck.objects.create(article=article, checked_at=later, edition=9, digest="newer")
    read_archive()
    assert ClaimCheck.objects.get().digest == "newer"


def test_the_queries_do_not_grow_with_the_articles(django_assert_num_queries):
    rows.draw("396", crs=508)
    bound = 'In draw 396, the cut-off was <data value="draw/396/crs">508</data>.'
    for number in range(3):
        made = says(bound, f"a{number}")
        ArticleQuestion.objects.create(article=made, own_question="Q?", own_answer="<p>A.</p>")
    read_archive()
    with django_assert_num_queries(QUERIES):
        read_archive()
    for number in range(3, 30):
        says(bound, f"a{number}")
    read_archive()
    with django_assert_num_queries(QUERIES):
        read_archive()


def test_it_reads_in_portions():
    rows.draw("396", crs=508)
    for number in range(5):
        says(FALSE, f"a{number}")
    assert read_archive(portion=2).articles == 5
    assert len(waiting()) == 5


def test_a_command_says_how_fast_it_was():
    rows.draw("396", crs=508)
    says(FALSE)
    out = StringIO()
    call_command("read_archive", stdout=out)
    assert "1 articles in" in out.getvalue()
    assert "contradicted: 1" in out.getvalue()


def test_the_worker_reads_it():
    rows.draw("396", crs=508)
    says(FALSE)
    tasks.read_archive()
    tasks.look_at_rules()
    assert len(waiting()) == 1
