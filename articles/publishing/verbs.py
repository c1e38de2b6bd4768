"""The steps of an article. Each is one transaction and takes

- `by`: who does it, None for the site itself, which may do whatever can be done;
- `reason`: why, for the history, of at most LONGEST_REASON characters;
- `questions`: what stands under the article from now on; None leaves what is there;
- `version`: version_of the article when the change of it was begun; None skips the question.

Each raises ValidationError for values that no article may have, and Outrun, WrongState and
NotAllowed of articles.publishing.refusals. Nothing is written where one is raised.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Article, ArticleChange
from articles.publishing.promises import close_missed
from articles.publishing.readiness import demand_passage, demand_ready, held
from articles.publishing.refusals import NotAllowed, NotReady
from articles.publishing.storing import Questions, settle, step, store
from articles.publishing.telling import announce, tell
from articles.workflow import roles
from articles.workflow.transitions import Verb
from articles.workflow.versions import put_back, questions_of
from ingest.models import Revision

State, Kind = Article.State, ArticleChange.Kind


def save_draft(
    article: Article,
    *,
    by: Any,
    reason: str = "",
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Store an article that readers do not see: its state stays as it is."""
    with step(article, Verb.SAVE, by=by, version=version) as stored:
        store(article, stored, by, reason, questions)
        settle(article)
    return article


