"""Episodes as a list that every form can render."""

from collections.abc import Sequence

from django.urls import reverse

from articles.body import passages
from articles.models import Episode, active_language
from articles.podcast import show
from publish.ids import tag_uri
from publish.listing import Column, Entry, Listing, Person

COLUMNS = (
    Column("number", lambda episode: episode.number, "integer"),
    Column("title", lambda episode: episode.title),
    Column("published_at", lambda episode: episode.published_at, "datetime"),
    Column("seconds", lambda episode: episode.seconds, "integer"),
    Column("language", lambda episode: episode.language),
    Column("audio", lambda episode: episode.audio.url),
    Column("audio_bytes", lambda episode: episode.audio_bytes, "integer"),
    Column("path", lambda episode: episode.get_absolute_url()),
    # The directories know an episode by its guid, which the RSS has; the other feeds have the id.
    Column("guid", lambda episode: str(episode.guid)),
    Column("id", lambda episode: tag_uri(episode.subject)),
)


def podcast_listing(rows: Sequence[Episode] = ()) -> Listing:
    """Every episode. `rows` only where they are to be sent out."""
    texts = passages({episode.pk: episode_text(episode) for episode in rows}, active_language())
    return Listing(
        title=show.title(),
        description=show.description(),
        path=reverse("podcast"),
        query={},
        rows=rows,
        columns=COLUMNS,
        entry=lambda episode: _entry(episode, texts[episode.pk]),
        language=active_language(),
        key="podcast",
    )


def episode_text(episode: Episode) -> str:
    """Notes and transcript, as stored."""
    return episode.notes + episode.transcript


def _entry(episode: Episode, text: str) -> Entry:
    if episode.published_at is None:
        raise ValueError("an episode without a moment of publication is in no list")
    return Entry(
        key=episode.subject,
        title=episode.title,
        path=episode.get_absolute_url(),
        summary=episode.summary,
        published=episode.published_at,
        content=text,
        authors=(Person(show.AUTHOR, "/"),),
    )
