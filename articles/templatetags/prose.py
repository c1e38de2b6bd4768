"""What stands beside the form of an article: its measures, and what others will show of it."""

from dataclasses import dataclass

from django import template
from django.utils import translation
from django.utils.translation import gettext as _

from articles.body.document import Document
from articles.models import Article, Language
from articles.prose import readability
from articles.prose.readability import Measures
from articles.social import picture_of
from publish.listing import Picture

register = template.Library()

# As many characters as search engines usually show.
LONGEST_TITLE, LONGEST_DESCRIPTION = 60, 155
# The widths and heights to which others cut a picture; ours show it whole.
CROPS = (("wide", "1.91:1"), ("screen", "16:9"), ("square", "1:1"))


@dataclass(frozen=True, slots=True)
class Side:
    """One language side of a story with its measures."""

    language: str
    name: str
    measures: Measures


@register.simple_tag
def sides_measured(article: Article | None) -> list[Side]:
    """This article first, then the other side of its story. One query."""
    if article is None:
        return []
    others = [side for side in article.story.sides.all() if side.pk != article.pk]
    return [_side(each) for each in [article, *others]]


@register.simple_tag
def readability_levels() -> dict[str, object]:
    """For the script: what LIX numbers mean, and the speed of reading."""
    levels = [[below, str(words)] for below, words in readability.LEVELS]
    return {
        "levels": levels,
        "hardest": str(readability.HARDEST),
        "pace": readability.WORDS_A_MINUTE,
        "minutes": _("{n} min"),
    }


@register.simple_tag
def desk_sentences() -> dict[str, str]:
    """What the scripts of the form say; they fill in {time} and the like."""
    return {
        "kept": _("Unsaved changes are kept in this browser since {time}."),
        "none": _("This browser keeps nothing: save often."),
        "when": _("Written {time}."),
        "what": _("Changed: {fields}."),
        "back": _("The kept words are back. Nothing is saved yet."),
        "dropped": _("The kept words are thrown away."),
        "up": _("Move question {n} up"),
        "down": _("Move question {n} down"),
        "moved": _("The question stands at place {n} of {all} now."),
    }


@register.simple_tag
def shared_picture(article: Article | None) -> Picture | None:
    """The picture that social networks will show, in the language of the article."""
    if article is None:
        return None
    with translation.override(article.language):
        return picture_of(article)


@register.simple_tag
def shown_lengths() -> dict[str, int]:
    return {"title": LONGEST_TITLE, "description": LONGEST_DESCRIPTION}


@register.simple_tag
def crops() -> tuple[tuple[str, str], ...]:
    """(class, ratio) of the usual crops."""
    return CROPS


def _side(article: Article) -> Side:
    text = Document.of(article.body).text
    return Side(article.language, str(Language(article.language).label), readability.measure(text))
