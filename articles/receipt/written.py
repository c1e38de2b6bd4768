"""What somebody is writing: the texts of a form, whether they were saved or not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.claims import Texts, texts_of
from articles.models import Article, Language, Question, Story
from articles.prose import sanitise
from articles.receipt.texts import with_present_figures

# More than any form of ours holds; whoever sends more is not writing an article.
LONGEST_LINE = 5_000
MOST_QUESTIONS = 50
Given = Mapping[str, str]


class TooLong(ValidationError):
    """More text than one article may hold."""


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of a form, their figures with their present words. `article` is the stored one, if
    there is one; fields that were not sent are its own."""

    language: str
    texts: Texts
    article: Article | None


def stored(article: Article) -> Written:
    """An article as it is stored."""
    texts = with_present_figures(texts_of(article), article.language)
    return Written(article.language, texts, article)


def sent(given: Given, article: Article | None) -> Written:
    """What the form of an article sends; `article` is None for a new one. Raises TooLong."""
    base = texts_of(article) if article else Texts(subject=_subject(given))
    language = article.language if article else _language(given)
    texts = replace(
        base,
        headline=_line(given, "headline", base.headline),
        standfirst=_line(given, "standfirst", base.standfirst),
        body_html=_prose(given.get("body", base.body_html)),
        questions=_questions(given, language) if _asked(given) is not None else base.questions,
    )
    return Written(language, with_present_figures(texts, language), article)


def _line(given: Given, name: str, otherwise: str) -> str:
    text = given.get(name, otherwise)
    if len(text) > LONGEST_LINE:
        raise TooLong(_("The text is too long for one article."))
    return text.replace("\r\n", "\n")


def _prose(text: str) -> str:
    try:
        return sanitise(text)
    except ValidationError as refused:
        raise TooLong(refused.messages) from None


def _language(given: Given) -> str:
    asked = given.get("language", "")
    return asked if asked in Language.values else Language.ENGLISH.value


def _subject(given: Given) -> str:
    """The number of the draw that the chosen story reports."""
    key = given.get("story", "")
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return ""
    story = Story.objects.filter(pk=int(key)).select_related("draw").first()
    return story.draw.number if story and story.draw else ""


def _asked(given: Given) -> int | None:
    """How many questions the form has; None where it sent none at all."""
    count = given.get("questions-TOTAL_FORMS", "")
    if not (count.isascii() and count.isdigit() and len(count) < 5):
        return None
    return min(int(count), MOST_QUESTIONS)


def _questions(given: Given, language: str) -> list[tuple[str, str]]:
    rows = [_row(given, number) for number in range(_asked(given) or 0)]
    keys = {row["bank"] for row in rows if row["bank"].isascii() and row["bank"].isdigit()}
    bank = {
        str(each.pk): each
        for each in Question.objects.filter(pk__in=[int(key) for key in keys if len(key) < 19])
    }
    return [pair for row in rows if (pair := _pair(row, bank.get(row["bank"]), language))]


def _row(given: Given, number: int) -> dict[str, str]:
    names = ("bank", "own_question", "own_answer", "DELETE")
    return {name: given.get(f"questions-{number}-{name}", "") for name in names}


def _pair(row: dict[str, str], bank: Question | None, language: str) -> tuple[str, str] | None:
    if row["DELETE"]:
        return None
    question, answer = row["own_question"][:LONGEST_LINE], _prose(row["own_answer"])
    if bank is not None:
        question = question or getattr(bank, f"question_{language}")
        answer = answer or getattr(bank, f"answer_{language}")
    return (question, answer) if question or answer else None
