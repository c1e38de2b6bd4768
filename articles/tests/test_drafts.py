"""A draw that is published becomes a draft in review, in both languages and once."""

import pytest

from articles.drafting.held import hold_draw
from articles.drafting.storing import refresh_waiting
from articles.drafting.words.families import FAMILY_WORDS
from articles.models import Article, DeskTask, Question, Story
from articles.publishing import publish, save_draft
from draws.families import FAMILIES
from draws.models import Draw
from draws.tests.feeds import NO_POOL, feed, row
from ingest import events, held, pipeline
from ingest.models import HeldRow

pytestmark = pytest.mark.django_db


def dated(number: str, day: str, full: str, **values: str):
    return row(
        number,
        drawDate=day,
        drawDateFull=full,
        drawDateTime=f"{full} at 12:00:00 UTC",
        drawDistributionAsOn=full,
        **values,
    )


OLDER = (
    dated("392", "2026-01-21", "January 21, 2026", drawCRS="509", drawSize="6,000"),
    dated("390", "2026-01-07", "January 7, 2026", drawCRS="511", drawSize="8,000"),
)


def arrive(*rows: dict[str, str]) -> None:
    """The record had the older draws; now the source has these as well."""
    if not Draw.objects.exists():
        pipeline.bring_in("ircc", feed(*OLDER))
    pipeline.bring_in("ircc", feed(*rows, *OLDER))
    while events.deliver_due():
        pass


def side(language: str = "en", number: str = "396") -> Article:
    return Article.objects.get(language=language, story__drafted_from=f"draw/{number}")


def test_it_drafts_a_draw_in_both_languages_for_review():
    arrive(row("396"))
    english, french = side("en"), side("fr")
    assert (english.state, french.state) == (Article.State.REVIEW, Article.State.REVIEW)
    assert english.headline == "Draw 396: 6,000 invited in the Canadian Experience Class at 508"
    assert french.headline.replace("\u00a0", " ") == (
        "Ronde 396 : 6 000 invitations dans la Catégorie de l’expérience canadienne,"
        " note minimale de 508"
    )
    assert english.slug == "draw-396-canadian-experience-class"
    assert '<data value="draw/396/crs">508</data>' in english.body
    assert '<data value="draw/396/points">one point</data>' in english.body
    assert english.standfirst.startswith("The cut-off is one point lower than")
    assert english.seo_title == "Express Entry draw 396: 6,000 invitations (CEC), cut-off 508"
    assert english.seo_description.endswith("Tie-break: 16 March 2025, 09:35:59 UTC.")
    assert english.held_because == ""


def test_it_files_the_draft_where_readers_look_for_it():
    arrive(row("396"))
    story = side().story
    assert story.category.slug == "express-entry"
    assert story.draw == Draw.objects.get(number="396")
    topics = set(story.topics.values_list("slug", flat=True))
    assert topics == {"canadian-experience-class", "tie-break"}
    assert [byline.author.slug for byline in story.bylines.all()] == ["cutline-desk"]


def test_it_can_be_published_as_it_is():
    arrive(row("396"))
    assert publish(side(), by=None).is_published


def test_it_asks_what_the_bank_has_for_the_family_then_what_it_has_for_all():
    facts = {"question_fr": "Oui?", "answer_en": "<p>A.</p>", "answer_fr": "<p>R.</p>"}
    for slug, families in (("general", []), ("cec", ["cec", "fsw"]), ("french", ["french"])):
        Question.objects.create(
            slug=slug, question_en=slug, families=families, reviewed_on="2026-01-01", **facts
        )
    Question.objects.filter(slug="general").update(answer_fr="")
    arrive(row("396"))
    asked = [question.bank.slug for question in side().questions.all()]
    assert asked == ["cec", "general"]
    assert [question.bank.slug for question in side("fr").questions.all()] == ["cec"]


def test_it_drafts_a_draw_once_however_often_it_is_told():
    arrive(row("396"))
    told = events.emit("draw.published", "draw/396")
    events.deliver_due()
    assert told.deliveries.filter(done_at=None).count() == 0
    assert Story.objects.count() == 1
    assert Article.objects.count() == 2


def test_it_is_silent_about_a_first_fill():
    pipeline.bring_in("ircc", feed(*OLDER))
    events.deliver_due()
    assert not Story.objects.exists()


def test_it_is_silent_about_many_at_once():
    arrive(*(row(str(number)) for number in range(398, 392, -1)))
    assert not Story.objects.exists()


def test_it_is_silent_about_a_draw_that_was_only_just_found():
    arrive(row("396"))
    late = dated("391", "2026-01-14", "January 14, 2026")
    pipeline.bring_in("ircc", feed(row("396"), OLDER[0], late, OLDER[1]))
    while events.deliver_due():
        pass
    assert Draw.objects.filter(number="391").exists()
    assert not Story.objects.filter(drafted_from="draw/391").exists()


