import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache

from articles.search import index
from articles.search.folding import fold
from articles.search.marks import excerpt, marked
from articles.search.query import Query
from articles.tests import newsroom
from draws.tests import rows
from pnp.models import Event
from pnp.tests.tables import bring_in, line

pytestmark = pytest.mark.django_db


def ask(client, q, address="/search/", **params):
    index.rebuild()  # these rows came past articles.publishing
    response = client.get(address, {"q": q, **params})
    assert response.status_code == 200
    return response.content.decode()


def hits(html):
    """The headlines that were found, without their marks."""
    found = re.findall(r'<article class="item"><h3><a [^>]*>(.*?)</a></h3>', html)
    return [re.sub(r"</?mark>", "", headline) for headline in found]


def drawn(html):
    """The numbers of the draws that were found."""
    table = html.split('aria-labelledby="fd"')
    return (
        re.findall(r'href="[^"]*/draws/(\w+)/"', table[1].split("</table>")[0]) if table[1:] else []
    )


@pytest.mark.parametrize(
    "typed", ["équipe", "equipe", "ÉQUIPE", "  Equipe  ", "équipes", "l’équipe"]
)
def test_it_folds_accents_case_and_plurals(client, typed):
    newsroom.article("a", language="fr", headline="Notre équipe", body="<p>Texte.</p>")
    newsroom.article("b", language="fr", headline="Autre chose")
    assert hits(ask(client, typed, "/fr/search/")) == ["Notre équipe"]


def test_it_folds_joined_letters_and_decomposed_accents():
    assert fold("Œuvre, CŒUR") == "oeuvre coeur"
    assert fold("e\u0301quipe") == "equipe"
    assert fold("l’équipe: 6\u00a0000") == "l equipe 6 000"


def test_it_looks_in_every_part_and_puts_headlines_first(client):
    story = newsroom.story()
    story.topics.add(newsroom.topic("pool"))
    newsroom.article("text", headline="One", body="<p>About zebras.</p>")
    newsroom.article("head", headline="Zebra", published_at=newsroom.PUBLISHED - timedelta(days=9))
    newsroom.article("filed", headline="Two", story=story)
    story.topics.filter(slug="pool").update(name_en="Zebras of note")
    asked = newsroom.article("asked", headline="Three", published_at=newsroom.PUBLISHED)
    asked.questions.create(slug="z", own_question="A zebra?", own_answer="<p>No.</p>")
    assert hits(ask(client, "zebra")) == ["Zebra", "Two", "Three", "One"]


def test_it_wants_every_word_and_none_that_say_nothing(client):
    newsroom.article("a", headline="The tie-break in practice")
    newsroom.article("b", headline="The pool in practice")
    assert hits(ask(client, "what is a tie break")) == ["The tie-break in practice"]
    assert hits(ask(client, "tie pool")) == []


def test_it_shows_only_what_is_published_in_the_language(client):
    newsroom.article("a", headline="Zebra one")
    newsroom.article("b", headline="Zebra two", state="draft")
    newsroom.article("c", headline="Zebra trois", language="fr")
    assert hits(ask(client, "zebra")) == ["Zebra one"]
    assert hits(ask(client, "zebra", "/fr/search/")) == ["Zebra trois"]


def test_it_marks_what_was_found_and_nothing_can_be_injected(client):
    newsroom.article(
        "a", headline="<b>Zebra</b> & co", body="<p>Some zebras &lt;script&gt; here.</p>"
    )
    html = ask(client, "zebra script")
    assert "&lt;b&gt;<mark>Zebra</mark>&lt;/b&gt; &amp; co" in html
    assert "Some <mark>zebras</mark> &lt;<mark>script</mark>&gt; here." in html
    assert marked("a<b", Query.of("b")) == "a&lt;<mark>b</mark>"


def test_it_cuts_an_excerpt_around_the_first_word_found():
    text = " ".join(["before"] * 30 + ["zebra"] + ["after"] * 40)
    shown = excerpt(text, Query.of("zebra"))
    assert shown.startswith("… before")
    assert "zebra" in shown
    assert shown.endswith("after …")
    assert excerpt("nothing here", Query.of("zebra")) == ""


def test_it_quotes_figures_as_they_are_now(client):
    rows.draw("396", crs=508)
    newsroom.article("a", body='<p>The zebra is <data value="draw/396/crs">999</data>.</p>')
    assert "is 508." in ask(client, "zebra")


