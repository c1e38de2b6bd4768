"""No English is left on French pages: what stands on both is a name, a figure or a mistake."""

import re
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.test import Client

from articles.models import Author
from config.tests.browser.pages import PAGES, address

# Read by people, though they are attributes. `data-l` is the word before a cell on phones.
SPOKEN = {"alt", "aria-label", "data-l", "placeholder", "title"}
SILENT = {"script", "style"}
NEVER_CLOSED = {"meta", "link", "input", "img", "br", "hr", "wbr", "col", "source"}
# A word of a language: two letters or more. Figures, ids, units and initials are not.
WORD = re.compile(r"[^\W\d_]{2,}")
# Addresses, names that are the same in both languages, and forms of files.
SAME_IN_BOTH = re.compile(
    r"https?://\S+|\S+@\S+|\b(Cutline|IRCC|UTC|RSS|Atom|CSV|JSON|NDJSON|CRS|SCG|Ottawa|GitHub)\b"
    r"|\b(IELTS General Training|CELPIP-General|PTE Core|TEF Canada|TCF Canada)\b"
    r"|\b[A-Z]{2,5}-[A-Z]{2,5}\b"  # scales of the provinces: AAIP-WEOI
    r"|\b[0-9a-f]{64}\b"  # digests
)


class Reader(HTMLParser):
    """Collects what a reader sees or hears on a page. What is marked as another language is not
    collected: an official name in English says `lang="en"` on a French page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        skipped = tag in SILENT or (tag != "html" and "lang" in given) or self._skipping
        if tag not in NEVER_CLOSED:
            self._open.append((tag, skipped))
        if not skipped:
            self._take(*(given.get(name) for name in SPOKEN))
        if tag == "meta" and given.get("name") == "description":
            self._take(given.get("content"))

    def handle_endtag(self, tag: str) -> None:
        if tag in (name for name, _skipped in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._take(data)

    @property
    def _skipping(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _take(self, *texts: str | None) -> None:
        self.texts |= {" ".join(text.split()) for text in texts if text}


def texts_of(html: str) -> set[str]:
    reader = Reader()
    reader.feed(html)
    return reader.texts


def left_in_english(english: str, french: str, people: tuple[str, ...] = ()) -> set[str]:
    """Texts of two words or more that are the same on both pages, without people's names."""
    same = texts_of(english) & texts_of(french)
    named = re.compile("|".join([SAME_IN_BOTH.pattern, *map(re.escape, people)]))
    return {text for text in same if len(WORD.findall(named.sub("", text))) >= 2}


@pytest.mark.django_db
def test_it_translates_every_text_of_every_kind_of_page(client: Client) -> None:
    call_command("load_bundled", verbosity=0)
    call_command("load_demo", verbosity=0)
    people = tuple(Author.objects.values_list("name", flat=True))
    left = {}
    for name in PAGES:
        english, french = (client.get(address(name, language)) for language in ("en", "fr"))
        assert english.status_code == french.status_code
        left[name] = left_in_english(english.content.decode(), french.content.decode(), people)
    assert {name: texts for name, texts in left.items() if texts} == {}


def test_it_notices_a_text_or_a_label_left_in_english() -> None:
    english = '<p>All draws</p><a title="Next draw" href="/">6,000</a><p>No figure</p>'
    french = '<p>All draws</p><a title="Next draw" href="/fr/">6 000</a><p>Aucun chiffre</p>'
    assert left_in_english(english, french) == {"All draws", "Next draw"}


def test_it_lets_names_figures_and_marked_english_stand() -> None:
    names = "<p>RSS CSV<br>JSON</p><p>https://a.example/b_c.json</p><p>12:00:01 UTC</p>"
    both = f'{names}<p lang="en">No <b>Program</b> Specified</p>'
    assert left_in_english(both, both) == set()