def test_it_takes_another_slug_where_an_editor_has_the_first():
    arrive(row("396"))
    side().delete()
    Article.objects.update(slug="draw-396-canadian-experience-class", language="en")
    Story.objects.update(drafted_from=None)
    events.emit("draw.published", "draw/396")
    events.deliver_due()
    assert side().slug == "draw-396-canadian-experience-class-2"


def test_two_draws_on_a_day_name_each_other():
    nominees = "Provincial Nominee Program"
    first = row("395", drawName=nominees, drawText2=nominees, drawCRS="789", drawSize="279")
    arrive(first)
    assert "draw/396/" not in side(number="395").body
    arrive(row("396"), first)
    assert '<a href="/draws/395/">' in side(number="396").body
    assert '<a href="/draws/396/">' in side(number="395").body
    assert '<a href="/fr/draws/396/">' in side("fr", "395").body


def test_it_speaks_of_what_is_not_printed_as_not_printed():
    arrive(row("396", drawCutOff="", **NO_POOL))
    body = side().body
    assert "IRCC prints no tie-break for this draw." in body
    assert "IRCC prints no count of the pool with this draw." in body
    assert 'data-block="pool"' not in body


def test_it_gives_a_draft_the_figures_that_come_later():
    arrive(row("396", drawCutOff=""))
    arrive(row("396"))
    assert '<data value="draw/396/tie-break">' in side().body
    assert "profiles submitted at or before 16 March 2025" in side().standfirst
    assert side().state == Article.State.REVIEW


def test_it_keeps_the_words_of_an_editor_and_says_that_the_record_moved(admin_user):
    arrive(row("396"))
    article = side()
    article.headline = "CEC draws go on at 508"
    save_draft(article, by=admin_user)
    arrive(row("396", drawCRS="510"))
    now = side()
    assert now.headline == "CEC draws go on at 508"
    assert now.standfirst.startswith("The cut-off is one point higher than")
    assert '<data value="draw/396/crs">510</data>' in now.body
    assert DeskTask.objects.open().filter(article=now, kind=DeskTask.Kind.WORDS).count() == 1
    versions = now.history.count()
    assert refresh_waiting() == 0
    assert now.history.count() == versions
    arrive(row("396", drawCRS="512"))
    assert side().headline == "CEC draws go on at 508"
    assert side().standfirst.startswith("The cut-off is three points higher than")


def unknown(number: str = "396") -> dict[str, str]:
    return row(number, drawName="Chefs with a Canadian Kitchen", drawText2="Chefs")


def test_it_holds_a_draft_on_a_round_of_an_unknown_type():
    arrive(unknown())
    story = Story.objects.get()
    assert story.drafted_from == "held/ircc/396"
    english, french = story.side("en"), story.side("fr")
    assert english.state == french.state == Article.State.DRAFT
    assert "Chefs with a Canadian Kitchen" in english.held_because
    assert "ne connaît pas" in french.held_because
    assert "508" not in english.body + english.headline + english.standfirst
    assert DeskTask.objects.open().filter(kind=DeskTask.Kind.HELD).count() == 2


def decide(how, **answer: str) -> None:
    waiting = HeldRow.objects.waiting().get()
    how(waiting, None, "An editor has looked.", **answer)
    if how is held.approve:
        pipeline.take_in_again(waiting)
    while events.deliver_due():
        pass


def test_a_held_draft_becomes_the_real_one():
    arrive(unknown())
    before = Story.objects.get().pk
    decide(held.approve, choice="trades")
    article = side()
    assert article.story.pk == before
    assert Article.objects.count() == 2
    assert article.state == Article.State.REVIEW
    assert article.held_because == ""
    assert article.headline.startswith("Draw 396: 6,000 invited in trades at 508")
    assert article.slug == "draw-396-trades"
    assert not DeskTask.objects.open().filter(kind=DeskTask.Kind.HELD).exists()


def test_a_held_draft_goes_with_its_row():
    arrive(unknown())
    decide(held.dismiss)
    assert not Story.objects.exists()


def test_a_held_draft_goes_where_the_source_takes_its_row_back():
    arrive(unknown())
    assert Story.objects.exists()
    arrive()
    assert not Story.objects.exists()
    assert not DeskTask.objects.open().exists()
    arrive(unknown())
    assert Story.objects.count() == 1


def test_a_draft_that_lacked_figures_goes_on_once_they_come():
    pipeline.bring_in("ircc", feed(*OLDER))
    hold_draw(Draw.objects.get(number="392"), "draw/392/pool-total")
    assert "draw/392/pool-total" in side(number="392").held_because
    assert refresh_waiting() == 2
    article = side(number="392")
    assert (article.held_because, article.state) == ("", Article.State.REVIEW)
    assert article.headline.startswith("Draw 392: 6,000 invited")


def test_every_family_has_its_words():
    assert FAMILY_WORDS.keys() == FAMILIES.keys()


def test_it_holds_no_draft_on_a_doubt_about_a_draw_that_it_has():
    arrive(row("396"))
    arrive(row("396", drawCutOff=""))
    assert HeldRow.objects.waiting().exists()
    assert not Story.objects.filter(drafted_from__startswith="held/").exists()
