"""What the desk shows beside a text: each statement in it, and what can be done about it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.claims import Claim, Verdict
from articles.figures import resolve_all
from articles.models import Article
from articles.receipt.check import Unread, claims_of, identity, moment_of
from articles.receipt.counting import count
from articles.receipt.overrides import PERMISSION, reasons_of
from articles.receipt.shown import SIGNS, in_words, label_of, local
from articles.receipt.written import Written
from publish.figures import Figure

# Parts of an article that a form has as one field each.
FIELDS = frozenset({"headline", "standfirst", "body"})


@dataclass(frozen=True, slots=True)
class Line:
    """One statement. `words` is what would stand in place of `found`, "" where nothing can;
    `address` binds it; `needs_script` where only the browser can put it there."""

    key: str
    text: str
    found: str
    where: str
    place: str
    sign: str
    said: str
    path: str
    label: str
    words: str = ""
    address: str = ""
    needs_script: bool = False
    reason: str = ""

    @property
    def binds(self) -> bool:
        return bool(self.address)


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything beside a text. `failed`: the reading itself did not work, so nothing is known."""

    wrong: Sequence[Line] = ()
    true: Sequence[Line] = ()
    open: Sequence[Line] = ()
    figures: int = 0
    bound: int = 0
    article: Article | None = None
    may_leave: bool = False
    failed: bool = False

    @property
    def stopping(self) -> int:
        """How many statements stand in the way of publishing."""
        return sum(not line.reason for line in self.wrong)

    @property
    def unbound(self) -> int:
        return self.figures - self.bound


def panel_of(written: Written, user: Any) -> Panel:
    """What the record says of a text, for somebody who may write it."""
    article = written.article
    may_leave = article is not None and user.has_perm(PERMISSION)
    try:
        claims = claims_in(written)
    except Unread:
        return Panel(article=article, failed=True)
    figures, bound = count(written.texts)
    lines = _lines(claims, written)
    return Panel(
        wrong=lines[Verdict.CONTRADICTED],
        true=lines[Verdict.TRUE],
        open=lines[Verdict.UNDECIDABLE],
        figures=figures,
        bound=bound,
        article=article,
        may_leave=may_leave,
    )


def claims_in(written: Written) -> list[Claim]:
    """The statements of a text that may not be stored. Raises Unread."""
    now = timezone.now()
    article = written.article or Article(language=written.language)
    as_of = moment_of(article, now) if written.article else now
    return claims_of(article, written.texts, as_of)


def find(claims: Iterable[Claim], key: str) -> Claim | None:
    """The contradicted or agreeing statement that a button stands for."""
    return next((claim for claim in claims if key_of(claim) == key), None)


def key_of(claim: Claim) -> str:
    said = [*identity(claim), claim.where, str(claim.place), str(claim.start)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def figures_for(claims: Iterable[Claim], language: str) -> Mapping[str, Figure]:
    """The figures that would replace words."""
    return resolve_all({claim.figure for claim in claims if claim.figure}, language)


def instead(claim: Claim, figures: Mapping[str, Figure]) -> tuple[str, str]:
    """(words, address) that would stand in place of what was found; ("", "") for nothing."""
    if claim.bound or claim.verdict is Verdict.UNDECIDABLE:
        return "", ""
    figure = figures.get(claim.figure)
    if figure is not None and claim.where not in ("headline", "standfirst", "caption"):
        return figure.text, claim.figure
    return (claim.expected, "") if claim.is_contradicted else ("", "")


def _lines(claims: Sequence[Claim], written: Written) -> dict[Verdict, list[Line]]:
    figures = figures_for(claims, written.language)
    reasons = reasons_of(written.article) if written.article else {}
    found: dict[Verdict, list[Line]] = {verdict: [] for verdict in Verdict}
    for claim in claims:
        reason = reasons.get(identity(claim), "") if claim.is_contradicted else ""
        words, address = instead(claim, figures)
        found[claim.verdict].append(
            Line(
                key=key_of(claim),
                text=claim.text,
                found=claim.found,
                where=claim.where,
                place=_place(claim),
                sign=SIGNS[claim.verdict],
                said=in_words(claim.verdict, claim.expected, reason),
                path=local(claim.source),
                label=label_of(claim.source),
                words=words if claim.where != "caption" else "",
                address=address,
                needs_script=claim.where not in FIELDS,
                reason=reason,
            )
        )
    return found


def _place(claim: Claim) -> str:
    """Where a statement stands, in words."""
    places = {
        "headline": _("Headline"),
        "standfirst": _("Standfirst"),
        "body": _("Text"),
        "faq": _("Question %(n)s") % {"n": claim.place + 1},
        "caption": _("Caption"),
    }
    return places.get(claim.where, claim.where)
