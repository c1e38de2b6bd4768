"""Who may do what with an article where it stands, by verb and by hand-made request."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.tests.desks import STATES, address, fields, in_state, person, send
from articles.tests.stories import side, story
from articles.workflow import roles

pytestmark = pytest.mark.django_db

NO_BYLINES = {"bylines-TOTAL_FORMS": "0", "bylines-INITIAL_FORMS": "0"}
ROLES = ("Reporter", "Editor", "Publisher")
VERBS = (
    *("save_draft", "send_to_review", "send_back", "release", "schedule"),
    *("unschedule", "publish", "revise", "restore", "withdraw"),
)
ALL, SENIOR, LAST = set(ROLES), {"Editor", "Publisher"}, {"Publisher"}
ALLOWED = {
    "draft": dict.fromkeys(("save_draft", "send_to_review", "restore"), ALL)
    | dict.fromkeys(("release", "schedule", "publish"), SENIOR),
    "review": dict.fromkeys(
        ("save_draft", "send_back", "release", "restore", "schedule", "publish"), SENIOR
    ),
    "scheduled": dict.fromkeys(("unschedule", "send_back", "schedule", "publish"), SENIOR),
    "published": {"revise": SENIOR, "restore": SENIOR, "withdraw": LAST},
    "withdrawn": dict.fromkeys(
        ("save_draft", "send_to_review", "restore", "schedule", "publish"), SENIOR
    ),
}
EACH = pytest.mark.parametrize(
    ("role", "state"), [(role, state) for role in ROLES for state in STATES]
)


def take(verb: str, article: Article, by) -> None:
    if verb == "restore":
        publishing.restore(article.history.first(), by=by)
        return
    more = {"at": timezone.now() + timedelta(hours=2)} if verb == "schedule" else {}
    getattr(publishing, verb)(article, by=by, reason="Because", **more)


def seen(article: Article) -> tuple[object, ...]:
    row = Article.objects.get(pk=article.pk)
    return (row.state, row.headline, row.scheduled_for, row.history.count(), row.changes.count())


@EACH
def test_it_lets_each_role_take_its_steps_and_no_other(role, state):
    user, article = person("ana", role), in_state(state)
    for verb in VERBS:
        before, allowed = seen(article), role in ALLOWED[state].get(verb, ())
        assert roles.may(user, verb, article) == allowed, verb
        if allowed:
            take(verb, article, user)
            assert seen(article) != before, verb
            article = in_state(state, slug=f"after-{verb.replace('_', '-')}")
        else:
            with pytest.raises((publishing.NotAllowed, publishing.WrongState)):
                take(verb, article, user)
            assert seen(article) == before, verb


@EACH
def test_it_answers_403_to_forbidden_requests_and_changes_nothing(client, role, state):
    client.force_login(person("ana", role))
    article = in_state(state)
    before = seen(article)
    answers = {"reason": "x", "kind": "typing", "at_day": "2999-01-01", "at_time": "09:00"}
    for verb in VERBS:
        if role in ALLOWED[state].get(verb, ()):
            continue
        if verb == "restore":
            oldest = article.history.last().history_id
            answer = client.post(address("restore", article.pk, oldest), {"version": "1"})
        else:
            answer = send(client, article, verb=verb, headline="Mine", **answers)
        assert answer.status_code == 403, verb
        assert seen(article) == before, verb


@pytest.mark.parametrize("verb", ["nonsense", "delete", "restore", "__class__"])
def test_it_knows_no_other_verbs(admin_client, verb):
    article = in_state("draft")
    before = seen(article)
    assert send(admin_client, article, verb=verb).status_code in (403, 404)
    assert seen(article) == before


def test_it_lets_nobody_approve_their_own_words():
    ana, luc = person("ana", "Editor"), person("luc", "Publisher")
    article = publishing.save_draft(side(story(), slug="a"), by=ana)
    with pytest.raises(publishing.NotAllowed, match="Ask Luc"):
        publishing.publish(article, by=ana)
    with pytest.raises(publishing.NotAllowed):
        publishing.schedule(article, by=ana, at=timezone.now() + timedelta(hours=1))
    publishing.publish(article, by=luc)
    assert Article.objects.get().state == "published"


def test_it_lets_nobody_change_words_on_the_way_to_approving_them():
    ana = person("ana", "Editor")
    article = in_state("review")
    article.body = "<p>Words of mine.</p>"
    with pytest.raises(publishing.NotAllowed, match="changed the text last"):
        publishing.publish(article, by=ana)
    stored = Article.objects.get()
    assert (stored.state, stored.body) == ("review", "<p>Words.</p>")


def test_it_does_not_take_a_figure_of_the_record_for_somebodys_words():
    ana = person("ana", "Editor")
    article = in_state("review", body='<p>At <data value="draw/1/crs">1</data>.</p>')
    article.body = '<p>At <data value="draw/1/crs">2</data>.</p>'
    publishing.publish(article, by=ana)
    assert Article.objects.get().edited_by is None


def test_it_lets_one_person_do_everything_where_that_is_set(settings):
    settings.ONE_PERSON_NEWSROOM = True
    ana = person("ana", "Editor")
    article = publishing.save_draft(side(story(), slug="a"), by=ana)
    publishing.publish(article, by=ana)
    assert Article.objects.get().state == "published"


def test_it_says_whom_to_ask():
    rita = person("rita", "Reporter")
    person("ana", "Editor")
    person("luc", "Publisher")
    person("gone", "Editor", is_active=False)
    assert roles.refusal(rita, "publish", in_state("review")).endswith("Ask Ana or Luc.")
    assert roles.refusal(rita, "withdraw", in_state("published", "b")).endswith("Ask Luc.")


def test_it_says_what_to_do_where_nobody_can_be_asked():
    ana = person("ana", "Editor")
    article = publishing.save_draft(side(story(), slug="a"), by=ana)
    said = roles.refusal(ana, "publish", article)
    assert "Nobody else is in the group Editor or Publisher" in said
    assert "ONE_PERSON_NEWSROOM" in said


def test_it_keeps_what_was_typed_where_the_words_are_the_approvers_own(client):
    client.force_login(person("ana", "Editor"))
    person("luc", "Publisher")
    answer = send(client, in_state("review"), verb="publish", headline="Better words")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Better words"' in html
    assert "You changed the text last" in html
    assert "Ask Luc." in html
    assert Article.objects.get().state == "review"


def test_it_shows_each_role_the_buttons_of_its_steps(client):
    client.force_login(person("rita", "Reporter"))
    html = client.get(address("change", in_state("draft").pk)).content.decode()
    assert 'value="send_to_review"' in html
    assert 'value="publish"' not in html
    html = client.get(address("change", in_state("review", "b").pk)).content.decode()
    assert 'name="verb"' not in html
    assert "Nobody else is in the group Editor or Publisher" in html


def test_it_lets_a_reporter_begin_a_draft_with_its_story(client):
    client.force_login(person("rita", "Reporter"))
    answer = client.post(address("add"), fields(side(story(), slug="a"), verb="send_to_review"))
    assert answer.status_code == 302
    article = Article.objects.get()
    assert (article.state, article.edited_by.username) == ("review", "rita")


def test_it_gives_nobody_without_a_role_anything(client):
    client.force_login(person("nobody"))
    article = in_state("draft")
    assert client.get(address("change", article.pk)).status_code == 403
    for verb in VERBS:
        assert send(client, article, verb=verb).status_code == 403
    pages = ("preview", "history", "compare")
    assert {client.get(address(page, article.pk)).status_code for page in pages} == {403}
    assert client.post(address("presence", article.pk)).status_code == 403
    assert client.post(address("links", article.pk), {"days": "7"}).status_code == 403


def test_it_makes_the_three_groups_each_with_more_than_the_one_before():
    held = {
        name: set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in ROLES
    }
    assert held["Reporter"] < held["Editor"] < held["Publisher"]
    assert {"publish_article", "change_heldrow", "add_row"} <= held["Editor"] - held["Reporter"]
    assert {"withdraw_article", "override_claims", "delete_article", "add_category"} <= (
        held["Publisher"] - held["Editor"]
    )


def test_it_leaves_a_story_to_editors_once_a_side_is_past_a_draft(client):
    client.force_login(person("rita", "Reporter"))
    for state, status in (("draft", 302), ("review", 403), ("published", 403)):
        told = in_state(state, slug=state).story
        page = reverse("admin:articles_story_change", args=[told.pk])
        given = {"working_title": "Mine", "category": told.category_id, **NO_BYLINES}
        assert client.post(page, given).status_code == status
        told.refresh_from_db()
        assert (told.working_title == "Mine") == (status == 302)


@pytest.mark.parametrize("state", ["published", "scheduled"])
def test_it_deletes_nothing_that_readers_see_or_are_promised(client, state):
    client.force_login(person("luc", "Publisher"))
    article = in_state(state)
    story_page = reverse("admin:articles_story_delete", args=[article.story_id])
    for page in (address("delete", article.pk), story_page):
        assert client.post(page, {"post": "yes"}).status_code == 403
    assert Article.objects.exists()
