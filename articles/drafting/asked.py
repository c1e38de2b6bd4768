"""Which questions of the bank stand under a draft."""

from collections.abc import Iterator

from articles.models import ArticleQuestion, Question

# General questions fill up what the family has, to this many.
MOST = 8


def questions_for(family: str, language: str) -> list[ArticleQuestion]:
    """Those of the family, then general ones, in the order of the bank. One query."""
    return [ArticleQuestion(bank=question) for question in _chosen(family, language)][:MOST]


def _chosen(family: str, language: str) -> Iterator[Question]:
    bank = [row for row in Question.objects.order_by("pk") if _is_in(row, language)]
    yield from (row for row in bank if family in row.families)
    yield from (row for row in bank if not row.families)


def _is_in(question: Question, language: str) -> bool:
    if language == "en":
        return True
    return bool(question.question_fr and question.answer_fr)
