"""Asks lists by random filters, in every form, and compares what is in them.

The suite asks a few in its own process; `make check-forms` asks hundreds of a running site.
"""

import csv
import io
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree

from draws.families import FAMILIES
from pnp import registry

FORMS = ("rss", "atom", "json", "csv", "ndjson")
ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[^:]+:(.+)")
# Where the rows of a page say what they are: a link in the first cell, or the headline.
ROUND = re.compile(r'<th role="rowheader" scope="row"><a href="(?:/fr)?/draws/(\w+)/"')
DAY = re.compile(r'<th role="rowheader"[^>]*class="d pl"><a href="((?:/fr)?/pnp/[a-z-]+/[\d-]+/)"')
ARTICLE = re.compile(r'<article class="item"><h2><a href="([^"]+)"')
NEXT = re.compile(r'<a href="([^"]+)" rel="next"')

# Path and query -> status and body.
Ask = Callable[[str], tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Question:
    """A list with a filter: /fr/draws?family=cec, without the slash or the form."""

    path: str
    query: str = ""

    def address(self, form: str = "") -> str:
        """/draws.csv?family=cec, or the page /draws/?family=cec."""
        question = f"?{self.query}" if self.query else ""
        return f"{self.path}.{form}{question}" if form else f"{self.path}/{question}"


def questions(seed: int, count: int, others: Sequence[str] = ()) -> Iterator[Question]:
    """Random lists and filters, some of them with values that cannot be used, in both languages;
    `others` are further lists, which have no filter."""
    chance = random.Random(seed)  # noqa: S311
    kinds = (_rounds, _rounds, _provinces, _provinces, lambda chance: _plain(chance, others))
    for _number in range(count):
        path, query = chance.choice(kinds)(chance)
        given = {name: value for name, value in query.items() if chance.random() < 0.5}
        yield Question(chance.choice(("", "/fr")) + path, urlencode(given))


def _rounds(chance: random.Random) -> tuple[str, dict[str, str]]:
    family = chance.choice([*FAMILIES, "nobody"]) if chance.random() < 0.9 else ""
    score = str(chance.choice((chance.randint(0, 1200), chance.randint(350, 560), "x", "")))
    return "/draws", {"family": family, "year": str(chance.randint(2014, 2027)), "score": score}


def _provinces(chance: random.Random) -> tuple[str, dict[str, str]]:
    return "/pnp", {
        "province": chance.choice([*registry.ADAPTERS, "alberta", "ontario", "atlantis"]),
        "year": str(chance.randint(2019, 2027)),
        "stream": chance.choice(sorted(registry.streams())),
        "ee": chance.choice(("aligned", "perhaps")),
        "kind": chance.choice(("pnp", "aip", "quebec", "other")),
    }


def _plain(chance: random.Random, others: Sequence[str]) -> tuple[str, dict[str, str]]:
    slugs = [province.slug for province in registry.provinces()]
    lists = [f"/draws/{slug}" for slug in FAMILIES] + [f"/pnp/{slug}" for slug in slugs]
    return chance.choice([*lists, "/draws/pool", "/corrections", *others]), {}


def faults(question: Question, ask: Ask) -> list[str]:
    """Where the forms of one list differ; nothing where they agree."""
    answers = {form: ask(question.address(form)) for form in FORMS}
    statuses = {form: status for form, (status, _body) in answers.items()}
    where = question.address("*")
    if set(statuses.values()) != {200}:
        refused = set(statuses.values()) == {400} and _page(question, ask) in (None, [])
        return [] if refused else [f"{where}: {statuses}"]
    ids = {form: READERS[form](body) for form, (_status, body) in answers.items()}
    whole = ids["csv"]
    said = [f"{where}: {form} differs" for form, found in ids.items() if found != whole]
    page = _page(question, ask)
    if page is not None and page != _as_on_page(answers["json"][1], len(page)):
        said.append(f"{where}: the page differs")
    if len(set(whole)) != len(whole):
        said.append(f"{where}: an id stands twice")
    return said


def _page(question: Question, ask: Ask) -> list[str] | None:
    """What the rows of a page are, over all its turns: numbers of draws or paths; None for a
    page that shows only the newest, or in another order than a list."""
    pattern = _pattern(question.path)
    if pattern is None:
        return None
    found: list[str] = []
    path, address = question.address().partition("?")[0], question.address()
    while address:
        html = ask(address)[1].decode()
        found += pattern.findall(html)
        more = NEXT.search(html)
        address = path + more[1].replace("&amp;", "&") if more else ""
    return list(dict.fromkeys(found))


def _pattern(path: str) -> re.Pattern[str] | None:
    own = path.removeprefix("/fr")
    if own == "/pnp":
        return DAY
    if own.startswith("/draws") and own != "/draws/pool":
        return ROUND
    return ARTICLE if own.startswith(("/news", "/topics", "/authors")) else None


def _as_on_page(feed: bytes, count: int) -> list[str]:
    """The items of a feed as the rows of a page name them."""
    items = json.loads(feed)["items"]
    paths = [re.sub(r"^https?://[^/]+", "", item["url"]) for item in items]
    keys = [re.sub(r"^(?:/fr)?/draws/(\w+)/$", r"\1", path) for path in paths]
    # A feed of articles has the newest; its page has all of them.
    return keys if len(keys) < 50 or len(keys) == count else keys[:count]


def _rss(body: bytes) -> list[str]:
    return _keys(item.findtext("guid") for item in ElementTree.fromstring(body).iter("item"))


def _atom(body: bytes) -> list[str]:
    entries = ElementTree.fromstring(body).iter(f"{ATOM}entry")
    return _keys(entry.findtext(f"{ATOM}id") for entry in entries)


def _json(body: bytes) -> list[str]:
    return _keys(item["id"] for item in json.loads(body)["items"])


def _csv(body: bytes) -> list[str]:
    return _of_rows(list(csv.DictReader(io.StringIO(body.decode(), newline=""))))


def _ndjson(body: bytes) -> list[str]:
    return _of_rows([json.loads(line) for line in body.decode().splitlines()])


def _of_rows(rows: list[dict[str, str]]) -> list[str]:
    """A file of provincial draws has a line for each row of a day, a feed an item for the day."""
    keys = _keys(row.get("event_id") or row["id"] for row in rows)
    return list(dict.fromkeys(keys)) if rows and "event_id" in rows[0] else keys


def _keys(ids: Iterator[str | None]) -> list[str]:
    found = [TAG.fullmatch(text or "") for text in ids]
    return [match[1] if match else "no id" for match in found]


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "rss": _rss,
    "atom": _atom,
    "json": _json,
    "csv": _csv,
    "ndjson": _ndjson,
}
