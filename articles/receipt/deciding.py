"""What an editor does about a statement: put the right words there, or let it stand."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles import audit, publishing
from articles.receipt import overrides
from articles.receipt.panel import claims_in, figures_for, find, instead
from articles.receipt.replacing import replaced
from articles.receipt.written import Written


class Gone(ValidationError):
    """The statement is not, or no longer, what somebody decided about."""


def put_right(written: Written, key: str, *, by: Any, version: int | None) -> None:
    """Save the draft with the right words in the statement of this key, a bound figure where there
    is one. Raises Gone, Unread, and what publishing.save_draft raises.
    """
    article, claim = written.article, find(claims_in(written), key)
    if article is None or claim is None:
        raise Gone(_("The text has changed since: nothing was replaced."))
    words, address = instead(claim, figures_for([claim], written.language))
    texts = replaced(written.texts, claim, words, address) if words else None
    if texts is None:
        raise Gone(_("These words cannot be replaced here: change them in the text."))
    article.headline, article.standfirst = texts.headline, texts.standfirst
    article.body = texts.body_html
    publishing.save_draft(
        article, by=by, reason=_("Put in the figure of the record"), version=version
    )


def let_stand(written: Written, key: str, *, by: Any, reason: str) -> None:
    """Leave the statement of this key against the record. Raises Gone, Unread, PermissionDenied,
    and ValidationError without a reason.
    """
    article, claim = written.article, find(claims_in(written), key)
    if article is None or claim is None or not claim.is_contradicted:
        raise Gone(_("The text has changed since: nothing was noted."))
    overrides.leave(article, claim, by=by, reason=reason)
    audit.note("claim.left", by=by, of=article)
