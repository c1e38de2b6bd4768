"""The registry in the active language: for readers, and for staff with who cites each rule."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.models import Article, Question, active_language
from articles.rules.citing import Citing, citing
from articles.rules.registry import Rule, rules


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule on a page. `state` says in words whether it is in force."""

    rule: Rule
    name: str
    statement: str
    state: str
    sureness: str
    is_over: bool
    is_stale: bool
    articles: list[Article] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def for_readers(on: dt.date) -> tuple[list[Shown], list[Shown]]:
    """(rules in force or to come, rules that ended), in the order of the registry."""
    shown = [_shown(rule, on) for rule in rules()]
    return [each for each in shown if not each.is_over], [each for each in shown if each.is_over]


def for_staff(on: dt.date) -> list[Shown]:
    """Every rule with who cites it, those to be looked up again first. The queries do not grow."""
    cited = citing()
    articles = Article.objects.in_bulk(_all(cited, "articles"))
    questions = Question.objects.in_bulk(_all(cited, "questions"))
    shown = [
        _shown(
            rule,
            on,
            [articles[pk] for pk in sorted(found.articles) if pk in articles],
            [questions[pk] for pk in sorted(found.questions) if pk in questions],
        )
        for rule in rules()
        for found in (cited.get(rule.key, Citing()),)
    ]
    return sorted(shown, key=lambda each: not each.is_stale)


def _all(cited: Mapping[str, Citing], name: str) -> set[int]:
    return {pk for found in cited.values() for pk in getattr(found, name)}


def _shown(
    rule: Rule,
    on: dt.date,
    articles: list[Article] | None = None,
    questions: list[Question] | None = None,
) -> Shown:
    language = active_language()
    return Shown(
        rule=rule,
        name=rule.name[language],
        statement=rule.statement[language],
        state=_state(rule, on),
        sureness=_sureness(rule),
        is_over=rule.ends is not None and rule.ends < on,
        is_stale=rule.is_stale(on),
        articles=articles or [],
        questions=questions or [],
    )


def _state(rule: Rule, on: dt.date) -> str:
    if rule.ends is not None and rule.ends < on:
        return _("No longer in force")
    if rule.starts is not None and rule.starts > on:
        return _("Not yet in force")
    if not rule.is_known(on):
        return _("May have changed since: we could not read the newest text")
    return _("In force")


def _sureness(rule: Rule) -> str:
    words = {
        "high": _("read on an official page"),
        "medium": _("several sources that agree, not all of them official"),
        "low": _("one source, not official"),
    }
    return words[rule.confidence]
