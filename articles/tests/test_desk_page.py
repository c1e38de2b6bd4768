"""The desk: what waits for whom."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, DeskTask, Question
from articles.tests.desk_people import person
from articles.tests.newsroom import article, draw, story
from ingest.models import Attempt, Capture, HeldRow, Source

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 2, 17, 17, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def desk(client, user, path: str = "/admin/") -> str:
    client.force_login(user)
    return str(client.get(path).content.decode())


def part(page: str, key: str) -> str:
    """One section of the page, "" where it is not shown."""
    start = page.find(f'aria-labelledby="{key}-title"')
    return page[start : page.find("</section>", start)] if start >= 0 else ""


def of(slug: str, state: str, **values: object) -> Article:
    return article(slug, state=state, published_at=None, **values)


def held(number: int) -> HeldRow:
    source = Source.objects.get_or_create(key="ircc")[0]
    facts = {"packed": b"", "size": 0, "via": "upload", "fetched_at": NOW}
    capture = Capture.objects.get_or_create(source=source, sha256="0", defaults=facts)[0]
    return HeldRow.objects.create(
        source=source,
        key=f"draw/{number}",
        code="unknown-label",
        message="A label that we do not know.",
        fingerprint=str(number),
        capture=capture,
        first_seen_at=NOW,
    )


def question(slug: str, read: date) -> Question:
    words = {"question_en": f"Q {slug}", "answer_en": "<p>a</p>"}
    return Question.objects.create(slug=slug, reviewed_on=read, **words)


def test_it_says_who_can_approve(client):
    writer, editor = person("ana", "Reporter"), person("bea", "Editor")
    of("a", "review", edited_by=writer)
    assert "waits for bea" in part(desk(client, writer), "review")
    page = desk(client, editor)
    assert "Read and approve" in part(page, "review")
    assert page.index("You can act on") < page.index('id="review-title"')


def test_it_says_what_to_do_where_nobody_can_approve(client):
    writer = person("ana", "Reporter")
    of("a", "review", edited_by=writer)
    text = part(desk(client, writer), "review")
    assert "Nobody else is in the group Editor or Publisher" in text


def test_it_does_not_ask_an_editor_to_approve_her_own_words(client, settings):
    editor = person("bea", "Editor")
    of("a", "review", edited_by=editor)
    text = part(desk(client, editor), "review")
    assert "Read and approve" not in text
    assert "Nobody else is in the group" in text
    settings.ONE_PERSON_NEWSROOM = True
    assert "Read and approve" in part(desk(client, editor), "review")


def test_it_puts_what_one_may_approve_before_ones_own(client):
    editor, writer = person("bea", "Editor"), person("ana", "Reporter")
    of("own", "review", edited_by=editor)
    of("other", "review", edited_by=writer)
    text = part(desk(client, editor), "review")
    assert text.index("Headline of other") < text.index("Headline of own")


def test_it_shows_moments_in_both_zones_and_what_was_missed(client):
    of("a", "scheduled", scheduled_for=NOW + timedelta(hours=2))
    of("b", "scheduled", scheduled_for=NOW - timedelta(hours=3))
    text = part(desk(client, person("bea", "Editor")), "scheduled")
    assert "17 Feb 2026, 14:00 ET (17 Feb 2026, 19:00 UTC)" in text
    assert "Overdue by 3 hours" in text
    assert text.index("Headline of b") < text.index("Headline of a")
    assert text.count("is-late") == 1


@pytest.mark.parametrize(("seconds", "late"), [(80, False), (100, True)])
def test_it_calls_late_what_the_clock_has_passed_over(client, seconds, late):
    of("a", "scheduled", scheduled_for=NOW - timedelta(seconds=seconds))
    assert ("Overdue" in desk(client, person("bea", "Editor"))) == late


def test_it_lists_only_ones_own_drafts(client):
    ana, eve = person("ana", "Reporter"), person("eve", "Reporter")
    of("mine", "draft", edited_by=ana)
    of("hers", "draft", edited_by=eve)
    text = part(desk(client, ana), "drafts")
    assert "Headline of mine" in text
    assert "Headline of hers" not in text


def test_it_shows_drafts_of_the_site_with_what_holds_them(client):
    of("b", "draft", story=story(drafted_from="draw/2"), held_because="Two cut-offs.")
    of("a", "draft", story=story(drafted_from="draw/1"))
    of("c", "draft")
    text = part(desk(client, person("ana", "Reporter")), "site-drafts")
    assert text.index("Two cut-offs.") < text.index("Headline of a")
    assert "Headline of c" not in text


def test_it_leads_to_the_decision_on_a_held_row(client):
    row = held(450)
    decide = reverse("admin:ingest_heldrow_decide", args=[row.pk])
    assert decide in part(desk(client, person("bea", "Editor")), "held")
    eve = person("eve")
    eve.user_permissions.add(Permission.objects.get(codename="view_heldrow"))
    page = desk(client, eve)
    assert reverse("admin:ingest_heldrow_change", args=[row.pk]) in page
    assert decide not in page
    assert not part(desk(client, person("ana", "Reporter")), "held")


def test_it_counts_tasks_by_kind(client):
    about = article()
    for number, kind in enumerate(["claim", "rule", "rule"]):
        DeskTask.objects.create(
            kind=kind, article=about, subject=str(number), message=f"m{number}", created_at=NOW
        )
    text = part(desk(client, person("bea", "Editor")), "tasks")
    assert "done_at__isempty=1&amp;kind__exact=rule" in text
    assert "Statement that the record contradicts" in text


@pytest.mark.parametrize(
    ("read", "why"), [("2025-03-24", "before the rules of 25 Mar 2025"), ("2025-08-20", "")]
)
def test_it_asks_for_answers_to_be_read_again(client, read, why):
    question("old", date.fromisoformat(read))
    question("new", date(2026, 2, 1))
    text = part(desk(client, person("bea", "Editor")), "answers")
    assert "Q old" in text
    assert why in text
    assert "Q new" not in text


def test_it_asks_for_answers_that_are_older_than_the_rules(client):
    question("before", date(2025, 3, 24))
    question("after", date(2025, 3, 26))
    bea = person("bea", "Editor")
    with time_machine.travel(datetime(2025, 4, 10, 12, tzinfo=UTC)):
        text = part(desk(client, bea), "answers")
    assert "Q before" in text
    assert "Q after" not in text


def test_it_reads_the_age_of_an_answer_from_settings(client, settings):
    settings.ANSWERS_STALE_AFTER_DAYS = 10
    question("new", date(2026, 2, 1))
    assert "Q new" in desk(client, person("bea", "Editor"))


@pytest.mark.parametrize(
    ("outcome", "ago", "words"),
    [("failed", 1, "The last attempt failed"), ("stored", 24 * 60, "Nobody asked in time")],
)
def test_it_shows_sources_that_are_late(client, outcome, ago, words):
    source = Source.objects.create(key="ircc")
    moment = NOW - timedelta(minutes=ago)
    Attempt.objects.create(source=source, started_at=moment, outcome=outcome)
    assert words in part(desk(client, person("bea", "Editor")), "sources")


def test_it_leaves_out_sources_that_are_on_time(client):
    source = Source.objects.create(key="ircc")
    Attempt.objects.create(source=source, started_at=NOW, outcome="stored")
    assert not part(desk(client, person("bea", "Editor")), "sources")


def test_it_says_whether_the_newest_draw_has_its_article(client):
    newest = draw("396")
    reader = person("ana", "Reporter")
    page = desk(client, reader)
    assert f"{reverse('admin:articles_story_add')}?draw={newest.pk}" in page
    article("a", story=story(draw=newest))
    page = desk(client, reader)
    assert "published</a>" in page
    assert "language=fr" in page


def test_it_says_that_nothing_waits(client):
    page = desk(client, person("ana", "Reporter"))
    assert "Nothing waits for you." in page


def test_it_takes_as_many_queries_for_much_as_for_little(
    client, django_assert_max_num_queries, admin_user
):
    def fill(count: int, tag: str) -> None:
        for number in range(count):
            writer = person(f"{tag}{number}", "Editor")
            of(f"{tag}r{number}", "review", edited_by=writer)
            of(f"{tag}s{number}", "scheduled", scheduled_for=NOW)
            of(f"{tag}d{number}", "draft", story=story(drafted_from=f"{tag}/{number}"))
            of(f"{tag}m{number}", "draft", edited_by=admin_user)
            question(f"{tag}q{number}", date(2020, 1, 1))
            held(number + (100 if tag == "b" else 0))
            DeskTask.objects.create(kind="rule", subject=tag, message="m", created_at=NOW)

    draw("396")
    fill(8, "a")
    client.force_login(admin_user)
    client.get("/admin/")
    with django_assert_max_num_queries(27) as first:
        client.get("/admin/")
    fill(8, "b")
    with django_assert_max_num_queries(len(first.captured_queries)):
        client.get("/admin/")


def test_it_shows_the_guide_until_it_is_put_away(client):
    ana = person("ana", "Reporter")
    assert desk(client, ana).count("<li>") >= 10
    assert "desk-guide" in desk(client, ana)
    client.post(reverse("admin:guide"))
    assert "desk-guide" not in desk(client, ana)
    assert "desk-guide" in desk(client, person("eve", "Reporter"))
    assert "desk-guide" in client.get(reverse("admin:guide")).content.decode()


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ("Reporter", "hands the article to an editor"),
        ("Editor", "Approve what somebody else wrote"),
        ("Publisher", "Withdrawing takes an article"),
    ],
)
def test_its_guide_has_ten_lines_for_each_role(client, group, line):
    client.force_login(person("x", group))
    page = client.get(reverse("admin:guide")).content.decode()
    assert page[page.index("<ol>") : page.index("</ol>")].count("<li>") == 10
    assert line in page


def test_it_is_french_under_fr_and_its_switch_stays_on_the_page(client):
    of("a", "scheduled", scheduled_for=NOW - timedelta(hours=3))
    bea = person("bea", "Editor")
    page = desk(client, bea, "/fr/admin/")
    assert "En retard de 3 heures" in page
    list_page = desk(client, bea, "/fr/admin/articles/article/?state__exact=draft")
    assert 'href="/admin/articles/article/?state__exact=draft" lang="en"' in list_page


def test_it_sends_readers_to_the_login_page(client):
    for path in ("/admin/", "/admin/search/?q=x", "/admin/guide/"):
        assert client.get(path).headers["Location"].startswith("/admin/login/")
    assert client.get("/admin/login/").status_code == 200


@pytest.mark.parametrize(
    ("page", "after"),
    [
        ("/fr/admin/login/?next=/admin/articles/story/", "/fr/admin/articles/story/"),
        ("/admin/login/?next=/fr/admin/", "/admin/"),
        ("/fr/admin/login/?next=https://example.com/", "/fr/admin/"),
    ],
)
def test_it_goes_on_in_the_language_that_one_logs_in_with(client, page, after):
    assert f'name="next" value="{after}"' in client.get(page).content.decode()