HOSTILE = [
    '"', "'", '"a', "a'b", "*", "a*", "NEAR(a b)", "a OR b", "-a", "a:b", "()", "{}", "\\", "%",
    "_", "a\x00b", "\x00", "; DROP TABLE", "<script>alert(1)</script>", "😀", "\u202e",
    "a" * 10_000, "a " * 5_000, "é" * 10_000, "\ufffd", "&&",
    "' OR 1=1 --", "{{ 7|add:7 }}", "1" * 4_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_it_is_not_harmed_by_what_is_typed(client, typed):
    newsroom.article("a")
    rows.draw("396")
    html = ask(client, typed)
    assert "<script>alert" not in html
    assert len(html) < 20_000


def test_it_says_back_what_was_typed_and_where_to_go_from_nothing(client):
    html = ask(client, 'no "such" thing')
    assert 'value="no &quot;such&quot; thing"' in html
    assert "Nothing has all the words" in html
    assert '<a href="/draws/">' in html.split('class="empty"')[1]


def test_it_shows_the_form_alone_without_a_query(client):
    html = ask(client, "")
    assert "Nothing has" not in html
    assert hits(html) == []
    assert '<meta name="robots" content="noindex' in html


def test_it_pages_by_ten(client):
    for n in range(25):
        newsroom.article(f"z{n}", headline=f"Zebra {n}", published_at=newsroom.PUBLISHED)
    assert len(hits(ask(client, "zebra"))) == 10
    first = ask(client, "zebra")
    assert 'href="?q=zebra&amp;page=2"' in first
    assert len(hits(ask(client, "zebra", page="3"))) == 5
    assert client.get("/search/?q=zebra&page=4").status_code == 404


def some_draws():
    rows.draw("390", crs=511, date=date(2026, 1, 7))
    rows.draw("394", crs=400, family="french", date=date(2026, 2, 6))
    rows.draw("395", crs=789, family="pnp", date=date(2026, 2, 16))
    rows.draw("396", crs=508, date=date(2026, 2, 17))
    rows.draw("359", crs=396, family="french", date=date(2025, 8, 8))
    rows.draw("91a", crs=500, family="pnp", date=date(2018, 5, 30))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("396", ["396", "359"]),
        ("draw 395", ["395"]),
        ("#91A", ["91a"]),
        ("508 CRS", ["396"]),
        ("crs 396", ["359"]),
        ("cec", ["396", "390"]),
        ("canadian experience class", ["396", "390"]),
        ("French draws", ["394", "359"]),
        ("français", ["394", "359"]),
        ("expérience canadienne", ["396", "390"]),
        ("provincial nominees", ["395", "91a"]),
        ("CEC February 2026", ["396"]),
        ("rondes février 2026", ["396", "395", "394"]),
        ("2025", ["359"]),
        ("french 400", ["394"]),
        ("latest draw", ["396", "395", "394", "390", "359"]),
        ("express entry program", []),
        ("all program", []),
        ("zebra", []),
        ("9999", []),
    ],
)
def test_it_finds_draws_by_number_cut_off_type_month_and_year(client, typed, numbers):
    some_draws()
    assert drawn(ask(client, typed)) == numbers


def test_it_leads_to_the_list_of_the_draws_that_it_found(client):
    rows.many(30, first=400)
    assert '<a href="/draws/?family=cec">' in ask(client, "cec")
    assert "The newest 5 are shown." in ask(client, "cec pnp draws")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Ontario", ["ontario/2026-02-02", "ontario/2025-06-02"]),
        ("BC draw", ["british-columbia/2026-02-03"]),
        ("colombie-britannique", ["british-columbia/2026-02-03"]),
        ("Ontario June 2025", ["ontario/2025-06-02"]),
        ("pnp 2026", ["british-columbia/2026-02-03", "ontario/2026-02-02"]),
        ("québec", ["quebec/2026-02-05"]),
        ("terre-neuve", ["newfoundland-and-labrador/2024-02-01"]),
        ("terre promise", []),
        ("cec", []),
    ],
)
def test_it_finds_days_of_provinces(client, typed, days):
    bring_in(
        line("2026-02-02", "on-phd", "1429"),
        line("2025-06-02", "on-phd", "12"),
        line("2026-02-03", "bc-veterinary", "<5"),
        line("2026-02-05", "qc-1", "9"),
        line("2024-02-01", "nl-pnp", "3"),
    )
    assert Event.objects.count() == 5
    html = ask(client, typed)
    assert re.findall(r'<th scope="row" class="nw"><a href="/pnp/([^"]+)/">', html) == days
    assert ("fewer than 5" in html) == any("british" in day for day in days)


def test_it_leads_to_the_list_of_a_province(client):
    bring_in(*(line(f"2026-02-{day:02}", "on-phd", str(day)) for day in range(1, 8)))
    assert '<a href="/pnp/ontario/">' in ask(client, "ontario")
    assert '<a href="/pnp/?province=ontario&amp;year=2026">' in ask(client, "ontario 2026")


def test_it_asks_the_database_as_often_for_many_articles(client, django_assert_max_num_queries):
    rows.draw("396")
    newsroom.article("z", headline="Zebra draw")
    ask(client, "zebra")
    with django_assert_max_num_queries(16) as few:
        client.get("/search/?q=zebra+draw")
    for n in range(100):
        newsroom.article(f"z{n}", headline=f"Zebra draw {n}")
    ask(client, "zebra")
    with django_assert_max_num_queries(16) as lots:
        client.get("/search/?q=zebra+draw")
    assert len(lots) == len(few)


def test_it_is_not_kept_in_the_page_cache(client):
    response = client.get("/search/?q=zebra")
    assert "no-store" in response.headers["Cache-Control"]
    assert "ETag" not in response.headers
    assert not response.cookies
    cache.clear()
