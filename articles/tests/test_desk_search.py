"""One field searches everything that a person may see."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from articles.models import DeskTask, Question
from articles.tests.desk_people import person
from articles.tests.newsroom import PUBLISHED, article, author, draw, episode, story
from pnp.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = person("bea", "Editor")
    client.force_login(user)
    return user


def look(client, words: str) -> str:
    answer = client.get("/admin/search/", {"q": words})
    assert answer.status_code == 200
    page: str = answer.content.decode()
    return page[page.index("<main") :]


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "published", "withdrawn"])
def test_it_finds_articles_in_every_state(client, editor, state):
    article("a", headline="Équipe de nuit", state=state, scheduled_for=PUBLISHED, language="fr")
    assert "Équipe de nuit" in look(client, "equipe")
    assert "Équipe de nuit" in look(client, "ÉQUIPE nuit")


def test_it_finds_words_in_the_text_of_public_articles(client, editor):
    article("a", headline="Plain", body="<p>Words of <b>marmalade</b></p>")
    assert "Plain" in look(client, "marmalade")


def test_it_puts_headlines_before_texts(client, editor):
    article("a", headline="Marmalade")
    article("b", headline="Plain", body="<p>marmalade</p>")
    page = look(client, "marmalade")
    assert page.index(">Marmalade<") < page.index(">Plain<")


def test_it_finds_each_other_kind(client, editor):
    story(working_title="zebra story")
    words = {"question_en": "zebra question", "answer_en": "<p>a</p>"}
    Question.objects.create(slug="z", reviewed_on=date(2026, 1, 1), **words)
    DeskTask.objects.create(kind="rule", subject="z", message="zebra task", created_at=PUBLISHED)
    author("z", "Zebra Author")
    episode(title_en="Zebra episode")
    page = look(client, "zebra")
    for found in ("zebra story", "zebra question", "zebra task", "Zebra Author", "Zebra episode"):
        assert found in page


@pytest.mark.parametrize(
    "words", ["396", "draw 396", "508", "2026-02-17", "17 février 2026", "cec"]
)
def test_it_finds_draws_by_number_score_type_and_day(client, editor, words):
    row = draw("396")
    draw("395", date=date(2026, 2, 10), crs=400, family="fre")
    page = look(client, words)
    assert f"/admin/draws/draw/{row.pk}/change/" in page
    assert "395 ·" not in page


@pytest.mark.parametrize("words", ["alberta", "2026-02-02", "Alberta 2 February 2026"])
def test_it_finds_provincial_days(client, editor, words):
    capture = draw("396").first_capture
    event = Event.objects.create(
        province="ab", date=date(2026, 2, 2), first_capture=capture, first_seen_at=PUBLISHED
    )
    assert f"/admin/pnp/event/{event.pk}/change/" in look(client, words)


def test_it_shows_only_what_one_may_see(client):
    article("a", headline="Zebra")
    author("z", "Zebra Author")
    nobody = person("eve")
    client.force_login(nobody)
    assert "Nothing here has" in look(client, "zebra")
    nobody.user_permissions.add(Permission.objects.get(codename="view_author"))
    page = look(client, "zebra")
    assert "Zebra Author" in page
    assert ">Zebra<" not in page


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "%", "_", "'", '"', "\\", "(((", "[a-", ".*", "a{99999}", "\x00", "é" * 5000),
        *("<script>alert(1)</script>", "2026-99-99", "9" * 300, "0", "💥", "x " * 500, "a" * 200),
        *("31 février 2026", "0000-01-01", "²", "٣ mars 2026"),
    ],
)
def test_it_survives_whatever_is_typed(client, editor, words):
    article("a")
    assert "<script>alert" not in look(client, words)


def test_it_does_not_take_signs_for_patterns(client, editor):
    article("a", headline="Headline")
    assert "Nothing here has" in look(client, "H.adline")
    assert "Headline" not in look(client, "%").replace("Headlines", "")


def test_it_shows_few_and_leads_to_all(client, editor):
    for number in range(7):
        article(f"a{number}", headline=f"Zebra {number}")
    page = look(client, "zebra")
    assert page.count(">Zebra ") == 5
    assert "/admin/articles/article/?q=zebra" in page


def test_it_takes_as_many_queries_for_much_as_for_little(
    client, editor, django_assert_max_num_queries
):
    def fill(tag: str) -> None:
        for number in range(8):
            article(f"{tag}{number}", headline="Zebra")
            author(f"{tag}{number}", "Zebra")
            Question.objects.create(
                slug=f"{tag}{number}", question_en="Zebra", answer_en="x", reviewed_on=PUBLISHED
            )

    fill("a")
    look(client, "zebra")
    with django_assert_max_num_queries(24) as first:
        look(client, "zebra")
    fill("b")
    with django_assert_max_num_queries(len(first.captured_queries)):
        look(client, "zebra")


def test_its_field_stands_on_every_page(client, editor):
    for path in ("/admin/", "/admin/articles/article/", "/fr/admin/articles/story/add/"):
        page = client.get(path).content.decode()
        prefix = "/fr" if path.startswith("/fr") else ""
        assert f'role="search" action="{prefix}/admin/search/"' in page
