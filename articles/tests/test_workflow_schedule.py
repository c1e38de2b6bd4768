"""Promised moments: kept once, caught up where nobody was at work, never silently lost."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import publishing
from articles.models import Article, DeskTask
from articles.publishing import promises
from articles.tests.desks import address, fields, in_state, person, send
from articles.tests.stories import side, story
from articles.workflow import moments
from ingest.models import Event
from publish.formats import newsroom

pytestmark = pytest.mark.django_db

SOON = timedelta(hours=1)


def promised(slug: str = "a", **values) -> Article:
    article = side(story(slug), slug=slug, **values)
    return publishing.schedule(article, by=None, at=timezone.now() + SOON)


def due(article: Article) -> datetime:
    assert article.scheduled_for
    return article.scheduled_for


def gate(article, by):
    return ["The record says 508."] if "580" in article.body else []


def test_it_publishes_within_the_minute_at_the_real_moment():
    article = promised()
    at = due(article) + timedelta(seconds=40)
    assert publishing.publish_due(due(article) - timedelta(seconds=1)) == 0
    assert publishing.publish_due(at) == 1
    stored = Article.objects.get()
    assert (stored.state, stored.published_at, stored.scheduled_for) == ("published", at, None)
    assert stored.announced_at == at
    assert not DeskTask.objects.exists()


def test_it_publishes_once_whoever_else_is_at_work():
    article = promised()
    at = due(article)
    # Both workers have read the list before either has published.
    assert promises._keep(article.pk, at)
    assert not promises._keep(article.pk, at)
    assert Event.objects.filter(kind="article.published").count() == 1


def test_it_catches_up_what_was_missed_and_says_so():
    article = promised()
    assert publishing.publish_due(due(article) + timedelta(minutes=12)) == 1
    task = DeskTask.objects.open().get()
    assert (task.kind, task.subject) == ("schedule", "missed by 12 min")
    assert f"promised for {newsroom(due(article))} and came out 12 minutes late" in task.message


def test_it_returns_what_is_no_longer_ready_to_review_with_the_reason():
    article = promised()
    article.story.bylines.all().delete()
    assert publishing.publish_due(due(article)) == 0
    stored = Article.objects.get()
    assert (stored.state, stored.scheduled_for) == ("review", None)
    task = DeskTask.objects.open().get()
    assert "The story has no author." in task.message
    assert not Event.objects.filter(kind="article.published").exists()


def test_it_closes_that_task_when_the_article_goes_out_all_the_same():
    article = promised()
    bylines = list(article.story.bylines.all())
    article.story.bylines.all().delete()
    publishing.publish_due(due(article))
    for byline in bylines:
        byline.save(force_insert=True)
    publishing.publish(Article.objects.get(), by=None)
    assert not DeskTask.objects.open().exists()


def test_it_asks_the_gates_again_at_the_moment(settings):
    settings.PUBLISH_GATES = [f"{__name__}.gate"]
    article = promised(body="<p>580</p>")
    assert publishing.publish_due(due(article)) == 0
    assert "The record says 508." in DeskTask.objects.open().get().message


def test_it_lets_one_that_fails_keep_no_other_back(settings):
    first, second = promised("a"), promised("b")
    settings.PUBLISH_GATES = [f"{__name__}.broken"]
    assert publishing.publish_due(due(first) + SOON) == 1
    states = dict(Article.objects.values_list("slug", "state"))
    assert states == {"a": "scheduled", "b": "published"}
    assert second.pk


def broken(article, by):
    if article.slug == "a":
        raise RuntimeError("out of order")
    return []


def test_it_moves_and_takes_back_a_promise():
    article = promised()
    later = timezone.now() + 3 * SOON
    publishing.schedule(article, by=None, at=later)
    assert Article.objects.get().scheduled_for == later
    publishing.unschedule(article, by=None)
    assert publishing.publish_due(later) == 0
    assert Article.objects.get().state == "review"


def test_it_promises_nothing_for_the_past_and_nothing_unfinished():
    article = in_state("draft")
    with pytest.raises(publishing.NotReady, match="passed"):
        publishing.schedule(article, by=None, at=timezone.now())
    article.standfirst = ""
    with pytest.raises(publishing.NotReady, match="standfirst"):
        publishing.schedule(article, by=None, at=timezone.now() + SOON)
    assert Article.objects.get().state == "draft"


def test_it_stops_people_at_the_gates_and_only_warns_before_review(settings, client):
    settings.PUBLISH_GATES = [f"{__name__}.gate"]
    ana = person("ana", "Editor")
    article = in_state("draft", body="<p>580</p>")
    with pytest.raises(publishing.NotReady, match="The record says 508"):
        publishing.publish(article, by=ana)
    with pytest.raises(publishing.NotReady, match="The record says 508"):
        publishing.schedule(article, by=ana, at=timezone.now() + SOON)
    client.force_login(ana)
    answer = client.post(
        address("change", article.pk), follow=True, data=fields(article, verb="send_to_review")
    )
    assert "The record says 508." in answer.content.decode()
    assert Article.objects.get().state == "review"


def test_it_holds_what_the_site_could_not_finish_until_it_is_released():
    article = in_state("draft", held_because="No name for the family.")
    with pytest.raises(publishing.NotReady, match="No name for the family"):
        publishing.send_to_review(article, by=None)
    with pytest.raises(publishing.NotReady, match="No name for the family"):
        publishing.publish(article, by=None)
    publishing.release(article, by=person("ana", "Editor"))
    publishing.send_to_review(article, by=None)
    assert Article.objects.get().state == "review"


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (date(2026, 2, 17), time(14, 5), datetime(2026, 2, 17, 19, 5, tzinfo=UTC)),
        (date(2026, 7, 1), time(14, 5), datetime(2026, 7, 1, 18, 5, tzinfo=UTC)),
        (date(2026, 3, 8), time(1, 59), datetime(2026, 3, 8, 6, 59, tzinfo=UTC)),
        (date(2026, 3, 8), time(3, 0), datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
    ],
)
def test_it_reads_the_clocks_of_ottawa(day, clock, utc):
    assert moments.in_ottawa(day, clock) == utc


def test_it_refuses_the_hour_that_the_clocks_skip():
    with pytest.raises(ValidationError, match="skip 02:30"):
        moments.in_ottawa(date(2026, 3, 8), time(2, 30))


def test_it_asks_which_of_two_equal_hours_is_meant():
    day, clock = date(2026, 11, 1), time(1, 30)
    with pytest.raises(ValidationError, match="01:30 twice"):
        moments.in_ottawa(day, clock)
    first, second = (moments.in_ottawa(day, clock, which) for which in ("first", "second"))
    assert (first.hour, second.hour) == (5, 6)


def test_it_explains_that_hour_in_the_form_and_keeps_what_was_typed(client):
    client.force_login(person("ana", "Editor"))
    article = in_state("review")
    given = {"verb": "schedule", "at_day": "2999-11-03", "at_time": "01:30"}
    html = send(client, article, **given, reason="After the draw").content.decode()
    assert "show 01:30 twice" in html
    assert "05:30 UTC" in html
    assert "06:30 UTC" in html
    assert 'value="After the draw"' in html
    assert send(client, article, **given, at_which="second").status_code == 302
    assert Article.objects.get().scheduled_for == datetime(2999, 11, 3, 6, 30, tzinfo=UTC)


def test_it_refuses_a_moment_that_has_passed_in_the_form(client):
    client.force_login(person("ana", "Editor"))
    html = send(
        client, in_state("review"), verb="schedule", at_day="2020-01-01", at_time="09:00"
    ).content.decode()
    assert "This moment has passed" in html
    assert Article.objects.get().state == "review"
