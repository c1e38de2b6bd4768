"""What changed in the registry of rules, and who has to look at it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, DeskTask, Question, RuleSeen
from articles.rules.citing import Citing, citing
from articles.rules.registry import Rule, rules

KIND = DeskTask.Kind.RULE
GONE = "gone"


def look(now: datetime | None = None, present: Iterable[Rule] | None = None) -> int:
    """Send whatever cites a rule that changed to review, once; returns how many tasks were opened.

    A rule that was never seen is noted alone: nobody can cite what was not there. `present` are
    the rules of the registry.
    """
    now = now or timezone.now()
    here = {rule.key: rule for rule in (rules() if present is None else present)}
    with transaction.atomic():
        seen = {row.key: row for row in RuleSeen.objects.select_for_update()}
        changed = _changed(seen, here)
        _note(seen, here, now)
        cited = citing() if changed else {}
        return sum(_open(key, here.get(key), cited.get(key, Citing()), now) for key in changed)


def _changed(seen: dict[str, RuleSeen], here: dict[str, Rule]) -> list[str]:
    return [key for key, row in seen.items() if row.digest != _digest(here.get(key))]


def _digest(rule: Rule | None) -> str:
    return rule.digest if rule else GONE


def _note(seen: dict[str, RuleSeen], here: dict[str, Rule], now: datetime) -> None:
    for key in seen.keys() | here.keys():
        digest = _digest(here.get(key))
        if key not in seen or seen[key].digest != digest:
            values = {"digest": digest, "seen_at": now}
            RuleSeen.objects.update_or_create(key=key, defaults=values)


def _open(key: str, rule: Rule | None, cited: Citing, now: datetime) -> int:
    said = _said(key, rule)
    articles = Article.objects.filter(pk__in=cited.articles).order_by("pk")
    made = [_task(article, f"rule/{key}", _of_article(article, said), now) for article in articles]
    questions = Question.objects.filter(pk__in=cited.questions).order_by("pk")
    made += [
        _task(None, f"rule/{key} question/{asked.pk}", _of_answer(asked, said), now)
        for asked in questions
    ]
    return sum(made)


def _task(article: Article | None, subject: str, message: str, now: datetime) -> bool:
    """Whether the task was not open already; one that is open says the newest of it."""
    values = {"message": message, "created_at": now}
    _row, is_new = DeskTask.objects.update_or_create(
        kind=KIND, article=article, subject=subject, done_at=None, defaults=values
    )
    return is_new


def _said(key: str, rule: Rule | None) -> str:
    if rule is None:
        return _("The rule %(key)s is not in the registry any more.") % {"key": key}
    return _("The rule changed: %(statement)s") % {"statement": rule.statement["en"]}


def _of_article(article: Article, said: str) -> str:
    return _("“%(headline)s” cites a rule that changed. %(said)s") % {
        "headline": article.headline,
        "said": said,
    }


def _of_answer(question: Question, said: str) -> str:
    return _("The answer to “%(question)s” cites a rule that changed. %(said)s") % {
        "question": question.question_en,
        "said": said,
    }
