"""WebSub: the hub is told which feeds have news, so that subscribers have it in seconds."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from articles.models import Article
from articles.telling.contents import draw_of, provincial_event_of
from ingest import webhooks
from ingest.models import Event

FORMS = ("rss", "atom", "json")


def on_event(event: Event) -> None:
    """Tell the hub of the setting WEBSUB_HUB, if there is one; a backfill is no news."""
    if not settings.WEBSUB_HUB or event.payload.get("backfill"):
        return
    for path in feeds_of(event.subject):
        _ping(settings.SITE_URL + path)


def feeds_of(subject: str) -> list[str]:
    """The paths of all feeds in which something about this subject stands, each once."""
    return list(dict.fromkeys(_feeds(subject)))


def _ping(topic: str) -> None:
    """One notice for one feed. The specification leaves its form to the hubs: they read either
    name for the feed."""
    fields = {"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}
    webhooks.enqueue_post(
        settings.WEBSUB_HUB, urlencode(fields), "application/x-www-form-urlencoded"
    )


def _feeds(subject: str) -> Iterator[str]:
    if article := _article(subject):
        with translation.override(article.language):
            yield from _forms(_lists_of(article))
        return
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield from _forms(_lists_of_data(subject))


def _forms(lists: Iterable[str]) -> Iterator[str]:
    return (f"{path.rstrip('/')}.{form}" for path in lists for form in FORMS)


def _lists_of_data(subject: str) -> Iterator[str]:
    if draw := draw_of(subject):
        yield reverse("draws:list")
        yield reverse("draws:family", args=[draw.family])
    elif day := provincial_event_of(subject):
        yield reverse("pnp:list")
        yield reverse("pnp:province", args=[day.place.slug])


def _lists_of(article: Article) -> Iterator[str]:
    story = article.story
    yield reverse("news")
    yield story.category.get_absolute_url()
    yield from (topic.get_absolute_url() for topic in story.topics.all())
    yield from (author.get_absolute_url() for author in article.authors)


def _article(subject: str) -> Article | None:
    kind, _slash, pk = subject.partition("/")
    if kind != "article" or not pk.isdecimal():
        return None
    return Article.objects.for_page().filter(pk=pk).first()
