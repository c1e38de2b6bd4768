"""The only way into the newsroom's tables: every change of what readers see goes through here.

Each verb is one transaction: the rows, their history with who and why, the stored words of bound
figures, redirects, tasks, and where readers see a difference the next edition and an event.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles import desk
from articles.bindings import refresh
from articles.models import Article, ArticleQuestion, Author, Byline, SlugRedirect, Story, Topic
from articles.prose import sanitise
from ingest import events
from publish import editions

# As long as a reason may be in the history.
LONGEST_REASON = 100
Questions = Iterable[ArticleQuestion] | None


class NotReady(ValidationError):
    """The article lacks something that every published article has."""


def save_draft(
    article: Article, *, by: Any, reason: str = "", questions: Questions = None
) -> Article:
    """Store an article that readers do not see. `questions`, where given, replace those under it.

    Raises ValidationError for values that no article may have.
    """
    if article.state != Article.State.DRAFT:
        raise ValueError("A published article is changed with revise, or withdrawn first.")
    with transaction.atomic():
        _store(article, by, reason or _("Draft saved"), questions)
        settle(article)
    return article


def publish(
    article: Article,
    *,
    by: Any,
    reason: str = "",
    at: datetime | None = None,
    questions: Questions = None,
) -> Article:
    """Make an article public, now or at a later moment.

    Raises NotReady if something is missing. An article that was public before keeps its first
    moment unless `at` is given.
    """
    now = timezone.now()
    article.state = Article.State.PUBLISHED
    article.published_at = at or article.published_at or now
    with transaction.atomic():
        _demand_ready(article)
        _store(article, by, reason or _("Published"), questions)
        if article.published_at <= now and article.announced_at is None:
            _announce(article, now)
        settle(article)
    return article


def revise(
    article: Article,
    *,
    by: Any,
    reason: str,
    note: str = "",
    at: datetime | None = None,
    questions: Questions = None,
) -> Article:
    """Change a published article.

    With a `note`, one line for readers, the article counts as updated: its time of update is
    `at` or now, and translations of it are outdated. Without one it is a small correction.
    """
    if article.state != Article.State.PUBLISHED:
        raise ValueError("Only a published article can be revised.")
    if note:
        article.updated_at, article.update_note = at or timezone.now(), note
    with transaction.atomic():
        _demand_ready(article)
        _store(article, by, reason, questions)
        if article.announced_at:
            _tell("article.changed", article, reason)
        settle(article)
    return article


def withdraw(article: Article, *, by: Any, reason: str) -> Article:
    """Take an article from readers. It stays as a draft, with its address and its history."""
    was_public = article.announced_at is not None
    article.state, article.announced_at = Article.State.DRAFT, None
    with transaction.atomic():
        _store(article, by, reason, None)
        if was_public:
            _tell("article.withdrawn", article, reason)
    return article


def save_story(
    story: Story,
    *,
    by: Any,
    reason: str = "",
    authors: Sequence[Author] | None = None,
    topics: Iterable[Topic] | None = None,
) -> Story:
    """Store what both sides share. `authors`, in order, and `topics` replace those it has."""
    with transaction.atomic():
        story.full_clean()
        _with_history(story, by, reason).save()
        if authors is not None:
            story.bylines.all().delete()
            rows = enumerate(authors)
            Byline.objects.bulk_create(
                Byline(story=story, author=author, position=place) for place, author in rows
            )
        if topics is not None:
            story.topics.set(topics)
        tell_of_story(story, reason)
    return story


def tell_of_story(story: Story, reason: str = "") -> None:
    """What both sides share has changed: pages and feeds of its public sides are new."""
    for article in story.sides.filter(announced_at__isnull=False):
        _tell("article.changed", article, reason)


def save(row: models.Model, *, by: Any, reason: str = "") -> models.Model:
    """Store anything else that pages show: a category, an author, a picture, an advertisement."""
    with transaction.atomic():
        row.full_clean()
        _with_history(row, by, reason)
        for language in ("en", "fr"):
            refresh(row, language, suffix=f"_{language}")
        row.save()
        begin_edition(row)
    return row


def delete(row: models.Model, *, by: Any, reason: str = "") -> None:
    """Remove anything else that pages show."""
    with transaction.atomic():
        begin_edition(row)
        _with_history(row, by, reason).delete()


def begin_edition(row: models.Model) -> int:
    """Something that pages show has changed."""
    return editions.advance(f"{row._meta.model_name}/{row.pk}")


def order_changed(model: type[models.Model]) -> int:
    """Rows that pages show stand in a new order."""
    return editions.advance(f"{model._meta.model_name}: new order")


def settle(article: Article) -> None:
    """Bring what hangs on an article in line with it: links to its questions, the words of their
    figures, the tasks for what leads nowhere. Call it once its questions are stored."""
    taken = set(article.questions.exclude(slug="").values_list("slug", flat=True))
    for question in article.questions.select_related("bank"):
        if not question.slug and question.bank is None:
            question.slug = _free_slug(question.own_question, taken)
        refresh(question, article.language)
        question.save()
    desk.check(Article.objects.for_page().get(pk=article.pk))


def version_of(article: Article) -> int:
    """A number that grows each time the article is stored; 0 before the first."""
    newest = article.history.order_by("-history_id").values_list("history_id", flat=True)
    return (newest.first() or 0) if article.pk else 0


def obstacles(article: Article) -> list[str]:
    """What is missing before readers may see an article."""
    story, found = article.story, []
    if not sanitise(article.body):
        found.append(_("The article has no text."))
    if not article.standfirst.strip():
        found.append(_("The article has no standfirst."))
    if not story.bylines.exists():
        found.append(_("The story has no author."))
    if story.hero and not story.hero.alt:
        found.append(_("The picture at the top has no description."))
    return found


def announce_due(now: datetime | None = None) -> int:
    """Announce what was to be published by now; returns how many articles that were."""
    now = now or timezone.now()
    with transaction.atomic():
        due = list(Article.objects.due(now).select_for_update())
        for article in due:
            _announce(article, now)
    return len(due)


def _demand_ready(article: Article) -> None:
    if found := obstacles(article):
        raise NotReady(found)


def _store(article: Article, by: Any, reason: str, questions: Questions) -> None:
    refresh(article, article.language)
    article.full_clean()
    _keep_address(article)
    _with_history(article, by, reason).save()
    if questions is None:
        return
    article.questions.all().delete()
    for position, question in enumerate(questions):
        question.pk, question.article, question.position = None, article, position
        question.full_clean()
        question.save(force_insert=True)


def _with_history(row: models.Model, by: Any, reason: str) -> Any:
    """The row, with what django-simple-history writes beside its next version."""
    marked: Any = row
    marked._history_user = by
    marked._change_reason = reason[:LONGEST_REASON]
    return marked


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


def _announce(article: Article, now: datetime) -> None:
    article.announced_at = now
    Article.objects.filter(pk=article.pk).update(announced_at=now)
    _tell("article.published", article, "")


def _tell(kind: str, article: Article, reason: str) -> None:
    edition = editions.advance(f"{article.subject}: {kind}")
    events.emit(
        kind,
        article.subject,
        edition,
        story=article.story_id,
        language=article.language,
        reason=reason,
    )
