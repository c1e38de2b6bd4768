"""Which articles show a value that was changed, found by what their figures are bound to."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.corrections import roots
from articles.corrections.roots import Root
from articles.models import Article, ArticleQuestion
from draws.known import Known
from draws.models import Draw
from ingest.models import Revision

# As articles.prose writes them: a figure, and a block that shows a draw.
_FIGURE = re.compile(r'<data value="([^"]+)"')
_BLOCK = re.compile(r'data-of="draw/([0-9]+[a-z]?)"')


@dataclass(slots=True)
class Shown:
    """What the texts of one article show: addresses of figures, and draws shown as a whole."""

    addresses: set[str] = field(default_factory=set)
    draws: set[str] = field(default_factory=set)

    def read(self, html: str) -> None:
        self.addresses.update(_FIGURE.findall(html))
        self.draws.update(_BLOCK.findall(html))

    def roots(self, known: Known) -> set[Root]:
        whole = (roots.of_draw(number) for number in self.draws)
        return roots.of_addresses(self.addresses, known).union(*whole)


def shown_in(article: Article) -> Shown:
    """What one article shows. No query after for_page."""
    shown = Shown()
    shown.read(article.body)
    for question in article.questions.all():
        shown.read(question.answer)
    if article.story.draw:
        shown.draws.add(article.story.draw.number)
    return shown


def articles_with(revisions: Sequence[Revision], language: str) -> dict[int, list[Article]]:
    """The published articles of a language that show what each revision changed, newest first.

    A constant number of queries, none without revisions.
    """
    if not revisions:
        return {}
    as_on = counts_of(revisions)
    wanted: dict[Root, list[int]] = defaultdict(list)
    for revision in revisions:
        wanted[roots.of_revision(revision, as_on)].append(revision.pk)
    shown = _shown(language)
    known = Known(relatives=roots.needs({a for each in shown.values() for a in each.addresses}))
    users: dict[int, list[int]] = defaultdict(list)
    for pk, each in shown.items():
        for root in each.roots(known) & wanted.keys():
            for revision_pk in wanted[root]:
                users[revision_pk].append(pk)
    return _with_articles(users)


def counts_of(revisions: Iterable[Revision]) -> dict[str, dt.date | None]:
    """The date of the count that each of these draws is printed with, by its subject."""
    numbers = {r.subject.partition("/")[2] for r in revisions if r.field.startswith("pool.")}
    if not numbers:
        return {}
    rows = Draw.objects.filter(number__in=numbers).values_list("number", "pool_as_of")
    return {f"draw/{number}": day for number, day in rows}


def _shown(language: str) -> dict[int, Shown]:
    """What every published article shows, by its key. Two queries."""
    found: dict[int, Shown] = defaultdict(Shown)
    published = Article.objects.published().in_language(language)
    for pk, body, number in published.values_list("pk", "body", "story__draw__number"):
        found[pk].read(body)
        if number:
            found[pk].draws.add(number)
    answers = ArticleQuestion.objects.filter(article__in=published)
    bank = f"bank__answer_{language}"
    for pk, *texts in answers.values_list("article", "own_answer", bank):
        for text in filter(None, texts):
            found[pk].read(text)
    return found


def _with_articles(users: dict[int, list[int]]) -> dict[int, list[Article]]:
    pks = {pk for each in users.values() for pk in each}
    rows = Article.objects.filter(pk__in=pks).select_related("story__category").newest_first()
    articles = list(rows) if pks else []
    return {
        revision: [article for article in articles if article.pk in users[revision]]
        for revision in users
    }
