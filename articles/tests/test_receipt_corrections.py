"""A receipt follows an official correction at once, not in the night."""

import pytest

from articles.models import ClaimCheck, DeskTask
from articles.receipt.archive import read_about, read_archive
from articles.tests import newsroom
from articles.tests.test_drafts import arrive
from draws.tests.feeds import row
from ingest import events
from ingest.models import Delivery, Event
from publish import editions

pytestmark = pytest.mark.django_db

SAYS = "<p>In draw 396, the cut-off was 508.</p>"


def says(slug, body=SAYS):
    return newsroom.article(slug, body=body, headline="News", standfirst="S.")


def verdicts(article):
    kept = ClaimCheck.objects.get(article=article)
    return kept.true, kept.contradicted


def test_it_reads_the_articles_that_judge_by_the_draw_again():
    arrive(row("396", drawCRS="508"))
    article = says("a")
    read_archive()
    assert verdicts(article)[1] == 0
    arrive(row("396", drawCRS="510"))
    assert verdicts(article)[1] == 1
    (task,) = DeskTask.objects.open().filter(kind="claim")
    assert "the record has 510" in task.message


def test_it_reads_no_other_article():
    arrive(row("396", drawCRS="508"))
    other = says("other", "<p>A nomination adds 600 points to a CRS score.</p>")
    read_archive()
    before = ClaimCheck.objects.get(article=other).checked_at
    assert read_about("396").articles == 0
    assert ClaimCheck.objects.get(article=other).checked_at == before


def test_it_happens_once_for_each_event():
    arrive(row("396", drawCRS="508"))
    says("a")
    read_archive()
    arrive(row("396", drawCRS="510"))
    edition = editions.current().number
    told = Event.objects.get(kind="figure.corrected")
    handler = "articles.receipt.handlers.on_figure"
    assert Delivery.objects.filter(event=told, handler=handler).count() == 1
    events.emit("figure.corrected", told.subject, told.edition, **told.payload)
    events.deliver_due()
    assert editions.current().number == edition
    assert DeskTask.objects.open().filter(kind="claim").count() == 1
