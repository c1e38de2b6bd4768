"""The versions of an article: what stood in each, what stood under it, and how two differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import Article, ArticleChange, ArticleQuestion
from articles.workflow import differences
from articles.workflow.transitions import Verb

# What a version gives back. Its address, its moments and its state are not words.
WORDS = ("headline", "standfirst", "body", "seo_title", "seo_description")
LABELS = {
    "headline": gettext_lazy("Headline"),
    "slug": gettext_lazy("Slug"),
    "standfirst": gettext_lazy("Standfirst"),
    "body": gettext_lazy("Text"),
    "seo_title": gettext_lazy("Title for search engines"),
    "seo_description": gettext_lazy("Description for search engines"),
    "questions": gettext_lazy("Questions"),
}
_BOUND = re.compile(r"<data value=\"[^\"]*\">([^<]*)</data>")
_STEPS = {
    Verb.SAVE: gettext_lazy("Saved"),
    Verb.SEND_TO_REVIEW: gettext_lazy("Sent to review"),
    Verb.SEND_BACK: gettext_lazy("Sent back"),
    Verb.SCHEDULE: pgettext_lazy("step of an article", "Scheduled"),
    Verb.UNSCHEDULE: gettext_lazy("Taken off the schedule"),
    Verb.PUBLISH: gettext_lazy("Published"),
    Verb.REVISE: gettext_lazy("Changed"),
    Verb.WITHDRAW: gettext_lazy("Withdrawn"),
}
_State = Article.State
# What became of a promise when its moment came: see articles.publishing.promises.
_BY_ITSELF = {
    _State.PUBLISHED: gettext_lazy("Published at its moment"),
    _State.REVIEW: gettext_lazy("Not ready at its moment"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One row of the history, as a list shows it; `number` counts from 1, the oldest."""

    row: Any
    number: int
    step: Any
    was_public: bool

    @property
    def reason(self) -> str:
        """What was said for it, where that is more than the name of the step: that is stored in
        the language of whoever took it."""
        said = self.row.history_change_reason or ""
        return "" if said in _in_all_languages(self.step) else said


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an article that differs between two versions."""

    name: str
    label: Any
    html: SafeString


def of_article(article: Article) -> list[Version]:
    """Every version, newest first. Three queries."""
    history: Any = Article.history
    rows = history.filter(id=article.pk).select_related("history_user").order_by("history_id")
    kinds = {change.made_at: change for change in article.changes.all()}
    found, before = [], None
    for number, row in enumerate(rows, start=1):
        public = row.state == _State.PUBLISHED
        found.append(Version(row, number, _step(before, row, kinds), public))
        before = row
    return found[::-1]


def put_back(version: Any, article: Article) -> None:
    """The words of a version into the article. The article is not saved."""
    for name in WORDS:
        setattr(article, name, getattr(version, name))


def questions_of(version: Any) -> list[ArticleQuestion]:
    """What stood under the article while this version was its newest, in order.

    Questions are stored after their article, so they are read just before its next version.
    """
    history: Any = Article.history
    later = history.filter(id=version.id, history_id__gt=version.history_id)
    following = later.order_by("history_id").values_list("history_date", flat=True).first()
    if following is None:
        return list(ArticleQuestion.objects.filter(article=version.id).select_related("bank"))
    asked: Any = ArticleQuestion.history
    rows = asked.as_of(following).filter(article=version.id)
    return sorted(rows, key=lambda row: (row.position, row.pk))


def as_read(version: Any) -> Article:
    """The article as this version was read, for its page: the words of its figures are those
    that were stored with it, and so do not move with the record any more."""
    article = Article.objects.for_page().get(pk=version.id)
    put_back(version, article)
    article.slug, article.state = version.slug, version.state
    article.published_at, article.updated_at = version.published_at, version.updated_at
    article.update_note = version.update_note
    article.body = without_bindings(article.body)
    questions = questions_of(version)
    for question in questions:
        question.article = article
        question.own_answer = without_bindings(question.own_answer)
    # As prefetch_related would leave them: the page reads article.questions.all().
    vars(article).setdefault("_prefetched_objects_cache", {})["questions"] = questions
    return article


def without_bindings(html: str) -> str:
    """The text with its figures as plain words."""
    return _BOUND.sub(r"\1", html)


def compare(
    before: dict[str, str], after: dict[str, str], names: Iterable[str] = LABELS
) -> list[Difference]:
    """The parts in which two texts, as `texts_of` gives them, differ."""
    return [
        Difference(
            name, LABELS[name], differences.as_html(differences.parts(before[name], after[name]))
        )
        for name in names
        if before[name] != after[name]
    ]


def texts_of(version: Any, questions: Sequence[ArticleQuestion]) -> dict[str, str]:
    """The parts of an article, or of a version of it, as plain text for a comparison."""
    texts = {name: getattr(version, name) for name in LABELS if name != "questions"}
    texts["body"] = differences.lines_of(texts["body"])
    texts["questions"] = "\n".join(_question(row) for row in questions)
    return texts


def _question(row: ArticleQuestion) -> str:
    if row.bank_id and not row.own_question:
        return _("%(question)s (from the bank)") % {"question": row.bank}
    return f"{row.own_question}\n{differences.lines_of(row.own_answer)}"


def _in_all_languages(words: Any) -> set[str]:
    found = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.add(str(words))
    return found


def _step(before: Any, row: Any, kinds: dict[Any, ArticleChange]) -> Any:
    change = kinds.get(row.history_date)
    if before is None:
        return gettext_lazy("Begun")
    if before.state == row.state == _State.PUBLISHED and change:
        return ArticleChange.Kind(change.kind).label
    if before.state == _State.SCHEDULED and row.history_user_id is None:
        return _BY_ITSELF.get(row.state) or _STEPS[_verb(before.state, row.state)]
    return _STEPS[_verb(before.state, row.state)]


def _verb(before: str, after: str) -> Verb:
    if before == after:
        same = {_State.PUBLISHED: Verb.REVISE, _State.SCHEDULED: Verb.SCHEDULE}
        return same.get(_State(after), Verb.SAVE)
    if after == _State.REVIEW and before == _State.SCHEDULED:
        return Verb.UNSCHEDULE
    reached = {
        _State.DRAFT: Verb.SEND_BACK,
        _State.REVIEW: Verb.SEND_TO_REVIEW,
        _State.SCHEDULED: Verb.SCHEDULE,
        _State.PUBLISHED: Verb.PUBLISH,
        _State.WITHDRAWN: Verb.WITHDRAW,
    }
    return reached[_State(after)]
