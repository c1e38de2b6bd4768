"""What the government changed after publishing it, newest first, by the day we saw it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils.translation import ngettext

from articles.corrections.subjects import Words, rows_of, words_of
from articles.corrections.uses import articles_with
from articles.models import Article, active_language
from ingest.models import Revision
from publish.formats import figure

# Names and other wording: many of one kind on one day are told together.
WORDING = ("name", "name_fr", "programs")
TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """When a value was seen, and the SHA-256 of the bytes that show it ("" where not kept)."""

    at: datetime
    sha256: str

    @property
    def form(self) -> str:
        """How exactly the moment is known: by the minute or by the day. See publish.formats."""
        return "day" if self.at.astimezone(UTC).time() == time() else "minute"


@dataclass(frozen=True, slots=True)
class Use:
    """An article with the figure; `carried`: it was published before the figure changed."""

    article: Article
    carried: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that became another, in words, with its evidence and the articles with it."""

    revision: Revision
    words: Words
    uses: tuple[Use, ...] = ()

    @property
    def anchor(self) -> str:
        return self.revision.anchor

    @property
    def last_old(self) -> Proof | None:
        at = self.revision.was_seen_at
        return Proof(at, self.revision.old_sha256) if at else None

    @property
    def first_new(self) -> Proof:
        return Proof(self.revision.seen_at, self.revision.new_sha256)


@dataclass(frozen=True)
class Rewording:
    """Many names of one kind that were rewritten on one day: those on this page, and how many
    there were on the day."""

    corrections: Sequence[Correction]
    count: int

    @property
    def first(self) -> Correction:
        return self.corrections[0]

    @property
    def words(self) -> str:
        """How many of what were rewritten, in the active language."""
        count = self.count
        forms = {
            "name": ngettext(
                "%(count)s official name was rewritten",
                "%(count)s official names were rewritten",
                count,
            ),
            "name_fr": ngettext(
                "%(count)s official name in French was rewritten",
                "%(count)s official names in French were rewritten",
                count,
            ),
            "programs": ngettext(
                "%(count)s list of programs was rewritten",
                "%(count)s lists of programs were rewritten",
                count,
            ),
        }
        return forms[self.first.revision.field] % {"count": figure(count)}

    @cached_property
    def pairs(self) -> list[tuple[str, str, list[Correction]]]:
        """Each old wording with its new one, and where that was, most frequent first."""
        groups: dict[tuple[str, str], list[Correction]] = {}
        for each in self.corrections:
            groups.setdefault((each.words.old, each.words.new), []).append(each)
        found = [(old, new, where) for (old, new), where in groups.items()]
        return sorted(found, key=lambda pair: -len(pair[2]))


@dataclass(frozen=True, slots=True)
class Day:
    """What was seen on one day: single changes, and wording that changed in many places."""

    date: date
    corrections: Sequence[Correction]
    rewordings: Sequence[Rewording]

    @property
    def all(self) -> Iterator[Correction]:
        """Each value that was changed, the single ones first."""
        yield from self.corrections
        for group in self.rewordings:
            yield from group.corrections


def in_words(revisions: Iterable[Revision]) -> Iterator[Correction]:
    """Revisions in the active language, in their order, without the articles. One query."""
    listed = list(revisions)
    rows = rows_of(listed)
    return (Correction(revision, words_of(revision, rows)) for revision in listed)


def by_day(revisions: Iterable[Revision]) -> list[Day]:
    """Revisions, newest first, for one page of them. A constant number of queries."""
    listed = list(revisions)
    rows = rows_of(listed)
    users = articles_with(listed, active_language())
    found = [
        Correction(each, words_of(each, rows), tuple(_uses(each, users.get(each.pk, []))))
        for each in listed
    ]
    counts = _rewritten(found)
    return [_day(day, list(group), counts) for day, group in groupby(found, key=_day_of)]


def _rewritten(found: Sequence[Correction]) -> dict[tuple[date, str], int]:
    """How often each kind of wording was changed on each of these days, on whichever page. One
    query, none without such a change."""
    days = {_day_of(each) for each in found if each.revision.field in WORDING}
    if not days:
        return {}
    first = datetime.combine(min(days), time(), UTC)
    end = datetime.combine(max(days), time(), UTC) + timedelta(days=1)
    between = Revision.objects.filter(field__in=WORDING, seen_at__gte=first, seen_at__lt=end)
    rows = between.order_by().values_list(TruncDate("seen_at", tzinfo=UTC), "field")
    return {(day, field): count for day, field, count in rows.annotate(Count("pk"))}


def _uses(revision: Revision, articles: Iterable[Article]) -> Iterator[Use]:
    for article in articles:
        published = article.published_at
        yield Use(article, carried=published is not None and published < revision.seen_at)


def _day_of(correction: Correction) -> date:
    return correction.revision.seen_at.astimezone(UTC).date()


def _day(day: date, found: Sequence[Correction], counts: Mapping[tuple[date, str], int]) -> Day:
    rewordings = []
    for field in WORDING:
        of_field = [each for each in found if each.revision.field == field]
        if of_field and (count := counts[day, field]) >= TOGETHER:
            rewordings.append(Rewording(of_field, count))
    together = {id(each) for group in rewordings for each in group.corrections}
    return Day(day, [each for each in found if id(each) not in together], rewordings)
