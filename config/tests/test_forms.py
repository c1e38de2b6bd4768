"""The real record in every form: the same ids in the same order; and what may be framed."""

import json

import feedparser
import pytest
from django.core.cache import cache
from django.test import Client

from articles.feeds.directory import tables
from config.tests.browser.pages import PAGES
from config.tests.every_form import FORMS, READERS, Question, faults, questions
from config.tests.test_french_pages import left_in_english
from draws.tests.rows import many
from publish.tests.feed_rules import atom_faults, json_feed_faults, rss_faults

# A few of many; `make check-forms` asks 500.
ASKED = 10
RULES = {"rss": rss_faults, "atom": atom_faults, "json": json_feed_faults}
SIZES = {"date": len("2026-02-17"), "datetime": len("2026-02-17T11:33:44Z")}
FEW = (
    "/draws/fst",
    "/draws/pool",
    "/pnp/ontario/2026-02-02",
    "/news",
    "/podcast",
    "/fr/corrections",
)
LISTS = ("/draws", "/draws/cec", "/draws/pool", "/pnp", "/pnp/ontario", "/pnp/ontario/2026-02-02")


@pytest.fixture
def site(bundled: None, db: None) -> Client:
    return Client()


def test_random_filters_give_the_same_ids_in_the_same_order_in_every_form(site):
    def ask(path: str) -> tuple[int, bytes]:
        response = site.get(path)
        return response.status_code, response.getvalue()

    found = [fault for asked in questions(3, ASKED) for fault in faults(asked, ask)]
    assert found == []


def test_it_would_find_a_form_that_differs(site):
    def ask(path: str) -> tuple[int, bytes]:
        body = site.get(path).getvalue()
        return 200, body.replace(b"draw/396<", b"draw/397<") if ".atom" in path else body

    assert faults(Question("/draws", "family=cec&year=2026"), ask) == [
        "/draws.*?family=cec&year=2026: atom differs"
    ]


def test_known_ids_never_change(site):
    def ids(path: str) -> list[str]:
        return [item["id"] for item in json.loads(site.get(path).getvalue())["items"]]

    tag = "tag:cutline.example,2026:"
    draws = ids("/draws.json")
    assert draws[-1] == f"{tag}draw/1"
    assert {f"{tag}draw/396", f"{tag}draw/91a", f"{tag}draw/91b"} <= set(draws)
    assert ids("/fr/draws.json") == draws
    assert ids("/pnp/ontario/2026-02-02.json") == [f"{tag}pnp/on/2026-02-02"]
    assert ids("/draws/pool.json")[-1] == f"{tag}pool/aa181b244b1ee565"
    feed = site.get("/draws.atom?year=2026&family=cec").getvalue().decode()
    assert f"<id>{tag}list/draws/?family=cec&amp;year=2026</id>" in feed


@pytest.mark.parametrize("path", LISTS)
def test_every_value_has_the_type_of_its_column(site, path):
    rows = [json.loads(line) for line in site.get(f"{path}.ndjson").getvalue().splitlines()]
    head = site.get(f"{path}.csv").getvalue().decode().partition("\r\n")[0].split(",")
    columns = next(found for _t, found in tables() if [column.name for column in found] == head)
    for column in columns:
        values = {row[column.name] for row in rows} - {None}
        assert "" not in values
        kind = int if column.type == "integer" else str
        assert all(type(value) is kind for value in values), column.name
        if column.type in SIZES:
            assert {len(value) for value in values} <= {SIZES[column.type]}, column.name


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_the_same_bytes_after_a_restart(site, form):
    paths = [f"{path}.{form}" for path in FEW]
    before = {path: site.get(path).getvalue() for path in paths}
    cache.clear()
    assert {path: Client().get(path).getvalue() for path in paths} == before


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("form", RULES)
def test_a_feed_follows_its_rules_and_readers_read_it(site, path, form):
    body = site.get(f"{path}.{form}").getvalue()
    assert RULES[form](body) == []
    if form != "json":
        read = feedparser.parse(body)
        assert not read.bozo
        assert len(read.entries) == len(READERS[form](body))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_sets_no_cookie_looks_at_no_client_and_is_open_to_all(site, form):
    for path in FEW:
        response = site.get(f"{path}.{form}", headers={"User-Agent": "", "Cookie": "sessionid=x"})
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.headers["Vary"]
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert site.options(f"{path}.{form}").status_code == 204
        assert site.post(f"{path}.{form}").status_code == 405


@pytest.mark.parametrize("form", FORMS)
def test_a_list_asks_as_little_for_a_hundred_times_the_rows(
    site, form, django_assert_max_num_queries
):
    many(600, first=1000, families=("fst",))
    with django_assert_max_num_queries(3):
        body = site.get(f"/draws/fst.{form}").getvalue()
    assert len(READERS[form](body)) == 607


@pytest.mark.parametrize("name", PAGES)
def test_no_page_but_an_embed_may_be_framed(site, name):
    response = site.get(PAGES[name])
    embed = PAGES[name].startswith("/embed/") and PAGES[name] != "/embed/"
    allowed = "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert (allowed, response.has_header("X-Frame-Options")) == (embed, not embed)


def test_the_page_of_embeds_is_french_in_french(site):
    english, french = (site.get(f"{root}/embed/").content.decode() for root in ("", "/fr"))
    assert left_in_english(english, french) == set()
