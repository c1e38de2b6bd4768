"""Storing the demonstration content, through the functions that the desk uses."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from django.core.files import File
from django.db import models, transaction

from articles import publishing
from articles.claims import read_once
from articles.demo import files
from articles.demo.files import Side, StoryFile, Table
from articles.models import (
    Ad,
    Article,
    ArticleQuestion,
    Author,
    Category,
    Episode,
    MenuItem,
    Picture,
    Question,
    Story,
    Topic,
)
from draws.models import Draw

REASON = "Demonstration content"
Row = TypeVar("Row", bound=models.Model)


class DrawMissing(Exception):
    """A draw that an article reports is not on the record of this site."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was stored."""

    articles: int
    episodes: int


@dataclass(frozen=True, slots=True)
class Shelves:
    """What stories are filed under, by slug or key."""

    categories: Mapping[str, Category]
    topics: Mapping[str, Topic]
    authors: Mapping[str, Author]
    pictures: Mapping[str, Picture]
    draws: Mapping[str, Draw]
    bank: Mapping[str, Question]


@transaction.atomic
def load() -> Loaded:
    """Store everything. Rows that the site has already, by slug, stay as they are.

    Raises DrawMissing before anything is stored.
    """
    draws = _draws(files.stories())
    site = files.site()
    shelves = Shelves(
        categories=_categories(site["category"]),
        topics=_topics(site["topics"]),
        authors=_authors(site["author"]),
        pictures=_pictures(site["picture"]),
        draws=draws,
        bank=_bank(files.questions()),
    )
    _surroundings(site)
    episodes = [_episode(entry) for entry in files.episodes()]
    return Loaded(_articles(files.stories(), shelves), len(episodes))


def _draws(stories: Iterable[StoryFile]) -> dict[str, Draw]:
    wanted = {story.shared["draw"] for story in stories if "draw" in story.shared}
    found = {draw.number: draw for draw in Draw.objects.filter(number__in=wanted)}
    if missing := sorted(wanted - found.keys()):
        raise DrawMissing(f"not on the record: draw {', '.join(missing)}")
    return found


def _kept(made: Row, **key: object) -> Row:
    """The row that the site has under this key already, or else this one, stored."""
    found = type(made)._default_manager.filter(**key).first()  # noqa: SLF001
    if found is None:
        publishing.save(made, by=None, reason=REASON)
    return found or made


def _categories(entries: Iterable[Table]) -> dict[str, Category]:
    return {
        entry["slug"]: _kept(
            Category(
                slug=entry["slug"],
                name_en=entry["en"],
                name_fr=entry["fr"],
                description_en=entry["description_en"],
                description_fr=entry["description_fr"],
                position=position,
            ),
            slug=entry["slug"],
        )
        for position, entry in enumerate(entries)
    }


def _topics(names: Mapping[str, tuple[str, str]]) -> dict[str, Topic]:
    return {
        slug: _kept(Topic(slug=slug, name_en=english, name_fr=french), slug=slug)
        for slug, (english, french) in names.items()
    }


def _authors(entries: Iterable[Table]) -> dict[str, Author]:
    return {entry["slug"]: _kept(Author(**entry), slug=entry["slug"]) for entry in entries}


def _pictures(entries: Iterable[Table]) -> dict[str, Picture]:
    found = {}
    for entry in entries:
        words = {name: text for name, text in entry.items() if name not in ("key", "file")}
        with _opened("pictures", entry["file"]) as file:
            found[entry["key"]] = _kept(Picture(file=file, **words), **words)
    return found


@contextmanager
def _opened(folder: str, name: str) -> Iterator[File]:
    with (files.CONTENT / folder / name).open("rb") as opened:
        yield File(opened, name=Path(name).name)


def _bank(entries: Iterable[Table]) -> dict[str, Question]:
    return {
        entry["slug"]: _kept(
            Question(
                slug=entry["slug"],
                question_en=entry["en"],
                question_fr=entry["fr"],
                answer_en=entry["answer_en"],
                answer_fr=entry["answer_fr"],
                families=entry["families"],
                reviewed_on=entry["reviewed"],
            ),
            slug=entry["slug"],
        )
        for entry in entries
    }


