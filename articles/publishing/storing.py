"""How an article gets into its table: locked, checked, with its questions, history and address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles import audit, desk
from articles.bindings import refresh
from articles.models import Article, ArticleQuestion, SlugRedirect
from articles.prose import sanitise
from articles.publishing.noting import note
from articles.publishing.refusals import NotAllowed, Outrun, WrongState
from articles.workflow import roles
from articles.workflow.transitions import Verb, permission_for

# As long as a reason may be in the history.
LONGEST_REASON = 100
Questions = Iterable[ArticleQuestion] | None
WORDS = ("headline", "standfirst", "body", "seo_title", "seo_description")
ASKED = ("bank_id", "own_question", "own_answer", "own_reviewed_on")
# What only the verbs set: a form that was opened earlier must not carry old values back.
_OF_THE_SITE = (
    *("state", "scheduled_for", "published_at", "updated_at", "update_note", "announced_at"),
    "edited_by_id",
)
_BOUND = re.compile(r"(<data value=\"[^\"]*\">)[^<]*(?=</data>)")


@contextmanager
def step(
    article: Article, verb: Verb, *, by: Any, version: int | None = None
) -> Iterator[Article | None]:
    """One step of an article, as one transaction. Gives the row as stored, None for a new one.

    Raises Outrun where `version` is not the newest, WrongState and NotAllowed.
    """
    new = not article.pk
    try:
        with transaction.atomic():
            stored = _locked(article)
            _demand_newest(article, version)
            _take_over(article, stored)
            _demand(article, verb, by)
            yield stored
            if verb != Verb.SAVE:
                audit.note(f"article.{verb.value}", by=by, of=article)
    except BaseException:
        if new:
            article.pk = None
        raise


def store(
    article: Article, stored: Article | None, by: Any, reason: str, questions: Questions = None
) -> None:
    """Write the article with who and why; `questions`, where given, replace those under it."""
    asked = None if questions is None else list(questions)
    refresh(article, article.language)
    article.full_clean()
    if by is not None and (stored is None or _reworded(stored, article, asked)):
        article.edited_by = by
    _keep_address(article)
    with_history(article, by, reason).save()
    if asked is not None:
        _store_questions(article, asked)


def settle(article: Article) -> None:
    """Bring what hangs on an article in line with it: links to its questions, the words of their
    figures, what it is found by and what it shows, the tasks for what leads nowhere. Call it once
    its questions are stored."""
    taken = set(article.questions.exclude(slug="").values_list("slug", flat=True))
    for question in article.questions.select_related("bank"):
        before = (question.slug, question.own_answer)
        if not question.slug and question.bank is None:
            question.slug = _free_slug(question.own_question, taken)
        refresh(question, article.language)
        if (question.slug, question.own_answer) != before:
            question.save()
    note([article.pk])
    desk.check(Article.objects.for_page().get(pk=article.pk))


def version_of(article: Article) -> int:
    """A number that grows each time the article is stored; 0 before the first."""
    newest = article.history.order_by("-history_id").values_list("history_id", flat=True)
    return (newest.first() or 0) if article.pk else 0


def with_history(row: models.Model, by: Any, reason: str) -> Any:
    """The row, with what django-simple-history writes beside its next version."""
    marked: Any = row
    marked._history_user = by
    marked._change_reason = reason[:LONGEST_REASON]
    return marked


def _locked(article: Article) -> Article | None:
    if not article.pk:
        return None
    return Article.objects.select_for_update().get(pk=article.pk)


def _demand_newest(article: Article, version: int | None) -> None:
    if version is not None and version != version_of(article):
        raise Outrun(_("Somebody else has saved this article since you opened it."))


def _take_over(article: Article, stored: Article | None) -> None:
    if stored is None:
        article.state = Article.State.DRAFT
        return
    for name in _OF_THE_SITE:
        setattr(article, name, getattr(stored, name))


def _demand(article: Article, verb: Verb, by: Any) -> None:
    if permission_for(verb, article.state) is None:
        raise WrongState(roles.wrong_state(article))
    if refused := roles.refusal(by, verb, article):
        raise NotAllowed(refused)


def _reworded(
    stored: Article, article: Article, questions: Sequence[ArticleQuestion] | None
) -> bool:
    if any(_plain(getattr(stored, name)) != _plain(getattr(article, name)) for name in WORDS):
        return True
    if questions is None:
        return False
    return _asked(stored.questions.all()) != _asked(questions)


def _plain(text: str) -> str:
    # What a bound figure says today is the record's word, not an editor's.
    return _BOUND.sub(r"\1", sanitise(text)).strip()


def _asked(questions: Iterable[ArticleQuestion]) -> list[tuple[object, ...]]:
    return [
        (row.bank_id, row.own_question, _plain(row.own_answer), row.own_reviewed_on)
        for row in questions
    ]


def _store_questions(article: Article, questions: Sequence[ArticleQuestion]) -> None:
    known = {row.pk: row for row in article.questions.all()}
    kept = {row.pk for row in questions if row.pk in known}
    article.questions.exclude(pk__in=kept).delete()
    for position, question in enumerate(questions):
        question.pk = question.pk if question.pk in kept else None
        question.article, question.position = article, position
        question.full_clean()
        if _differs(question, known.get(question.pk)):
            question.save(force_insert=question.pk is None)


def _differs(question: ArticleQuestion, known: ArticleQuestion | None) -> bool:
    names = (*ASKED, "slug", "position")
    return known is None or any(getattr(question, n) != getattr(known, n) for n in names)


def _keep_address(article: Article) -> None:
    """A new slug of an article that readers have seen leaves a redirect."""
    own = SlugRedirect.objects.filter(language=article.language)
    own.filter(slug=article.slug).delete()
    before = Article.objects.filter(pk=article.pk).exclude(slug=article.slug).first()
    if before and before.published_at and before.published_at <= timezone.now():
        own.update_or_create(
            language=article.language, slug=before.slug, defaults={"article": article}
        )


def _free_slug(words: str, taken: set[str]) -> str:
    stem = slugify(words)[:40].strip("-") or "question"
    slug, count = stem, 1
    while slug in taken:
        count += 1
        slug = f"{stem}-{count}"
    taken.add(slug)
    return slug
