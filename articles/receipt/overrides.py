"""Statements that stand against the record because a Publisher said why."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.claims import Claim
from articles.models import Article, ClaimOverride

PERMISSION = "articles.override_claims"
Identity = tuple[str, str, str]


def reasons_of(article: Article) -> dict[Identity, str]:
    """Why each statement was left as it is, by what it says and what the record says.

    A record that changes again asks for a new decision. Reads `claim_overrides`, which the
    nightly reading prefetches.
    """
    decided = article.claim_overrides.all() if article.pk else ()
    return {(row.text, row.found, row.expected): row.reason for row in reversed(list(decided))}


def leave(article: Article, claim: Claim, *, by: Any, reason: str) -> ClaimOverride:
    """Let a contradicted statement stand, with the reason why.

    Raises PermissionDenied for those who may not, and ValidationError without a reason.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied(_("Only a Publisher may leave a statement against the record."))
    made = ClaimOverride(
        article=article,
        text=claim.text[:500],
        found=claim.found[:200],
        expected=claim.expected[:200],
        reason=reason.strip(),
        by=by,
        made_at=timezone.now(),
    )
    if not made.reason:
        raise ValidationError({"reason": _("Say why: the reason is kept.")})
    made.clean_fields(exclude=["expected", "found"])
    made.save()
    return made
