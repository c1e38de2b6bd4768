"""The gate of publishing: what the record contradicts does not go out, unless somebody says why."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.claims import Claim
from articles.models import Article
from articles.receipt.check import Unread, claims_of, identity, moment_of
from articles.receipt.overrides import reasons_of
from articles.receipt.texts import present_texts


def obstacles(article: Article, by: Any) -> list[str]:
    """A sentence for each statement of a stored article that the record contradicts and that no
    Publisher has let stand. A reading that fails stops nobody."""
    read = Article.objects.for_page().get(pk=article.pk)
    as_of = moment_of(read, timezone.now())
    try:
        claims = claims_of(read, present_texts([read])[read.pk], as_of)
    except Unread:
        return []
    decided = reasons_of(read)
    standing = [c for c in claims if c.is_contradicted and identity(c) not in decided]
    return list(dict.fromkeys(map(sentence, standing)))


def sentence(claim: Claim) -> str:
    """What is wrong with a statement, for somebody who has to put it right."""
    if not claim.expected:
        return _("“%(text)s” is contradicted by the record (%(source)s).") % {
            "text": claim.text[:200],
            "source": claim.source,
        }
    return _("“%(text)s” says %(found)s; the record has %(expected)s (%(source)s).") % {
        "text": claim.text[:200],
        "found": claim.found[:200],
        "expected": claim.expected[:200],
        "source": claim.source,
    }