def _surroundings(site: Table) -> None:
    """Our own advertisements and the menu, where an editor has set none."""
    if not Ad.objects.exists():
        for entry in site["ad"]:
            _kept(Ad(is_house=True, **entry), name=entry["name"])
    if not MenuItem.objects.exists():
        for position, entry in enumerate(site["menu"]):
            item = MenuItem(
                position=position, label_en=entry["en"], label_fr=entry["fr"], path=entry["path"]
            )
            _kept(item, path=entry["path"])


def _episode(entry: Table) -> Episode:
    words = {name: text for name, text in entry.items() if name not in ("audio", "published")}
    with _opened("audio", entry["audio"]) as audio:
        episode = Episode(audio=audio, published_at=entry["published"], **words)
        return _kept(episode, slug=entry["slug"])


def _articles(stories: Iterable[StoryFile], shelves: Shelves) -> int:
    """Stories first: a body names others by their number. Then their sides, oldest first."""
    stored = {story.key: _story(story, shelves) for story in stories}
    sides = [(story, side) for story in stories for side in story.sides.values()]
    sides.sort(key=lambda pair: pair[1].head["published"])
    with read_once():  # for the receipts: publishing changes nothing of the record of draws
        for story, side in sides:
            _publish(_article(story, side, stored, shelves), side, shelves.bank)
    # A card of the first ones leads to a story that had no side yet.
    for article in Article.objects.filter(tasks__done_at=None, tasks__isnull=False).distinct():
        publishing.settle(article)
    return len(sides)


def _story(story: StoryFile, shelves: Shelves) -> Story:
    shared = story.shared
    row = Story(
        working_title=story.key,
        category=shelves.categories[shared["category"]],
        checked_by=shelves.authors[shared["checked_by"]],
        hero=shelves.pictures[shared["hero"]] if "hero" in shared else None,
        draw=shelves.draws[shared["draw"]] if "draw" in shared else None,
    )
    return publishing.save_story(
        row,
        by=None,
        reason=REASON,
        authors=[shelves.authors[slug] for slug in shared["authors"]],
        topics=[shelves.topics[slug] for slug in shared["topics"]],
    )


def _article(
    story: StoryFile, side: Side, stored: Mapping[str, Story], shelves: Shelves
) -> Article:
    names = ("slug", "headline", "standfirst", "seo_title", "seo_description")
    return Article(
        story=stored[story.key],
        language=side.language,
        body=_numbered(side.body, stored, shelves.pictures),
        based_on_update=_source_moment(story, side),
        **{name: side.head[name] for name in names},
    )


def _numbered(body: str, stories: Mapping[str, Story], pictures: Mapping[str, Picture]) -> str:
    """The body with the numbers that stories and pictures have on this site."""
    for key, story in stories.items():
        body = body.replace(f'data-of="story/{key}"', f'data-of="article/{story.pk}"')
    for key, picture in pictures.items():
        body = body.replace(f'data-of="picture/{key}"', f'data-of="picture/{picture.pk}"')
    return body


def _source_moment(story: StoryFile, side: Side) -> datetime | None:
    """Which version of the English side a translation was made from; None for the English."""
    if side.language == "en":
        return None
    source = story.sides["en"].head
    published: datetime = source["published"]
    updated: datetime = source.get("updated", published)
    return updated if updated <= side.head.get("updated", side.head["published"]) else published


def _publish(article: Article, side: Side, bank: Mapping[str, Question]) -> None:
    questions = list(_questions(article, side, bank))
    published = side.head["published"]
    publishing.publish(article, by=None, reason=REASON, at=published, questions=questions)
    if "updated" in side.head:
        note, updated = side.head["update_note"], side.head["updated"]
        publishing.revise(article, by=None, kind="update", sentence=note, at=updated)


def _questions(
    article: Article, side: Side, bank: Mapping[str, Question]
) -> Iterator[ArticleQuestion]:
    reviewed = side.head.get("updated", side.head["published"]).date()
    for entry in side.questions:
        if "bank" in entry:
            yield ArticleQuestion(article=article, bank=bank[entry["bank"]])
        else:
            yield ArticleQuestion(
                article=article,
                slug=entry["slug"],
                own_question=entry["question"],
                own_answer=entry["answer"],
                own_reviewed_on=reviewed,
            )
