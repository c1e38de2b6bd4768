"""Who cites a rule: articles and answers with a figure of it, or words judged by it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from articles.claims import Claim, Kind, Record, Texts, read
from articles.models import Article, ArticleQuestion, ClaimCheck, Question
from articles.rules.figures import PREFIX, key_of
from articles.rules.registry import rules

# Articles are read in portions, so that the archive needs no more memory each year.
PORTION = 200
_NOTHING = Record(())


@dataclass(slots=True)
class Citing:
    """Keys of articles and of questions of the bank that cite one rule."""

    articles: set[int] = field(default_factory=set)
    questions: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.articles or self.questions)


def citing() -> dict[str, Citing]:
    """Who cites each rule, by its key; rules that nobody cites are left out."""
    found: defaultdict[str, Citing] = defaultdict(Citing)
    for pk, keys in _articles():
        for key in keys:
            found[key].articles.add(pk)
    for question in Question.objects.iterator():
        for key in _of_question(question):
            found[key].questions.add(question.pk)
    return dict(found)


def _articles() -> Iterator[tuple[int, set[str]]]:
    """The rules in the own words of each article, drafts too."""
    texts = Article.objects.filter(body__contains=f'"{PREFIX}').values_list("pk", "body")
    own = ArticleQuestion.objects.filter(own_answer__contains=f'"{PREFIX}')
    for pk, html in (*texts.iterator(), *own.values_list("article_id", "own_answer").iterator()):
        yield pk, _bound(html)
    banked = set(
        ArticleQuestion.objects.filter(bank__isnull=False).values_list("article_id", flat=True)
    )
    checks = ClaimCheck.objects.values_list("article_id", "claims")
    for pk, claims in checks.iterator(chunk_size=PORTION):
        # An answer of the bank is reviewed once, not under each article that carries it.
        yield pk, _judged(claims, without_answers=pk in banked)


def _bound(html: str) -> set[str]:
    addresses = (part.split('"', 1)[0] for part in html.split(f'value="{PREFIX}')[1:])
    return {address.split("/", 1)[0] for address in addresses}


def _judged(claims: Iterable[dict[str, str]], *, without_answers: bool) -> set[str]:
    return {
        key_of(claim.get("figure", ""))
        for claim in claims
        if claim.get("kind") == Kind.RULE
        and key_of(claim.get("figure", ""))
        and not (without_answers and claim.get("where") == "faq")
    }


def _of_question(question: Question) -> set[str]:
    """The rules that an answer of the bank cites in either language."""
    keys: set[str] = set()
    for language in ("en", "fr"):
        asked = getattr(question, f"question_{language}")
        answer = getattr(question, f"answer_{language}")
        keys |= _bound(answer)
        keys |= {key_of(claim.figure) for claim in _rules_in(asked, answer, language)}
    return keys - {""}


def _rules_in(question: str, answer: str, language: str) -> list[Claim]:
    """What is stated as a rule, whether the rule is still known to hold or was until some day."""
    texts = Texts(questions=[(question, answer)])
    return [
        claim
        for moment in _moments()
        for claim in read(texts, language=language, as_of=moment, known=_NOTHING)
        if claim.kind == Kind.RULE
    ]


def _moments() -> list[dt.datetime]:
    """Now, and the last moment of each span in which some rule was known."""
    now = timezone.now()
    days = {rule.known_until for rule in rules() if rule.known_until}
    ends = (dt.datetime.combine(day, dt.time(), dt.UTC) for day in sorted(days))
    return [*(end for end in ends if end < now), now]
