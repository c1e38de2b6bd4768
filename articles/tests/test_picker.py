"""What the editor is answered: figures and blocks by the words that people type."""

import json
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, Language
from articles.picker import describe, offers
from articles.tests import newsroom
from draws.models import Draw, PoolCount
from draws.records import PoolRecord
from pnp.tests.tables import bring_in, line
from publish.formats import NBSP

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> None:
    """Draws 395 to 397, the count of 15 February 2026, and Ontario's 2 February 2026."""
    count = PoolCount.of(PoolRecord(b501_600=16559, total=235695), date(2026, 2, 15))
    newsroom.draw("395", family="pnp", crs=789, date=date(2026, 2, 16), invitations=279)
    newsroom.draw("396", pool=count, pool_as_of=date(2026, 2, 15))
    newsroom.draw("397", family="physicians", crs=169, date=date(2026, 2, 19), invitations=391)
    bring_in(line("2026-02-02", "on-phd", "1825"))


def search(client, **asked: str):
    return client.get(
        reverse("admin:articles_article_picker"), {"language": "en", "article": "", **asked}
    )


def listed(client, **asked: str) -> list[tuple[str, str, str]]:
    """(subject, figure, value) of every figure that is offered."""
    groups = search(client, **asked).json()["groups"]
    return [
        (group["subject"]["name"], offer["what"], offer["value"])
        for group in groups
        for offer in group["offers"]
    ]


def named(client, text: str) -> list[str]:
    return [group["subject"]["key"] for group in search(client, q=text).json()["groups"]]


def present(client, body: object):
    text = body if isinstance(body, str) else json.dumps(body)
    address = reverse("admin:articles_article_figures")
    return client.post(address, text, content_type="application/json")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("397", "draw/397"),
        ("latest cec", "draw/396"),
        ("dernière CEC", "draw/396"),
        ("17 feb 2026", "draw/396"),
        ("2026-02-17", "draw/396"),
        ("17 février", "draw/396"),
        ("ontario 2 feb", "pnp/on/2026-02-02"),
        ("onta", "pnp/on/2026-02-02"),
        ("pool", "pool/2026-02-15"),
        ("bassin", "pool/2026-02-15"),
        ("bassin 15 février 2026", "pool/2026-02-15"),
        ("médecins", "draw/397"),
    ],
)
def test_it_finds_what_the_words_name(admin_client, record, text, first):
    assert named(admin_client, text)[0] == first


@pytest.mark.parametrize("text", ["zebra", "31 feb 2026", "draw 9999999"])
def test_it_finds_nothing_for_other_words(admin_client, record, text):
    assert listed(admin_client, q=text) == []


def test_it_lists_the_figures_of_the_likeliest_first(admin_client, record):
    found = listed(admin_client, q="397")
    assert found[:2] == [("Draw 397", "cut-off", "169"), ("Draw 397", "invitations", "391")]


def test_it_lists_the_named_figure_of_every_draw(admin_client, record):
    assert listed(admin_client, q="draw invited") == [
        ("Draw 397", "invitations", "391"),
        ("Draw 396", "invitations", "6,000"),
        ("Draw 395", "invitations", "279"),
    ]


def test_it_lists_the_figures_of_the_draw_before(admin_client, record):
    newsroom.draw("390", crs=509, invitations=1000, date=date(2026, 1, 21))
    found = listed(admin_client, q="396 previous cut-off")
    assert found == [("Draw 396", "cut-off, draw before", "509")]


def test_it_gives_values_in_the_language_of_the_article(admin_client, record):
    found = listed(admin_client, q="396 invitations", language="fr")
    assert found == [("Draw 396", "invitations", f"6{NBSP}000")]


def test_it_begins_with_the_draw_of_the_story(admin_client, record):
    article = newsroom.article(story=newsroom.story(draw=Draw.objects.get(number="395")))
    groups = search(admin_client, article=str(article.pk)).json()["groups"]
    assert groups[0]["subject"]["key"] == "draw/395"


def test_it_takes_pool_for_the_count_with_the_draw_of_the_story(admin_client, record):
    PoolCount.of(PoolRecord(total=1), date(2026, 3, 1))
    newsroom.draw("400", pool=PoolCount.objects.get(total=1), date=date(2026, 3, 3))
    article = newsroom.article(story=newsroom.story(draw=Draw.objects.get(number="396")))
    assert named(admin_client, "pool")[0] == "pool/2026-03-01"
    groups = search(admin_client, q="pool", article=str(article.pk)).json()["groups"]
    assert groups[0]["subject"]["key"] == "pool/2026-02-15"


@pytest.mark.parametrize("typed", ["6,000", "6 000", f"6{NBSP}000", "6000"])
def test_it_finds_the_figures_that_a_number_may_be(admin_client, record, typed):
    found = listed(admin_client, number=typed)
    assert ("Draw 396", "invitations", "6,000") in found
    assert {value for _subject, _what, value in found} == {"6,000"}


@pytest.mark.parametrize("text", ["points nomination", "désignation provinciale"])
def test_it_finds_rules_by_their_name_in_either_language(admin_client, record, text):
    assert "rule/nomination" in named(admin_client, text)


def test_it_lists_the_figures_of_a_rule(admin_client, record):
    found = listed(admin_client, q="points nomination")
    assert ("Points for a nomination", "points", "600") in found
    assert listed(admin_client, of="rule/nomination") == found


def test_it_finds_the_date_that_a_text_may_be(admin_client, record):
    assert ("Draw 396", "date", "17 February 2026") in listed(
        admin_client, number="17 February 2026"
    )


