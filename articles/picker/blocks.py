"""Blocks that an editor can choose from: the kinds, and what one of a kind can show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.body.blocks import BLOCKS
from articles.models import Article, Episode, Picture, Position, Story
from articles.picker import subjects
from articles.picker.asked import Asked
from articles.picker.cards import DOMAINS
from articles.search.folding import fold
from articles.search.query import Query
from draws.families import FAMILIES

MOST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """`of` is what the block would be of; `title` and `note` say so in words."""

    of: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed, in the language of the article, and the article's story."""

    text: str
    language: str
    story: Story | None

    @property
    def words(self) -> tuple[str, ...]:
        return Query.of(self.text).words


def kinds() -> list[tuple[str, str]]:
    """(kind, label) of every kind of block, in the order of the menu."""
    return [(kind, str(block.label)) for kind, block in BLOCKS.items()]


def choices(kind: str, search: Search) -> list[Choice]:
    """What a block of this kind can show, the likeliest first. Four queries at most."""
    found = [choice for domain in DOMAINS.get(kind, ()) for choice in CHOICES[domain](search)]
    return found[: MOST * 2]


def _subjects(search: Search, domain: str) -> Iterator[Choice]:
    asked = Asked.of(search.text)
    found = subjects.find(asked) if asked.words else subjects.of_story(search.story)
    for subject in found:
        if subject.key.startswith(f"{domain}/"):
            yield Choice(subject.key, subject.name, subject.note)


def _draws(search: Search) -> Iterator[Choice]:
    return _subjects(search, "draw")


def _pools(search: Search) -> Iterator[Choice]:
    return _subjects(search, "pool")


def _families(search: Search) -> Iterator[Choice]:
    named = Asked.of(search.text).families
    own = search.story.draw.family if search.story and search.story.draw else ""
    ordered = sorted(FAMILIES, key=lambda slug: slug != own)
    for slug in ordered:
        if slug in named or not search.words:
            yield Choice(f"family/{slug}", str(FAMILIES[slug].name))


def _by_rule(search: Search) -> Iterator[Choice]:
    if not search.words:
        yield Choice("", _("The best related article, chosen by itself"))


def _articles(search: Search) -> Iterator[Choice]:
    """Published articles with all the words in their headline."""
    rows = Article.objects.published().in_language(search.language).newest_first()
    if search.story:
        rows = rows.exclude(story=search.story)
    wanted = [row for row in rows[:400].only("headline", "story_id") if _has(row, search.words)]
    return (Choice(f"article/{row.story_id}", row.headline) for row in wanted[:MOST])


def _has(article: Article, words: tuple[str, ...]) -> bool:
    headline = f" {fold(article.headline)}"
    return all(f" {word}" in headline for word in words)


def _positions(search: Search) -> Iterator[Choice]:
    return (Choice(str(one.value), str(one.label)) for one in Position if "article" in one.value)


def _episodes(search: Search) -> Iterator[Choice]:
    rows = Episode.objects.newest_first()[:100]
    for row in rows:
        title = row.title_fr if search.language == "fr" and row.title_fr else row.title_en
        if all(f" {word}" in f" {fold(title)}" for word in search.words):
            yield Choice(f"episode/{row.slug}", title, str(row.number))


def _pictures(search: Search) -> Iterator[Choice]:
    for row in Picture.objects.all()[:200]:
        words = fold(f"{row.alt_en} {row.alt_fr} {row.credit} {row.file.name}")
        if all(f" {word}" in f" {words}" for word in search.words):
            yield Choice(f"picture/{row.pk}", row.alt or str(row), row.credit)


CHOICES: dict[str, Callable[[Search], Iterator[Choice]]] = {
    "draw": _draws,
    "pool": _pools,
    "family": _families,
    "": _by_rule,
    "article": _articles,
    "position": _positions,
    "episode": _episodes,
    "picture": _pictures,
}
