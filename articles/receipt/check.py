"""Reading an article against the record, and keeping what was found: its receipt."""

import datetime as dt
import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import astuple, fields
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from articles import rules
from articles.claims import Claim, Record, Texts, Verdict, read
from articles.models import Article, ClaimCheck, DeskTask
from articles.receipt.counting import count
from articles.receipt.overrides import reasons_of
from articles.receipt.texts import present_texts
from publish import editions

logger = logging.getLogger(__name__)

# How much of a sentence is kept: as much as a decision against the record keeps.
LONGEST_TEXT, LONGEST_VALUE = 500, 200
# Grows when the same text would be read differently: receipts made before are made again.
READING = 3
_NAMES = [part.name for part in fields(Claim)]


class Unread(Exception):
    """The reading itself failed; nothing is known of the statements of this article."""


def moment_of(article: Article, now: dt.datetime) -> dt.datetime:
    """As of when an article speaks: news of a draw of its own last change, all others of now.

    "The lowest since May" in the report of a draw stays true; in a guide it does not.
    """
    story = article.story
    reports = story.draw_id is not None or story.event_id is not None
    if reports and article.state == Article.State.PUBLISHED:
        return article.changed_at or now
    return now


def check_now(article: Article, as_of: dt.datetime | None = None) -> ClaimCheck:
    """Read an article as stored and keep what was found. The same text is not read again against
    the same edition. Raises Unread.
    """
    as_of = as_of or moment_of(article, timezone.now())
    edition = editions.current().number
    texts = present_texts([article])[article.pk]
    digest = digest_of(texts, as_of)
    kept = ClaimCheck.objects.filter(article=article).first()
    if kept and (kept.digest, kept.edition) == (digest, edition):
        return kept
    claims = claims_of(article, texts, as_of)
    made = receipt_of(article, texts, claims)
    made.digest, made.edition = digest, edition
    values = {field: getattr(made, field) for field in FIELDS}
    return ClaimCheck.objects.update_or_create(article=article, defaults=values)[0]


def renew(article: Article) -> None:
    """A new receipt for an article that readers see. News does not wait for a reading that fails:
    that is logged, and the old receipt, of another text, is taken away."""
    if article.state != Article.State.PUBLISHED:
        return
    try:
        _close_tasks(check_now(Article.objects.for_page().get(pk=article.pk)))
    except Unread:
        ClaimCheck.objects.filter(article=article.pk).delete()


def _close_tasks(check: ClaimCheck) -> None:
    """What was put right leaves the desk at once. New tasks are made by the nightly reading."""
    wrong = [
        each["text"][:200]
        for each in check.claims
        if each["verdict"] == Verdict.CONTRADICTED and not each["reason"]
    ]
    waiting = DeskTask.objects.open().filter(article=check.article_id, kind=DeskTask.Kind.CLAIM)
    waiting.exclude(subject__in=wrong).update(done_at=timezone.now())


def claims_of(
    article: Article, texts: Texts, as_of: dt.datetime, known: Record | None = None
) -> list[Claim]:
    """What the engine finds in these texts of an article. Raises Unread."""
    try:
        return read(texts, language=article.language, as_of=as_of, known=known)
    except DatabaseError:
        raise
    except Exception as failed:
        logger.exception("the statements of %s could not be read", article.subject)
        raise Unread(article.subject) from failed


# What a reading replaces of a receipt.
FIELDS = (
    *("checked_at", "edition", "digest", "figures", "bound"),
    *("true", "contradicted", "undecided", "claims"),
)


def receipt_of(article: Article, texts: Texts, claims: Iterable[Claim]) -> ClaimCheck:
    """The receipt for a reading, not stored; without its digest and edition."""
    claims = list(claims)
    figures, bound = count(texts)
    reasons = reasons_of(article)
    verdicts = [claim.verdict for claim in claims]
    return ClaimCheck(
        article=article,
        checked_at=timezone.now(),
        figures=figures,
        bound=bound,
        true=verdicts.count(Verdict.TRUE),
        contradicted=verdicts.count(Verdict.CONTRADICTED),
        undecided=verdicts.count(Verdict.UNDECIDABLE),
        claims=[kept(claim, reasons.get(identity(claim), "")) for claim in claims],
    )


def kept(claim: Claim, reason: str = "") -> dict[str, Any]:
    """A statement as it is stored; `reason`: why a Publisher left it against the record."""
    written = {name: getattr(claim, name) for name in _NAMES}
    written |= {"kind": str(claim.kind), "verdict": str(claim.verdict)}
    text, found, expected = identity(claim)
    return written | {"text": text, "found": found, "expected": expected, "reason": reason}


def identity(claim: Claim) -> tuple[str, str, str]:
    """Which statement it is, whatever stands around it: as decisions name it."""
    return claim.text[:LONGEST_TEXT], claim.found[:LONGEST_VALUE], claim.expected[:LONGEST_VALUE]


def digest_of(texts: Texts, as_of: dt.datetime) -> str:
    """Of what is read, of the day as of which it speaks, and of the rules that it is judged by."""
    said = [astuple(texts), f"{as_of:%Y-%m-%d}", rules.digest(), READING]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
