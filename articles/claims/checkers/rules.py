"""Dated rules: a nomination adds 600, job-offer points ended on 25 March 2025."""

import datetime as dt
import re
from collections.abc import Iterator

from articles.claims import wording
from articles.claims.claim import Claim, Kind
from articles.claims.context import Context
from articles.claims.patterns import Stated, stated
from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.statement import claim
from articles.claims.tokens import Token
from articles.rules.registry import Rule, Value

# What was, or is compared with what was: not what holds.
_PAST = re.compile(
    r"\b(?:until|before|previously|formerly|used to|had been|instead of|up from|once|earlier"
    r"|old|was|were"
    r"|jusqu'(?:au|en|à)|avant|auparavant|anciens?|autrefois|au lieu|était|étaient|ajoutait"
    r"|donnait)\b"
)
# What job offers gave until they gave nothing: told in the past.
FORMER = "job-offer-to-2025"
# A sentence without one of these states no rule: asked first, as most state none.
_MAYBE = re.compile(
    r"\b(?:point|month|day|hour|year|mois|jour|heure|an)s?\b|job[- ]offer|offres? d'emploi"
    r"|agri|\b100\b"
)


def check(sentence: Sentence, roles: dict[int, Role], context: Context) -> Iterator[Claim]:
    """The rules that a sentence states."""
    text = sentence.low[sentence.start : sentence.end]
    if not _MAYBE.search(text) or sentence.is_question:
        return
    for form in stated(context.language):
        match = form.pattern.search(sentence.low, sentence.start, sentence.end)
        if match and (form.needs is None or form.needs.search(text)):
            yield from _judge(sentence, form, match, context)


def _judge(
    sentence: Sentence, form: Stated, match: re.Match[str], context: Context
) -> Iterator[Claim]:
    rule = _rule_of(form.topic, context)
    token = _token_of(sentence, form, match)
    if rule is None or token is None or token.pos in sentence.judged:
        return
    if form.topic == "invitation-validity" and (context.home or "PROV" in sentence.present):
        return  # a province gives its own time
    if form.figure not in rule.figures or not rule.is_known(context.as_of.date()):
        return
    value = rule.figures[form.figure]
    right: bool | None = _is_right(token, value)
    if form.topic == FORMER:
        right = any(token.number in old.figures.values() for old in _before(rule, context))
    if not right and (token.pos in _moot(sentence) or _is_past(sentence, form)):
        right = None
    yield claim(
        sentence,
        token,
        Kind.RULE,
        right,
        expected=_worded(value, context.language),
        source=rule.path,
        figure=rule.address(form.figure),
    )


def _rule_of(topic: str, context: Context) -> Rule | None:
    """The rule of a topic that was in force at the article's moment."""
    if topic == FORMER:
        return next((rule for rule in context.record.rules if rule.key == topic), None)
    of_topic = [rule for rule in context.record.rules if rule.topic == topic]
    today = context.as_of.date()
    return next((rule for rule in of_topic if rule.holds(today)), None)


def _before(rule: Rule, context: Context) -> list[Rule]:
    """The rules of a topic that ended."""
    return [each for each in context.record.rules if each.topic == rule.topic and each.ends]


def _token_of(sentence: Sentence, form: Stated, match: re.Match[str]) -> Token | None:
    """The number, or the first date from where the statement begins."""
    if "v" in form.pattern.groupindex:
        start = match.start("v")
        return next((t for t in sentence.tokens if t.start <= start < t.end), None)
    dates = [t for t in sentence.tokens if t.sign in ("DATE", "MON")]
    after = [t for t in dates if t.start >= match.start()]
    return after[0] if after else None


def _is_right(token: Token, value: Value) -> bool:
    if isinstance(value, dt.date):
        return token.day.fits(value)
    return token.number == value


def _moot(sentence: Sentence) -> frozenset[int]:
    """In rules, "no longer" and "not" tell of the rule: only conditions and forecasts are moot."""
    if sentence.present & {"MODAL", "IF"} and not sentence.present & {"NO", "NOT"}:
        return sentence.moot
    return frozenset()


def _is_past(sentence: Sentence, form: Stated) -> bool:
    if form.figure == "ended" or form.topic == FORMER:
        return False
    return _PAST.search(sentence.low, sentence.start, sentence.end) is not None


def _worded(value: Value, language: str) -> str:
    if isinstance(value, dt.date):
        return wording.day(value, language)
    return wording.number(value, language)
