"""Rows of a newsroom for tests: each function makes one, with what it is about as arguments."""

from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile

from articles.models import Article, Author, Byline, Category, Episode, Story, Topic
from articles.publishing.noting import note
from draws.models import Draw
from draws.records import serial_of
from ingest.models import Capture, Source

PUBLISHED = datetime(2026, 2, 17, 16, 52, tzinfo=UTC)
# A second of silence: one MPEG frame header and nothing in it, 40 times.
SILENCE = (b"\xff\xfb\x90\x00" + bytes(413)) * 40


def category(slug: str = "express-entry", **values: Any) -> Category:
    names = {"name_en": "Express Entry", "name_fr": "Entrée express"}
    return Category.objects.get_or_create(slug=slug, defaults=names | values)[0]


def topic(slug: str = "tie-break") -> Topic:
    names = {"name_en": "Tie-break", "name_fr": "Départage"}
    return Topic.objects.get_or_create(slug=slug, defaults=names)[0]


def author(slug: str = "noor-haddad", name: str = "Noor Haddad") -> Author:
    return Author.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def story(**values: Any) -> Story:
    made = Story.objects.create(category=values.pop("category", None) or category(), **values)
    Byline.objects.create(story=made, author=author())
    return made


def article(slug: str = "draw-396", **values: Any) -> Article:
    """A published article in English, unless `values` say otherwise."""
    defaults: dict[str, Any] = {
        "language": "en",
        "headline": f"Headline of {slug}",
        "standfirst": f"Standfirst of {slug}.",
        "body": "<p>Text.</p>",
        "state": Article.State.PUBLISHED,
        "published_at": PUBLISHED,
    }
    about = values.pop("story", None) or story()
    made = Article.objects.create(slug=slug, story=about, **defaults | values)
    note([made.pk])
    return made


def draw(number: str = "396", **values: Any) -> Draw:
    """A draw of the Canadian Experience Class, as if it came from a source of its own."""
    source = Source.objects.get_or_create(key="test")[0]
    facts = {"packed": b"", "size": 0, "via": "upload", "fetched_at": PUBLISHED}
    capture = Capture.objects.get_or_create(source=source, sha256="0", defaults=facts)[0]
    defaults: dict[str, Any] = {
        "serial": serial_of(number),
        "date": date(2026, 2, 17),
        "family": "cec",
        "name": "Canadian Experience Class",
        "invitations": 6000,
        "crs": 508,
        "first_seen_at": PUBLISHED,
    }
    return Draw.objects.create(number=number, first_capture=capture, **defaults | values)


def episode(number: int = 1, **values: Any) -> Episode:
    defaults: dict[str, Any] = {
        "slug": f"episode-{number}",
        "title_en": f"Episode {number}",
        "summary_en": "What it is about.",
        "published_at": PUBLISHED,
        "audio": ContentFile(SILENCE, name=f"e{number}.mp3"),
    }
    return Episode.objects.create(number=number, **defaults | values)
