"""Which pages there are, by section, for search engines. A new kind of page is one line here."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article, Author, Category, Episode, Story, Topic
from articles.views.standing import STANDING
from draws.families import FAMILIES
from draws.models import Draw, Tally
from ingest.models import Revision
from pnp import registry
from pnp.models import Event
from publish.sitemaps import NewsItem, Place

# Google News looks at nothing older.
NEWS_FOR = timedelta(hours=48)
# Rows in one file; each is a page in every language.
IN_A_PART = 500
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Pages that there is one of.
SINGLE = (
    *("home", "news", "draws:list", "draws:pool", "pnp:list", "podcast", "corrections"),
    *("data", "api-docs", "status", "rules"),
    *("tools:index", "tools:invited", "tools:crs", "tools:eligibility", "tools:occupations"),
    *STANDING,
)


def pages(_part: int) -> Iterator[Place]:
    """The home page, the lists, and the pages about us."""
    return (both(partial(reverse, name)) for name in SINGLE)


def draws(part: int) -> Iterator[Place]:
    """Every draw; one that the source changed later has the moment of that change."""
    shown = list(_part(Draw.objects.newest_first(), part))
    changed = _changed(draw.subject for draw in shown)
    for draw in shown:
        yield both(draw.get_absolute_url, changed.get(draw.subject, draw.first_seen_at))


def _changed(subjects: Iterable[str]) -> dict[str, datetime]:
    """The moment of the newest revision of each, where there is one."""
    rows = Revision.objects.filter(subject__in=list(subjects)).order_by()
    return dict(rows.values_list("subject").annotate(at=Max("seen_at")))


def families(_part: int) -> Iterator[Place]:
    """Every family that has a draw."""
    found = Tally.objects.by_family()
    for slug in FAMILIES:
        if found.get(slug):
            yield both(partial(reverse, "draws:family", args=[slug]))


def provinces(part: int) -> Iterator[Place]:
    """Every province, and each of its days on record, with the moment of the newest change."""
    if part == 1:
        for province in registry.provinces():
            yield both(partial(reverse, "pnp:province", args=[province.slug]))
    shown = list(_part(Event.objects.newest_first().prefetch_related("rows"), part))
    # A revision is of the day or of one of its rows: pnp/on/2026-02-02, …/17.
    subjects = {event: [f"{event.subject}/{row.pk}" for row in event.rows.all()] for event in shown}
    changed = _changed(name for event in shown for name in (event.subject, *subjects[event]))
    for event in shown:
        moments = [changed[name] for name in (event.subject, *subjects[event]) if name in changed]
        yield both(event.get_absolute_url, max(moments, default=event.first_seen_at))


def news(part: int) -> Iterator[Place]:
    """Every article with its other side where that is published, and the categories."""
    if part == 1:
        for category in Category.objects.all():
            yield both(category.get_absolute_url)
    stories = list(_part(_told(), part))
    sides: dict[int, dict[str, Article]] = {story: {} for story in stories}
    readable = Article.objects.published().filter(story__in=stories)
    for article in readable.defer("body").select_related("story__category"):
        sides[article.story_id][article.language] = article
    for story in filter(None, sides.values()):
        yield Place(_paths(story), max(filter(None, (a.changed_at for a in story.values()))))


def _told() -> QuerySet[Story, int]:
    """The stories that readers can read, newest first."""
    readable = Article.objects.published().filter(story=OuterRef("pk"))
    return Story.objects.filter(Exists(readable)).order_by("-pk").values_list("pk", flat=True)


def authors(_part: int) -> Iterator[Place]:
    """The pages of the authors."""
    return (both(author.get_absolute_url) for author in Author.objects.all())


def topics(_part: int) -> Iterator[Place]:
    """The topics."""
    return (both(topic.get_absolute_url) for topic in Topic.objects.all())


def episodes(part: int) -> Iterator[Place]:
    """Every episode."""
    for episode in _part(Episode.objects.published().newest_first(), part):
        yield both(episode.get_absolute_url, episode.published_at)


SECTIONS: dict[str, Callable[[int], Iterable[Place]]] = {
    "pages": pages,
    "draws": draws,
    "families": families,
    "provinces": provinces,
    "news": news,
    "authors": authors,
    "topics": topics,
    "episodes": episodes,
}


# The sections that grow with the record, and how many rows they have.
LENGTHS: dict[str, Callable[[], int]] = {
    "draws": lambda: sum(Tally.objects.by_family().values()),
    "provinces": Event.objects.count,
    "news": lambda: _told().count(),
    "episodes": lambda: Episode.objects.published().count(),
}


def parts_of(name: str) -> int:
    """How many files a section takes; at least one."""
    return max(-(-LENGTHS[name]() // IN_A_PART), 1) if name in LENGTHS else 1


def _part(rows: QuerySet[Any, Any], part: int) -> QuerySet[Any, Any]:
    return rows[(part - 1) * IN_A_PART : part * IN_A_PART]


def latest_news(now: datetime) -> Iterator[NewsItem]:
    """The articles of the last two days, in both languages, newest first."""
    found = Article.objects.published(now).filter(published_at__gt=now - NEWS_FOR)
    for article in found.newest_first().select_related("story__category"):
        if article.published_at is not None:
            yield NewsItem(
                path=article.get_absolute_url(),
                title=article.headline,
                language=article.language,
                published=article.published_at,
            )


def both(address: Callable[[], str], changed: datetime | None = None) -> Place:
    """A page that exists in every language, at the address that each gives it."""
    paths = {}
    for language in LANGUAGES:
        with override(language):
            paths[language] = address()
    return Place(paths, changed)


def _paths(story: dict[str, Article]) -> dict[str, str]:
    return {code: story[code].get_absolute_url() for code in LANGUAGES if code in story}
