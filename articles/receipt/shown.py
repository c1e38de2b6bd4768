"""A receipt as readers see it: what was counted, and each statement with its verdict in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.claims import Verdict
from articles.models import Article, ClaimCheck, active_language
from articles.rules import rule
from draws.families import FAMILIES

# Those that readers have to know come first.
ORDER = (Verdict.CONTRADICTED, Verdict.TRUE, Verdict.UNDECIDABLE)
# Signs beside the words, for whoever scans the list: equal, not equal, not known.
_DRAW = re.compile(r"/draws/([0-9]+[a-z]?)/.*")
_FAMILY = re.compile(r"/draws/(?!pool/)([a-z-]+)/.*")
_RULE = re.compile(r"/rules/#(.+)")
SIGNS = {Verdict.TRUE: "=", Verdict.CONTRADICTED: "≠", Verdict.UNDECIDABLE: "?"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says of some words of a sentence: `found` are those words, `path` the page
    of the record, "" where there is none, `label` what it is."""

    found: list[str]
    verdict: Verdict
    sign: str
    words: str
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, and what was found in it."""

    text: str
    findings: list[Finding]

    @property
    def place(self) -> int:
        """Where it stands in the list: by the worst that was found in it."""
        return min(ORDER.index(each.verdict) for each in self.findings)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was found when an article was last read. `checked` is how many could be judged."""

    at: datetime
    figures: int
    bound: int
    checked: int
    statements: list[Statement]


def shown_under(article: Article) -> Receipt | None:
    """The receipt under an article; None before its first reading. No query after `for_page`."""
    check: ClaimCheck | None = getattr(article, "claim_check", None)
    if check is None:
        return None
    return Receipt(
        at=check.checked_at,
        figures=check.figures,
        bound=check.bound,
        checked=check.true + check.contradicted,
        statements=statements(check.claims),
    )


def statements(claims: Iterable[Mapping[str, Any]]) -> list[Statement]:
    """Stored statements by sentence: first what the record contradicts, then what it agrees with.

    What is said twice is told once.
    """
    sentences: dict[str, dict[tuple[Verdict, str, str], list[str]]] = {}
    for claim in claims:
        verdict = Verdict(claim["verdict"])
        words = in_words(verdict, claim["expected"], claim.get("reason", ""))
        alike = sentences.setdefault(claim["text"], {})
        found = alike.setdefault((verdict, words, claim["source"]), [])
        if claim["found"] and claim["found"] not in found:
            found.append(claim["found"])
    made = [
        Statement(text, [_finding(found, *key) for key, found in alike.items()])
        for text, alike in sentences.items()
    ]
    return sorted(made, key=lambda each: each.place)


def _finding(found: list[str], verdict: Verdict, words: str, source: str) -> Finding:
    return Finding(found, verdict, SIGNS[verdict], words, local(source), label_of(source))


def in_words(verdict: Verdict, expected: str, reason: str = "") -> str:
    """What the record says of a statement."""
    if verdict is Verdict.TRUE:
        return _("Agrees with the record.")
    if verdict is Verdict.UNDECIDABLE:
        return _("The record cannot decide it.")
    said = _("The record contradicts it.")
    if expected:
        said = _("The record has %(expected)s.") % {"expected": expected}
    left = _("Left as written: %(reason)s") % {"reason": reason} if reason else ""
    return " ".join(part for part in (said, left) if part)


def local(source: str) -> str:
    """An address of this site in the active language; others as they are."""
    if source.startswith("/") and active_language() == "fr" and not source.startswith("/fr/"):
        return f"/fr{source}"
    return source


def label_of(source: str) -> str:
    """What an address of this site leads to, in words that stand alone."""
    if match := _DRAW.fullmatch(source):
        return _("Draw %(number)s") % {"number": match[1]}
    if match := _FAMILY.fullmatch(source):
        return str(FAMILIES[match[1]].name) if match[1] in FAMILIES else _("All draws")
    if match := _RULE.fullmatch(source):
        known = rule(match[1])
        return known.name[active_language()] if known else _("Rules and their dates")
    if source.startswith("/pnp/"):
        return _("Provincial draws")
    return _("Candidate pool") if source.startswith("/draws/pool/") else _("All draws")
