"""What the source changes after publication: the article says so, once, where it showed it."""

import pytest
from django.utils import timezone

from articles.models import Article, ArticleChange, DeskTask
from articles.publishing import publish, save_draft
from articles.receipt.archive import read_archive
from articles.tests import stories
from articles.tests.test_drafts import OLDER, arrive, dated, side
from draws.tests.feeds import feed, row
from ingest import events, pipeline
from ingest.models import Event, Revision

pytestmark = pytest.mark.django_db

Kind = ArticleChange.Kind


def published(*, language: str = "en", number: str = "396") -> Article:
    """The draft of a draw, gone out as it was."""
    arrive(row("396"))
    return publish(side(language, number), by=None)


def words(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_it_shows_the_new_figure_and_says_that_it_changed():
    article = published()
    arrive(row("396", drawCRS="510"))
    now = side()
    assert '<data value="draw/396/crs">510</data>' in now.body
    assert now.headline.endswith("at 510")
    assert now.standfirst.startswith("The cut-off is one point higher than")
    assert "The cut-off is now <data" in now.body
    assert "</data> higher." in now.body
    [change] = article.changes.all()
    revision = Revision.objects.get()
    assert (change.kind, change.by, change.revision) == (Kind.CORRECTION, None, revision)
    assert change.sentence.startswith("IRCC changed the cut-off of draw 396 from 508 to 510.")
    assert "This article showed the earlier one until" in change.sentence
    assert now.updated_at is not None


def test_it_says_it_in_french_under_the_french_article():
    article = published(language="fr")
    arrive(row("396", drawCutOff="March 17, 2025 at 09:35:59 UTC"))
    sentence = words(article.changes.get().sentence)
    assert sentence.startswith(
        "IRCC a modifié le départage de la ronde 396 : 17 mars 2025, 9 h 35 min 59 s UTC"
        " remplace 16 mars 2025, 9 h 35 min 59 s UTC."
    )
    assert "17 mars 2025" in words(side("fr").standfirst)


def test_it_notes_each_change_once():
    article = published()
    arrive(row("396", drawCRS="510"))
    told = Event.objects.get(kind="figure.corrected")
    events.emit("figure.corrected", told.subject, told.edition, **told.payload)
    events.deliver_due()
    assert article.changes.count() == 1
    arrive(row("396", drawCRS="511", drawSize="6,001"))
    assert article.changes.count() == 3


def test_it_says_so_where_a_figure_follows_from_the_one_that_changed():
    article = stories.published("<p>Up to here.</p>", slug="quiet")
    arrive(row("396"))
    follows = stories.published(
        '<p>It moved by <data value="draw/396/change">−1</data>.</p>', slug="follows"
    )
    lead = dated("392", "2026-01-21", "January 21, 2026", drawCRS="507", drawSize="6,000")
    arrive_with(lead)
    assert "+1" in Article.objects.get(pk=follows.pk).body
    sentence = follows.changes.get().sentence
    assert sentence.startswith("IRCC changed the cut-off of draw 392 from 509 to 507. Until")
    assert "figures that follow from the earlier one" in sentence
    assert not article.changes.exists()


def arrive_with(lead: dict[str, str]) -> None:
    pipeline.bring_in("ircc", feed(row("396"), lead, OLDER[1]))
    while events.deliver_due():
        pass


def test_it_says_so_where_a_block_shows_the_figure():
    arrive(row("396"))
    facts = stories.published('<div data-block="facts" data-of="draw/396"></div>', slug="facts")
    other = stories.published('<div data-block="facts" data-of="draw/392"></div>', slug="other")
    arrive(row("396", drawCRS="510"))
    assert facts.changes.count() == 1
    assert not other.changes.exists()


def test_it_leaves_articles_alone_that_came_after_the_change():
    arrive(row("396"))
    arrive(row("396", drawCRS="510"))
    late = stories.published(
        '<p><data value="draw/396/crs">510</data></p>', slug="late", at=timezone.now()
    )
    told = Event.objects.get(kind="figure.corrected")
    events.emit("figure.corrected", told.subject, told.edition, **told.payload)
    events.deliver_due()
    assert not late.changes.exists()


def test_it_gives_an_editor_a_figure_that_was_typed():
    arrive(row("396"))
    typed = stories.published(
        '<p><data value="draw/396/crs">508</data></p>', slug="typed", headline="A line at 508"
    )
    arrive(row("396", drawCRS="510"))
    assert Article.objects.get(pk=typed.pk).headline == "A line at 508"
    task = DeskTask.objects.open().get(article=typed)
    assert "508" in task.message


def test_it_notes_a_whole_count_of_the_pool_as_one_change():
    article = published()
    arrive(row("396", dd1="501", dd18="29,001"))
    assert Revision.objects.count() == 2
    change = article.changes.get()
    assert change.sentence.startswith("IRCC changed the pool count printed with draw 396.")
    assert ">29,001</data>" in side().body


def test_it_refreshes_a_draft_without_a_note():
    arrive(row("396"))
    arrive(row("396", drawCRS="510"))
    assert side().headline.endswith("at 510")
    assert side().state == Article.State.REVIEW
    assert not ArticleChange.objects.exists()


def test_it_says_so_where_a_draw_left_the_family_that_a_figure_counts():
    pipeline.bring_in("ircc", feed(row("396"), *OLDER))
    counts = stories.published(
        '<p>It is the <data value="draw/396/ordinal">third</data>.</p>',
        slug="counts",
        headline="The Canadian Experience Class in numbers",
    )
    moved = dict(OLDER[1], drawName="STEM occupations (Version 1)")
    pipeline.bring_in("ircc", feed(row("396"), OLDER[0], moved))
    while events.deliver_due():
        pass
    sentences = [change.sentence for change in counts.changes.all()]
    assert len(sentences) == 1
    assert sentences[0].startswith("IRCC changed the type of draw 390 from")
    assert not DeskTask.objects.open().exists()


def test_a_published_article_says_what_the_source_adds_later():
    arrive(row("396", drawCutOff=""))
    article = publish(side(), by=None)
    assert "prints no tie-break" in article.body
    arrive(row("396"))
    now = side()
    assert "prints no tie-break" not in now.body
    assert "profiles submitted at or before 16 March 2025" in now.standfirst
    [change] = article.changes.all()
    assert change.kind == Kind.UPDATE
    assert change.sentence == (
        "IRCC published more of draw 396 after this article came out: the tie-break."
    )
    told = Event.objects.get(kind="figure.completed")
    events.emit("figure.completed", told.subject, told.edition, **told.payload)
    events.deliver_due()
    assert article.changes.count() == 1


def test_an_editor_hears_what_the_site_would_say_now_in_place_of_their_words(admin_user):
    arrive(row("396"))
    article = side()
    article.headline = "CEC draws go on at 508"
    save_draft(article, by=admin_user)
    arrive(row("396", drawCRS="510"))
    arrive(row("396", drawCRS="512"))
    task = DeskTask.objects.open().get(article=article)
    assert "at 512" in task.message
    assert "at 510" not in task.message
    read_archive()
    assert DeskTask.objects.open().filter(pk=task.pk).exists()


def test_a_bound_figure_in_the_words_of_an_editor_is_no_task(admin_user):
    arrive(row("396"))
    article = side()
    article.body = article.body.replace("</p>", " Our own words.</p>", 1)
    save_draft(article, by=admin_user)
    arrive(row("396", drawCutOff="March 17, 2025 at 09:35:59 UTC"))
    assert "Our own words." in side().body
    assert ">17 March 2025" in side().body
    assert not DeskTask.objects.open().exists()


def test_an_editor_hears_of_a_published_text_that_turned_round(admin_user):
    arrive(row("396"))
    article = side()
    article.body = article.body.replace("</p>", " Our own words.</p>", 1)
    save_draft(article, by=admin_user)
    publish(side(), by=None)
    arrive(row("396", drawCRS="510"))
    assert "Our own words." in side().body
    task = DeskTask.objects.open().get(article=article)
    assert "An editor wrote these parts" in task.message
