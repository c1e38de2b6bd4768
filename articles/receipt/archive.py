"""Reading everything that readers see again: what became false since goes to the desk."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.claims import Claim, Record, Texts
from articles.claims import stored as stored_record
from articles.models import Article, ArticleQuestion, ClaimCheck, DeskTask
from articles.receipt.check import (
    FIELDS,
    Unread,
    claims_of,
    digest_of,
    identity,
    moment_of,
    receipt_of,
)
from articles.receipt.gate import sentence
from articles.receipt.overrides import reasons_of
from articles.receipt.texts import present_texts
from publish import editions

# Articles are read in portions, so that the archive needs no more memory each year.
PORTION = 100
# What readers see, and what will come out by itself.
READ = (Article.State.PUBLISHED, Article.State.SCHEDULED)
KIND = DeskTask.Kind.CLAIM


@dataclass(slots=True)
class Outcome:
    """How many articles were read, how many could not be, how many statements in them are
    contradicted and not left so, and how many receipts say something else than before."""

    articles: int = 0
    unread: int = 0
    contradicted: int = 0
    changed: int = 0


def read_archive(now: datetime | None = None, portion: int = PORTION) -> Outcome:
    """Read every article against the record of now: new receipts, tasks for what the record
    contradicts, and an end to those for what it no longer does. No text is changed.
    """
    now = now or timezone.now()
    outcome = _read_all(_rows(), now, portion)
    # What left the readers has nothing to put right before it comes back.
    gone = DeskTask.objects.open().filter(kind=KIND).exclude(article__state__in=READ)
    gone.update(done_at=now)
    _tell(outcome)
    return outcome


def read_about(draw: str, now: datetime | None = None) -> Outcome:
    """Read what readers see of one draw, by its number: articles on it, that show a figure of it,
    or whose receipt judges by it. Nothing waits for the night to say what the record now has.
    """
    about = (
        Q(story__draw__number=draw)
        | Q(body__contains=f"draw/{draw}")
        | Q(claim_check__claims__icontains=f"/draws/{draw}/")
    )
    outcome = _read_all(_rows().filter(about), now or timezone.now(), PORTION)
    _tell(outcome)
    return outcome


def _read_all(rows: QuerySet[Article], now: datetime, portion: int) -> Outcome:
    known, edition, outcome = stored_record(), editions.current().number, Outcome()
    for articles in _portions(rows, portion):
        _read(articles, known, edition, now, outcome)
    return outcome


def _tell(outcome: Outcome) -> None:
    """Pages are kept for as long as an edition lasts, and receipts are parts of pages."""
    if outcome.changed:
        editions.advance("receipts read again")


def _portions(rows: QuerySet[Article], size: int) -> Iterator[list[Article]]:
    last = 0
    while portion := list(rows.filter(pk__gt=last)[:size]):
        yield portion
        last = portion[-1].pk


def _rows() -> QuerySet[Article]:
    """Everything that a reading asks of an article: six queries a portion."""
    asked = Prefetch("questions", ArticleQuestion.objects.select_related("bank", "article"))
    waiting = Prefetch("tasks", DeskTask.objects.open().filter(kind=KIND), to_attr="waiting")
    return (
        Article.objects.filter(state__in=READ)
        .order_by("pk")
        .select_related("story__hero", "story__draw", "claim_check")
        .prefetch_related(asked, waiting, "claim_overrides")
    )


def _read(
    articles: list[Article], known: Record, edition: int, now: datetime, outcome: Outcome
) -> None:
    texts = present_texts(articles)
    made: list[ClaimCheck] = []
    found: dict[int, Mapping[str, str]] = {}
    for article in articles:
        outcome.articles += 1
        # Before the new receipt: that takes the place of the old one on the article.
        before = getattr(article, "claim_check", None)
        as_of = moment_of(article, now)
        try:
            claims = claims_of(article, texts[article.pk], as_of, known)
        except Unread:
            outcome.unread += 1
            continue
        found[article.pk] = _wrong(article, claims)
        outcome.contradicted += len(found[article.pk])
        made.append(_receipt(article, texts[article.pk], claims, as_of, edition, now))
        outcome.changed += _says_other(made[-1], before)
    # Only now, for a moment: a writer who waits for this would wait for the whole portion.
    with transaction.atomic():
        newer = _read_since(now, found)
        ClaimCheck.objects.bulk_create(
            [each for each in made if each.article_id not in newer],
            update_conflicts=True,
            unique_fields=["article"],
            update_fields=FIELDS,
        )
        _settle([each for each in articles if each.pk in found], found, now)


def _read_since(now: datetime, keys: Iterable[int]) -> set[int]:
    """Articles that somebody changed while this reading was under way."""
    newer = ClaimCheck.objects.filter(article__in=list(keys), checked_at__gt=now)
    return set(newer.values_list("article_id", flat=True))


def _receipt(
    article: Article,
    texts: Texts,
    claims: Iterable[Claim],
    as_of: datetime,
    edition: int,
    now: datetime,
) -> ClaimCheck:
    made = receipt_of(article, texts, claims)
    made.checked_at, made.edition, made.digest = now, edition, digest_of(texts, as_of)
    return made


def _says_other(new: ClaimCheck, old: ClaimCheck | None) -> bool:
    counts = ("figures", "bound", "claims")
    return old is None or any(getattr(new, name) != getattr(old, name) for name in counts)


def _wrong(article: Article, claims: Iterable[Claim]) -> dict[str, str]:
    """What stands against the record by the sentence in which it stands: tasks by subject."""
    decided = reasons_of(article)
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.is_contradicted and identity(claim) not in decided:
            found.setdefault(claim.text[:200], []).append(sentence(claim))
    return {subject: " ".join(dict.fromkeys(lines)) for subject, lines in found.items()}


def _settle(articles: list[Article], found: Mapping[int, Mapping[str, str]], now: datetime) -> None:
    """One open task for each sentence that is wrong, none for those that are right."""
    gone: list[int] = []
    new: list[DeskTask] = []
    for article in articles:
        waiting = {task.subject: task for task in article.waiting}  # type: ignore[attr-defined]
        wrong = found[article.pk]
        gone += [task.pk for subject, task in waiting.items() if subject not in wrong]
        new += [
            DeskTask(
                kind=KIND,
                article=article,
                subject=subject,
                message=_message(article, words),
                created_at=now,
            )
            for subject, words in wrong.items()
            if subject not in waiting
        ]
    if gone:
        DeskTask.objects.filter(pk__in=gone).update(done_at=now)
    DeskTask.objects.bulk_create(new, ignore_conflicts=True)


def _message(article: Article, words: str) -> str:
    return _("In “%(headline)s”: %(words)s") % {"headline": article.headline, "words": words}