@pytest.mark.parametrize("typed", ["4", "9" * 60, "²", "-", "6,001"])
def test_it_finds_no_figure_for_another_number(admin_client, record, typed):
    assert listed(admin_client, number=typed) == []


def test_it_asks_as_many_queries_for_many_draws(
    admin_client, record, django_assert_max_num_queries
):
    for number in range(300, 380):
        newsroom.draw(str(number))
    for asked in ({"q": "latest cec cut-off"}, {"number": "6,000"}, {"q": "17 feb 2026"}):
        with django_assert_max_num_queries(14):
            search(admin_client, **asked)


def test_it_tells_what_figures_and_blocks_show_now(admin_client, record):
    figures = ["draw/396/crs", "draw/9/crs", "rule/nonsense/x"]
    blocks = [["facts", "draw/396"], ["facts", "draw/9"], ["see-also", ""], ["pool", "family/cec"]]
    asked = {"language": "en", "figures": figures, "blocks": blocks}
    told = present(admin_client, asked).json()
    assert told["figures"]["draw/396/crs"] == {"name": "Draw 396, cut-off", "value": "508"}
    assert told["figures"]["draw/9/crs"] == {"name": "Draw 9, cut-off", "value": None}
    assert told["figures"]["rule/nonsense/x"]["value"] is None
    assert set(told["blocks"]) == {"facts draw/396", "see-also "}


def test_it_asks_as_many_queries_for_many_figures(
    admin_client, record, django_assert_max_num_queries
):
    whats = list(describe.OF_DRAW)
    figures = [f"draw/{number}/{what}" for number in (395, 396, 397) for what in whats]
    blocks = [["facts", f"draw/{number}"] for number in range(300, 400)]
    # Two of them are not for the figures: the second factor, and the note of what was sent.
    with django_assert_max_num_queries(10):
        told = present(admin_client, {"language": "en", "figures": figures, "blocks": blocks})
    assert len(told.json()["figures"]) == len(figures)


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "1", '{"language": "en"}', "[" * 5000),
        {"language": "de", "figures": [], "blocks": []},
        {"language": "en", "figures": 1, "blocks": []},
        {"language": "en", "figures": [], "blocks": [["facts"]]},
    ],
)
def test_it_refuses_what_it_cannot_read(admin_client, body):
    assert present(admin_client, body).status_code == 400


def test_it_answers_the_first_of_too_many(admin_client):
    figures = [f"draw/{number}/crs" for number in range(3000)]
    told = present(admin_client, {"language": "en", "figures": figures, "blocks": []})
    assert len(told.json()["figures"]) == 500
    assert present(admin_client, "x" * 100_001).status_code == 413


@pytest.mark.parametrize("asked", [{"language": ""}, {"language": "de"}])
def test_it_refuses_another_language(admin_client, asked):
    assert search(admin_client, **asked).status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        *({"of": "x"}, {"of": "pnp/on/x"}, {"of": "pnp/zz/2026-02-02"}, {"of": "draw/" * 99}),
        *({"block": "x"}, {"article": "²"}, {"article": "9" * 30}, {"q": "draw " * 999}),
        *({"number": "\x00"}, {"q": "\x00%_"}, {"of": "pool/2026-02-30"}, {"q": "0 feb 2026"}),
    ],
)
def test_it_survives_any_request(admin_client, record, asked):
    assert search(admin_client, **asked).status_code == 200


@pytest.mark.parametrize("kind", ["facts", "pool", "chart", "family-table", "see-also", "ad"])
def test_it_lists_what_a_block_can_show(admin_client, record, kind):
    newsroom.article()
    choices = search(admin_client, block=kind).json()["blocks"]
    asked = {
        "language": "en",
        "figures": [],
        "blocks": [[kind, choice["of"]] for choice in choices],
    }
    told = present(admin_client, asked).json()["blocks"]
    assert choices
    assert len(told) == len(choices)


def test_it_finds_articles_for_a_card_by_their_headline(admin_client):
    newsroom.article("a", headline="The tie-break, explained")
    newsroom.article("b", headline="Hours of work")
    newsroom.article("c", headline="Tie-break to come", state=Article.State.DRAFT)
    found = search(admin_client, block="see-also", q="tie").json()["blocks"]
    assert [choice["title"] for choice in found] == ["The tie-break, explained"]


def test_it_names_every_figure_that_it_offers(record):
    group = offers.of_subject("draw/396", Language.ENGLISH)[0]
    assert all("/" not in offer.what for offer in group.offers)
    from draws.figures.facts import CHANGES, COUNTS, FACTS, STANDINGS

    assert {*FACTS, *CHANGES, *STANDINGS, *COUNTS} == set(describe.OF_DRAW)


def person(*names: str):
    user = get_user_model().objects.create(username="reporter", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


def test_it_answers_reporters(client, record):
    client.force_login(person("add_article"))
    assert search(client, q="397").status_code == 200


def test_it_answers_nobody_else(client, record):
    asked = {"language": "en", "figures": [], "blocks": []}
    assert search(client, q="397").status_code == present(client, asked).status_code == 302
    client.force_login(person("view_draw"))
    assert search(client, q="397").status_code == present(client, asked).status_code == 403


def test_it_only_answers_the_method_that_it_has(admin_client):
    assert admin_client.post(reverse("admin:articles_article_picker")).status_code == 405
    assert admin_client.get(reverse("admin:articles_article_figures")).status_code == 405
