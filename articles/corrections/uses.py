"""Which articles show a value that was changed, found by what their figures are bound to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from articles.corrections import roots
from articles.corrections.roots import Root
from articles.corrections.shown import Shown
from articles.models import Article, ShownValue
from draws.known import Known
from draws.models import Draw
from ingest.models import Revision

# So many draws of a family lie at most between one that a figure names and one that it shows:
# three steps, and one more for a change.
FURTHEST = 4
# No draw has a serial beyond it.
LAST = 2**31 - 1


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
    draws = {
        subject.removeprefix("draw/")
        for subject, field in wanted
        if subject.startswith("draw/") and field in roots.FIELDS.values()
    }
    # Twice as far, so that what each draw nearby shows can be followed as well.
    known = Known(numbers=_around(draws, 2 * FURTHEST))
    subjects = {subject for subject, _field in wanted} | set(_nearby(draws, known))
    users: dict[int, set[int]] = defaultdict(set)
    for pk, shown in _showing(subjects, language).items():
        for root in shown.roots(known) & wanted.keys():
            for revision_pk in wanted[root]:
                users[revision_pk].add(pk)
    return _with_articles(users)


def counts_of(revisions: Iterable[Revision]) -> dict[str, dt.date | None]:
    """The date of the count that each of these draws is printed with, by its subject."""
    numbers = {r.subject.partition("/")[2] for r in revisions if r.field.startswith("pool.")}
    if not numbers:
        return {}
    rows = Draw.objects.filter(number__in=numbers).values_list("number", "pool_as_of")
    return {f"draw/{number}": day for number, day in rows}


def _around(numbers: Iterable[str], reach: int) -> set[str]:
    """These draws and so many of their family to each side. Two queries, none without draws."""
    wanted = list(numbers)
    if not wanted:
        return set()
    family = Draw.objects.filter(family=OuterRef("family"))
    earlier = family.filter(serial__lt=OuterRef("serial")).newest_first().values("serial")
    later = family.filter(serial__gt=OuterRef("serial")).oldest_first().values("serial")
    rows = Draw.objects.filter(number__in=wanted).annotate(
        first=Coalesce(Subquery(earlier[reach - 1 : reach]), 0),
        last=Coalesce(Subquery(later[reach - 1 : reach]), LAST),
    )
    near = Q(pk__in=[])
    for slug, first, last in rows.values_list("family", "first", "last"):
        near |= Q(family=slug, serial__gte=first, serial__lte=last)
    return set(Draw.objects.filter(near).values_list("number", flat=True))


def _nearby(numbers: Iterable[str], known: Known) -> Iterator[str]:
    """The subjects of the draws whose figures can show one of these."""
    for number in numbers:
        if draw := known.draw(number):
            for step in range(-FURTHEST, FURTHEST + 1):
                if near := known.neighbour(draw, step):
                    yield near.subject


def _showing(subjects: Iterable[str], language: str) -> dict[int, Shown]:
    """What articles of a language show of these subjects, by their keys. One query."""
    found: dict[int, Shown] = defaultdict(Shown)
    rows = ShownValue.objects.filter(
        subject__in=list(subjects),
        article__language=language,
        article__state=Article.State.PUBLISHED,
    )
    for pk, subject, address in rows.values_list("article", "subject", "address"):
        found[pk].take(subject, address)
    return found


def _with_articles(users: dict[int, set[int]]) -> dict[int, list[Article]]:
    pks = {pk for each in users.values() for pk in each}
    rows = (
        Article.objects.published()
        .filter(pk__in=pks)
        .select_related("story__category")
        .defer("body")
    )
    found: dict[int, list[Article]] = {}
    for article in rows.defer("body").newest_first() if pks else []:
        for revision, keys in users.items():
            if article.pk in keys:
                found.setdefault(revision, []).append(article)
    return found
