"""What readers searched for in the last seven days: counts of words, and nothing about anybody.

What is shown is worked out by the worker and kept, because pages may not change by themselves:
when the list changes, a new edition begins; once there is a list, at most one an hour.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from django.core.cache import cache
from django.db.models import F
from django.utils import timezone

from articles.models import Language, SearchTerm
from articles.search.draws import Wanted
from articles.search.index import Found
from articles.search.provinces import names_any
from articles.search.query import Query
from publish import editions

DAYS = 7
# Fewer searches than this could be one person's.
LEAST = 5
SHOWN = 6
LOOKED_AT = 40
LONGEST = 80
KEY = "trending-searches"
STAYS = timedelta(hours=1)

Lists = dict[str, list[str]]


def count(query: Query) -> None:
    """One more search for these words. Long numbers may be somebody's own: they don't count."""
    if len(query.term) > LONGEST or any(len(w) > 4 for w in query.term.split() if w.isdigit()):
        return
    today = timezone.now().date()
    row, _ = SearchTerm.objects.get_or_create(day=today, term=query.term)
    SearchTerm.objects.filter(pk=row.pk).update(count=F("count") + 1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What pages show, and since when."""

    lists: Lists = field(default_factory=dict)
    since: datetime | None = None

    def stays(self, now: datetime) -> bool:
        return any(self.lists.values()) and self.since is not None and now < self.since + STAYS


def shown(language: str) -> list[str]:
    """The terms that pages of this edition show, most searched first. No query."""
    return _kept().lists.get(language, [])


def refresh() -> bool:
    """Bring the list up to date; a new edition if it changed. Returns whether it did."""
    kept, present, now = _kept(), _present(), timezone.now()
    if kept.stays(now) or kept.lists == present:
        return False
    cache.set(KEY, Kept(present, now), None)
    if _kept().lists != present:
        # Nothing can be kept now: without the cache each look would begin an edition.
        return False
    if not any([*kept.lists.values(), *present.values()]):
        return False
    editions.advance("trending searches")
    return True


def _kept() -> Kept:
    kept = cache.get(KEY)
    return kept if isinstance(kept, Kept) else Kept()


def _present() -> Lists:
    """For each language the terms that find something in it."""
    since = timezone.now().date() - timedelta(days=DAYS - 1)
    rows = SearchTerm.objects.trending(since, least=LEAST)[:LOOKED_AT]
    queries = [Query.of(str(row["term"])) for row in rows]
    return {language: _finding(queries, language) for language in Language.values}


def _finding(queries: list[Query], language: str) -> list[str]:
    found = (q.term for q in queries if _names_rows(q) or Found(q, language).count())
    return list(islice(found, SHOWN))


def _names_rows(query: Query) -> bool:
    return bool(Wanted.of(query.words)) or names_any(query)


def forget() -> int:
    """Delete the counts that are no longer looked at; returns how many."""
    before = timezone.now().date() - timedelta(days=DAYS)
    return SearchTerm.objects.filter(day__lt=before).delete()[0]
