"""The podcast's RSS: what Apple, Spotify and the open podcast namespace ask for."""

from collections.abc import Iterable
from datetime import datetime
from xml.etree.ElementTree import Element

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from articles.body import passages
from articles.models import Episode, active_language
from articles.podcast import show
from articles.podcast.listing import podcast_listing
from publish.feed_html import for_feed
from publish.renderers.rss import rfc822, rss_channel
from publish.renderers.xml import add, document

CONTENT_TYPE = "application/rss+xml; charset=utf-8"


def podcast_feed(episodes: Iterable[Episode], modified: datetime) -> bytes:
    """The show and its episodes, newest first, in the active language."""
    rows = list(episodes)
    root = Element("rss", version="2.0")
    channel = rss_channel(root, podcast_listing(), modified, title=show.title())
    _show(channel, explicit=any(episode.explicit for episode in rows))
    notes = passages({episode.pk: episode.notes for episode in rows}, active_language())
    for episode in rows:
        _episode(channel, episode, notes[episode.pk])
    return document(root)


def _show(channel: Element, *, explicit: bool) -> None:
    add(channel, "copyright", show.AUTHOR)
    add(channel, "itunes:author", show.AUTHOR)
    add(channel, "itunes:type", show.TYPE)
    add(channel, "itunes:explicit", _yes(explicit))
    add(channel, "itunes:image", href=settings.SITE_URL + reverse("podcast-cover"))
    category = add(channel, "itunes:category", text_=show.CATEGORY)
    add(category, "itunes:category", text_=show.SUBCATEGORY)
    owner = add(channel, "itunes:owner")
    add(owner, "itunes:name", show.AUTHOR)
    add(owner, "itunes:email", settings.PODCAST_EMAIL)
    add(channel, "podcast:guid", show.guid())
    add(channel, "podcast:medium", "podcast")
    add(channel, "podcast:locked", "yes", owner=settings.PODCAST_EMAIL)


def _episode(channel: Element, episode: Episode, notes: str) -> None:
    if episode.published_at is None:
        raise ValueError("an episode without a moment of publication is in no feed")
    page_url = settings.SITE_URL + episode.get_absolute_url()
    item = add(channel, "item")
    add(item, "title", episode.title)
    add(item, "link", page_url)
    add(item, "guid", episode.guid, isPermaLink="false")
    add(item, "pubDate", rfc822(episode.published_at))
    add(item, "description", escape(episode.summary))
    if notes:
        add(item, "content:encoded", for_feed(notes, page_url))
    url = settings.SITE_URL + episode.audio.url
    add(item, "enclosure", url=url, length=episode.audio_bytes, type=episode.audio_type)
    add(item, "itunes:title", episode.title)
    add(item, "itunes:episode", episode.number)
    add(item, "itunes:episodeType", "full")
    add(item, "itunes:duration", episode.seconds)
    add(item, "itunes:explicit", _yes(episode.explicit))
    if episode.transcript:
        path = reverse("transcript", args=[episode.slug])
        add(item, "podcast:transcript", url=settings.SITE_URL + path, type="text/plain")


def _yes(value: bool) -> str:
    return "true" if value else "false"
