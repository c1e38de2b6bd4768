"""The receipt under an article: what was counted, what the record says, and when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError

from articles import publishing, receipt
from articles.claims import Claim, Kind, Texts, Verdict
from articles.models import ArticleQuestion, ClaimCheck
from articles.receipt import check, gate, overrides, shown
from articles.receipt.counting import count
from articles.receipt.texts import present_texts
from articles.tests import newsroom
from articles.tests.staff import publisher, reporter
from draws.tests import rows
from publish import fragments

pytestmark = pytest.mark.django_db

TRUE = "In draw 396, the cut-off was 508."
FALSE = "In draw 396, the cut-off was 509."


def page(client, article):
    cache.clear()
    return client.get(article.get_absolute_url()).content.decode()


def receipt_on(html):
    """The words of the receipt of a page, on one line."""
    return " ".join(html.split('<details class="receipt">')[1].split("</details>")[0].split())


def written(*sentences, **values):
    """A published article that says these sentences."""
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return newsroom.article(**{"body": body, "headline": "News", "standfirst": "S.", **values})


def wrong_in(article):
    """The one statement of its text that the record contradicts."""
    found = check.claims_of(article, Texts(body_html=article.body), newsroom.PUBLISHED)
    return next(claim for claim in found if claim.is_contradicted)


def contradicted(**values):
    given = {"text": FALSE, "found": "509", "expected": "508", "source": "/draws/396/"} | values
    return Claim(kind=Kind.CUT_OFF, verdict=Verdict.CONTRADICTED, **given)


def test_it_keeps_what_was_read_and_when():
    rows.draw("396", crs=508)
    kept = receipt.check_now(written(TRUE, FALSE))
    assert kept.true >= 1
    assert kept.contradicted == 1
    wrong = next(each for each in kept.claims if each["verdict"] == "contradicted")
    assert (wrong["found"], wrong["expected"], wrong["source"]) == ("509", "508", "/draws/396/")
    assert ClaimCheck.objects.count() == 1


def test_it_reads_the_same_text_once_in_one_edition(django_assert_max_num_queries):
    rows.draw("396", crs=508)
    article = written(TRUE)
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    first = receipt.check_now(article, moment)
    with django_assert_max_num_queries(5):
        again = receipt.check_now(article, moment)
    assert again.checked_at == first.checked_at
    publishing.begin_edition(article.story.category)
    assert receipt.check_now(article, moment).checked_at > first.checked_at
    assert ClaimCheck.objects.count() == 1


def test_it_reads_a_changed_text_again():
    rows.draw("396", crs=508)
    article = written(TRUE)
    receipt.check_now(article)
    article.body = f"<p>{FALSE}</p>"
    article.save()
    assert receipt.check_now(article).contradicted == 1


def test_it_reads_bound_figures_with_their_present_words():
    draw = rows.draw("396", crs=508)
    bound = 'In draw 396, the cut-off was <data value="draw/396/crs">508</data>.'
    article = written(bound)
    draw.crs = 509
    draw.save()
    assert ">509</data>" in present_texts([article])[article.pk].body_html
    kept = receipt.check_now(article)
    assert (kept.figures, kept.bound, kept.contradicted) == (2, 1, 0)


def test_it_counts_figures_and_those_that_are_bound():
    texts = Texts(
        headline="CEC draw 396 invites 6,000",
        standfirst="On 17 February 2026, at 11:33:44 UTC.",
        body_html='<p>A cut-off of <data value="draw/396/crs">508</data>, and 1.5 times 30.</p>',
        questions=[("Is 470 enough?", "<p>No.</p>")],
    )
    assert count(texts) == (8, 1)
    french = Texts(headline="6\u00a0000 invitations le 1er mars 2026 à 9 h 35")
    assert count(french) == (3, 0)
    to_the_second = Texts(headline="Le 8 octobre 2026, 22 h 55 min 30 s UTC")
    assert count(to_the_second) == (2, 0)


def test_it_is_made_when_an_article_is_published_and_when_it_is_revised():
    rows.draw("396", crs=508)
    article = written(TRUE, state="draft", published_at=None)
    assert not ClaimCheck.objects.exists()
    publishing.publish(article, by=None)
    assert article.__class__.objects.for_page().get().claim_check.true >= 1
    article.body = "<p>Nothing to compare.</p>"
    publishing.revise(article, by=None, reason="Shorter")
    assert ClaimCheck.objects.get().true == 0


def test_it_speaks_of_the_moment_of_news_and_of_today_elsewhere():
    now = datetime(2026, 11, 1, tzinfo=UTC)
    news = newsroom.article(story=newsroom.story(draw=rows.draw("396")))
    assert check.moment_of(news, now) == newsroom.PUBLISHED
    news.updated_at = newsroom.PUBLISHED + timedelta(days=2)
    assert check.moment_of(news, now) == news.updated_at
    assert check.moment_of(newsroom.article("guide"), now) == now
    draft = newsroom.article("d", story=newsroom.story(draw=rows.draw("397")), state="draft")
    assert check.moment_of(draft, now) == now


def test_it_lets_news_out_when_the_reading_itself_fails(settings):
    rows.draw("396")
    article = written(TRUE, state="draft", published_at=None)
    receipt.check_now(article)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "read", lambda *_args, **_values: 1 / 0)
        publishing.publish(article, by=publisher())
    assert article.is_published
    assert not ClaimCheck.objects.exists()


def test_readers_see_it_under_the_article(client):
    rows.draw("396", crs=508)
    article = written(TRUE, FALSE)
    assert 'class="receipt"' not in page(client, article)
    receipt.check_now(article)
    shown_now = receipt_on(page(client, article))
    kept = ClaimCheck.objects.get()
    checked = kept.true + kept.contradicted
    assert f"4 figures, 0 bound to the record, {checked} statements checked, <time" in shown_now
    assert "ET</time>" in shown_now
    assert "The record has 508." in shown_now
    assert "Agrees with the record." in shown_now
    assert shown_now.index(FALSE) < shown_now.index(TRUE)
    assert '<a href="/draws/396/">' in shown_now


def test_readers_see_it_in_french(client):
    rows.draw("396", crs=508)
    article = written("Pour la ronde 396, la note minimale est de 508.", language="fr")
    receipt.check_now(article)
    shown_now = receipt_on(page(client, article))
    assert "HE</time>" in shown_now
    assert '<a href="/fr/draws/396/">' in shown_now


def test_readers_see_why_a_statement_was_left_against_the_record(client):
    rows.draw("396", crs=508)
    article = written(FALSE)
    claim = wrong_in(article)
    overrides.leave(article, claim, by=publisher(), reason="The printed list says so.")
    receipt.check_now(article)
    assert "Left as written: The printed list says so." in page(client, article)


def test_it_escapes_what_a_statement_says(client):
    article = written(TRUE)
    evil = '"><script>alert(1)</script>'
    claims = [check.kept(contradicted(text=evil, found=evil, expected=evil), evil)]
    ClaimCheck.objects.create(
        article=article, checked_at=newsroom.PUBLISHED, edition=0, digest="", claims=claims
    )
    assert "<script>alert" not in page(client, article)


def test_it_tells_the_same_thing_once():
    claims = [check.kept(contradicted()), check.kept(contradicted(start=5, end=8))]
    assert len(shown.statements(claims)) == 1


def test_the_gate_stops_what_the_record_contradicts():
    rows.draw("396", crs=508)
    assert gate.obstacles(written(TRUE), None) == []
    found = gate.obstacles(written(FALSE, slug="wrong"), None)
    assert len(found) == 1
    assert "509" in found[0]
    assert "508 (/draws/396/)" in found[0]


def test_nobody_publishes_what_the_record_contradicts():
    rows.draw("396", crs=508)
    article = written(FALSE, state="review", published_at=None)
    with pytest.raises(publishing.NotReady, match="the record has 508"):
        publishing.publish(article, by=publisher())
    article.refresh_from_db()
    assert article.state == "review"


def test_a_publisher_lets_a_statement_stand_with_a_reason():
    rows.draw("396", crs=508)
    article = written(FALSE, state="review", published_at=None)
    claim = contradicted()
    with pytest.raises(PermissionDenied):
        overrides.leave(article, claim, by=reporter(), reason="I know better.")
    with pytest.raises(ValidationError):
        overrides.leave(article, claim, by=publisher(), reason="  ")
    claim = wrong_in(article)
    made = overrides.leave(article, claim, by=publisher(), reason="The printed list says so.")
    assert (made.found, made.expected, made.by) == ("509", "508", publisher())
    publishing.publish(article, by=publisher())
    assert article.is_published


def test_a_decision_ends_where_the_record_changes_again():
    draw = rows.draw("396", crs=508)
    article = written(FALSE)
    claim = wrong_in(article)
    overrides.leave(article, claim, by=publisher(), reason="The printed list says so.")
    assert gate.obstacles(article, None) == []
    draw.crs = 507
    draw.save()
    assert "507" in gate.obstacles(article, None)[0]


def test_it_asks_no_more_of_the_database_however_many_statements(
    client, django_assert_max_num_queries
):
    article = written(TRUE, story=newsroom.story(draw=rows.draw("396", date=date(2026, 2, 17))))
    claims = [check.kept(contradicted(text=f"S{n}", place=n)) for n in range(100)]
    with django_assert_max_num_queries(20) as without:
        page(client, article)
    ClaimCheck.objects.create(
        article=article, checked_at=newsroom.PUBLISHED, edition=0, digest="", claims=claims
    )
    ArticleQuestion.objects.create(article=article, own_question="Q?", own_answer="<p>A.</p>")
    fragments.forget()
    with django_assert_max_num_queries(20) as with_it:
        page(client, article)
    assert len(with_it) == len(without)