def send_to_review(
    article: Article,
    *,
    by: Any,
    reason: str = "",
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Hand a draft to the editors. What the gates find does not stop it: see gate_findings.

    Raises NotReady for a draft that the site holds.
    """
    with step(article, Verb.SEND_TO_REVIEW, by=by, version=version) as stored:
        if article.held_because:
            raise NotReady([held(article)])
        article.state = State.REVIEW
        store(article, stored, by, reason or _("Sent to review"), questions)
        settle(article)
    return article


def send_back(
    article: Article,
    *,
    by: Any,
    reason: str,
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Return an article to its reporter, who reads the reason in its history and its form."""
    with step(article, Verb.SEND_BACK, by=by, version=version) as stored:
        _demand_reason(reason)
        article.state, article.scheduled_for = State.DRAFT, None
        store(article, stored, by, reason, questions)
        settle(article)
    return article


def release(article: Article, *, by: Any, reason: str = "", version: int | None = None) -> Article:
    """Let a draft that the site held go on its way: an editor has looked at what was wrong."""
    with step(article, Verb.RELEASE, by=by, version=version) as stored:
        article.held_because = ""
        store(article, stored, by, reason or _("Released"), None)
    return article


def schedule(
    article: Article,
    *,
    at: datetime,
    by: Any,
    reason: str = "",
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Promise an article for a moment to come; see publish_due. Again to move the promise.

    Raises NotReady if something is missing or the moment has passed.
    """
    if at <= timezone.now():
        raise NotReady([_("This moment has passed: choose a later one, or publish now.")])
    with step(article, Verb.SCHEDULE, by=by, version=version) as stored:
        demand_ready(article)
        article.state, article.scheduled_for = State.SCHEDULED, at
        _approve(
            article, stored, by, reason or pgettext("step of an article", "Scheduled"), questions
        )
    return article


def unschedule(
    article: Article,
    *,
    by: Any,
    reason: str = "",
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Take back the promise: the article waits in review."""
    with step(article, Verb.UNSCHEDULE, by=by, version=version) as stored:
        article.state, article.scheduled_for = State.REVIEW, None
        store(article, stored, by, reason or _("Taken off the schedule"), questions)
        settle(article)
    return article


def publish(
    article: Article,
    *,
    by: Any,
    reason: str = "",
    at: datetime | None = None,
    questions: Questions = None,
    version: int | None = None,
) -> Article:
    """Make an article public now. One that was public before keeps its first moment.

    `at` is for the site alone: a moment in the past at which the article came out elsewhere.
    Raises NotReady if something is missing.
    """
    now = timezone.now()
    if at is not None and (by is not None or at > now):
        raise ValueError("A moment to come is for schedule, one in the past for the site itself.")
    with step(article, Verb.PUBLISH, by=by, version=version) as stored:
        demand_ready(article)
        article.published_at = at or article.published_at or now
        article.state, article.scheduled_for = State.PUBLISHED, None
        _approve(article, stored, by, reason or _("Published"), questions)
        announce(article, now)
    return article


def revise(
    article: Article,
    *,
    by: Any,
    kind: str = Kind.TYPING,
    sentence: str = "",
    reason: str = "",
    at: datetime | None = None,
    questions: Questions = None,
    revision: Revision | None = None,
    version: int | None = None,
) -> Article:
    """Change a published article and note the kind of change.

    A typing error leaves the time of update; an update and a correction set it to `at` or now,
    and translations are outdated. `sentence` is for readers, at most 300 characters; a
    correction without one is a ValidationError. `revision`: the official change that made it.
    """
    kind, sentence, now = Kind(kind), sentence.strip(), at or timezone.now()
    if kind == Kind.CORRECTION and not sentence:
        raise ValidationError(_("Write the sentence that tells readers what was wrong."))
    with step(article, Verb.REVISE, by=by, version=version) as stored:
        demand_ready(article)
        if kind != Kind.TYPING:
            article.updated_at, article.update_note = now, sentence[:200]
        why = reason or sentence or str(kind.label)
        store(article, stored, by, why, questions)
        # The same moment as in the history: that is how a version is told to be this change.
        made_at = at or article.history.order_by("-history_id")[0].history_date
        _note_change(article, kind, sentence, by=by, at=made_at, revision=revision)
        settle(article)
        demand_passage(article, by)
        tell("article.changed", article, why)
    return article


def restore(
    version: Any,
    *,
    by: Any,
    reason: str = "",
    kind: str = Kind.TYPING,
    sentence: str = "",
    seen: int | None = None,
) -> Article:
    """Put the words and questions of an old version, a row of Article.history, into the article.

    That makes a new version and leaves all others; a published article is revised with `kind`
    and `sentence`. `seen`: version_of the article as whoever restores saw it.
    """
    article = Article.objects.get(pk=version.id)
    questions = questions_of(version)
    put_back(version, article)
    why = reason or _("Restored the version of %(date)s") % {
        "date": f"{version.history_date:%Y-%m-%d %H:%M} UTC"
    }
    given: dict[str, Any] = {"by": by, "reason": why, "questions": questions, "version": seen}
    if article.state == State.PUBLISHED:
        return revise(article, kind=kind, sentence=sentence, **given)
    return save_draft(article, **given)


def withdraw(article: Article, *, by: Any, reason: str, version: int | None = None) -> Article:
    """Take an article from readers. Its address and its history stay."""
    with step(article, Verb.WITHDRAW, by=by, version=version) as stored:
        _demand_reason(reason)
        was_public = article.announced_at is not None
        article.state, article.announced_at = State.WITHDRAWN, None
        store(article, stored, by, reason)
        if was_public:
            tell("article.withdrawn", article, reason)
    return article


def _approve(
    article: Article, stored: Article | None, by: Any, reason: str, questions: Questions
) -> None:
    """Store words on their way to readers: somebody else wrote them, and they pass the gates."""
    store(article, stored, by, reason, questions)
    if roles.is_own_work(by, article):
        raise NotAllowed(roles.own_work(by, article))
    settle(article)
    demand_passage(article, by)
    close_missed(article)


def _note_change(
    article: Article, kind: str, sentence: str, *, by: Any, at: datetime, revision: Revision | None
) -> None:
    change = ArticleChange(
        article=article, kind=kind, sentence=sentence, made_at=at, by=by, revision=revision
    )
    change.full_clean()
    change.save()


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError(_("Say why: it stands in the history of the article."))
