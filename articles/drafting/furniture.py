"""What a draft is filed under; made where the newsroom does not have it yet."""

from typing import TypeVar

from django.db import models

from articles import publishing
from articles.drafting.words.families import FAMILY_WORDS
from articles.models import Author, Category, Topic

REASON = "Made for drafts"
DESK = "cutline-desk"
FEDERAL, PROVINCIAL = "express-entry", "provincial-draws"
CATEGORIES = {
    FEDERAL: ("Express Entry", "Entrée express"),
    PROVINCIAL: ("Provincial draws", "Rondes provinciales"),
}
TOPICS = {
    "category-based-draws": ("Category-based draws", "Rondes fondées sur les catégories"),
    "tie-break": ("Tie-break", "Départage"),
    "pool": ("Pool", "Bassin"),
    "provincial-nominees": ("Provincial nominees", "Candidats des provinces"),
}
# Types of draw that are a program of their own; all others are categories.
PROGRAMS = ("cec", "pnp", "all-program", "fsw", "fst")
Row = TypeVar("Row", bound=models.Model)


def desk_author() -> Author:
    """The byline of drafts: editors put their own name in its place."""
    return _kept(
        Author(
            slug=DESK,
            name="Cutline desk",
            role_en="The newsroom, from the official record",
            role_fr="La rédaction, d’après les données officielles",
        )
    )


def category(slug: str) -> Category:
    english, french = CATEGORIES[slug]
    return _kept(Category(slug=slug, name_en=english, name_fr=french))


def topics_of_draw(family: str, *, tie_break: bool) -> list[Topic]:
    words = FAMILY_WORDS[family]
    found = [_topic(words.topic, words.topic_name.en, words.topic_name.fr)]
    if family not in PROGRAMS:
        found.append(_topic("category-based-draws", *TOPICS["category-based-draws"]))
    if tie_break:
        found.append(_topic("tie-break", *TOPICS["tie-break"]))
    return found


def topics_of_province() -> list[Topic]:
    return [_topic("provincial-nominees", *TOPICS["provincial-nominees"])]


def _topic(slug: str, english: str, french: str) -> Topic:
    return _kept(Topic(slug=slug, name_en=english, name_fr=french))


def _kept(made: Row) -> Row:
    """The row that the newsroom has under this slug, or else this one, stored."""
    slug = getattr(made, "slug")  # noqa: B009
    found = type(made)._default_manager.filter(slug=slug).first()  # noqa: SLF001
    if found is None:
        publishing.save(made, by=None, reason=REASON)
    return found or made
