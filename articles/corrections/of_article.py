"""What was changed of one article since readers first had it: for its own page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat

from articles.corrections import roots
from articles.corrections.official import Correction, in_words
from articles.corrections.roots import Root
from articles.corrections.shown import shown_in
from articles.corrections.uses import counts_of
from articles.models import Article, ArticleChange
from draws.known import Known
from draws.models import Draw
from ingest.models import Revision


@dataclass(frozen=True, slots=True)
class Corrected:
    """The government's changes of figures that the article shows, our own corrections of it, and
    what we added to it since, newest first."""

    official: tuple[Correction, ...]
    ours: tuple[ArticleChange, ...]
    updates: tuple[ArticleChange, ...] = ()


def corrected(article: Article, known: Known) -> Corrected:
    """Since its publication. Two queries, and one each for what there seldom is: a changed count
    of the pool, a changed row of a province. `known` is what was read for its text."""
    told = list(article.changes.for_readers().newest_first())
    return Corrected(
        tuple(_official(article, known)),
        tuple(change for change in told if change.kind == ArticleChange.Kind.CORRECTION),
        tuple(row for row in told if row.kind == ArticleChange.Kind.UPDATE and row.sentence),
    )


def _official(article: Article, known: Known) -> Iterable[Correction]:
    shown = shown_in(article).roots(known)
    if not shown or article.published_at is None:
        return ()
    later = Revision.objects.filter(_about(shown)).after(article.published_at).newest_first()
    revisions = list(later)
    as_on = counts_of(revisions)
    return in_words(each for each in revisions if roots.of_revision(each, as_on) in shown)


def _about(shown: Iterable[Root]) -> Q:
    """Every revision that may be of these values."""
    subjects = {subject for subject, _value in shown}
    days = {subject.removeprefix("pool/") for subject in subjects if subject.startswith("pool/")}
    about = Q(subject__in=subjects)
    if days:
        about |= Q(field__startswith="pool.", subject__in=_draws_with_count_of(days))
    for subject in subjects:
        if subject.startswith("pnp/"):
            # By its rows, as a range that an index has: "0" comes after "/".
            about |= Q(subject__gt=f"{subject}/", subject__lt=f"{subject}0")
    return about


def _draws_with_count_of(days: Iterable[str]) -> QuerySet[Draw, str]:
    subject = Concat(Value("draw/"), "number")
    return Draw.objects.filter(pool__as_of__in=days).values_list(subject, flat=True)
