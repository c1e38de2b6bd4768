"""Which pages there are, by section, for search engines. A new kind of page is one line here."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import override

from articles.models import Article, Author, Category, Episode, Topic
from articles.views.standing import STANDING
from draws.families import FAMILIES
from draws.models import Draw
from ingest.models import Revision
from pnp import registry
from pnp.models import Event
from publish.sitemaps import NewsItem, Place

# Google News looks at nothing older.
NEWS_FOR = timedelta(hours=48)
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Pages that there is one of.
SINGLE = (
    *("home", "news", "draws:list", "draws:pool", "pnp:list", "podcast", "corrections"),
    *("data", "api-docs", "status", "rules"),
    *("tools:index", "tools:invited", "tools:crs", "tools:eligibility", "tools:occupations"),
    *STANDING,
)


def pages() -> Iterator[Place]:
    """The home page, the lists, and the pages about us."""
    return (both(partial(reverse, name)) for name in SINGLE)


def draws() -> Iterator[Place]:
    """Every draw; one that the source changed later has the moment of that change."""
    changed = {
        row["subject"]: row["at"]
        for row in Revision.objects.order_by().values("subject").annotate(at=Max("seen_at"))
    }
    for draw in Draw.objects.newest_first():
        yield both(draw.get_absolute_url, changed.get(draw.subject, draw.first_seen_at))


def families() -> Iterator[Place]:
    """Every family that has a draw."""
    found = set(Draw.objects.order_by().values_list("family", flat=True).distinct())
    for slug in FAMILIES:
        if slug in found:
            yield both(partial(reverse, "draws:family", args=[slug]))


def provinces() -> Iterator[Place]:
    """Every province, and each of its days on record, with the moment of the newest change."""
    for province in registry.provinces():
        yield both(partial(reverse, "pnp:province", args=[province.slug]))
    changed = _changed_events()
    for event in Event.objects.newest_first():
        yield both(event.get_absolute_url, changed.get(event.subject, event.first_seen_at))


def _changed_events() -> dict[str, datetime]:
    """The newest revision of each event or one of its rows: pnp/on/2026-02-02, …/17."""
    changed: dict[str, datetime] = {}
    found = Revision.objects.filter(subject__startswith="pnp/").order_by("seen_at")
    for subject, seen_at in found.values_list("subject", "seen_at"):
        changed["/".join(subject.split("/")[:3])] = seen_at
    return changed


def news() -> Iterator[Place]:
    """Every article with its other side where that is published, and the categories."""
    for category in Category.objects.all():
        yield both(category.get_absolute_url)
    sides: dict[int, dict[str, Article]] = {}
    for article in Article.objects.published().newest_first().select_related("story__category"):
        sides.setdefault(article.story_id, {})[article.language] = article
    for story in sides.values():
        yield Place(_paths(story), max(filter(None, (a.changed_at for a in story.values()))))


def authors() -> Iterator[Place]:
    """The pages of the authors."""
    return (both(author.get_absolute_url) for author in Author.objects.all())


def topics() -> Iterator[Place]:
    """The topics."""
    return (both(topic.get_absolute_url) for topic in Topic.objects.all())


def episodes() -> Iterator[Place]:
    """Every episode."""
    for episode in Episode.objects.published().newest_first():
        yield both(episode.get_absolute_url, episode.published_at)


SECTIONS: dict[str, Callable[[], Iterable[Place]]] = {
    "pages": pages,
    "draws": draws,
    "families": families,
    "provinces": provinces,
    "news": news,
    "authors": authors,
    "topics": topics,
    "episodes": episodes,
}


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
