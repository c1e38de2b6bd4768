"""The letters that the newsletter sends when a draw is published, each once."""

import hashlib
from urllib.parse import urlsplit

from django.conf import settings

from articles import news
from articles.models import Subscriber
from articles.newsletter import mail
from draws.models import Draw
from ingest import events
from ingest.models import Event


def on_draw(event: Event) -> None:
    """A letter for each reader who asked for draws of this type; none for what is no news.

    Each letter is an event of its own, so that one that fails is tried again by itself.
    """
    draw = news.of_draw(event)
    if draw is None:
        return
    readers = Subscriber.objects.confirmed().values_list("pk", "families")
    wanted = (pk for pk, families in readers if not families or draw.family in families)
    events.emit_many("letter.due", (f"subscriber/{pk}" for pk in wanted), draw=draw.subject)


def on_letter(event: Event) -> None:
    """Send one letter, unless its reader has left."""
    reader = Subscriber.objects.confirmed().filter(pk=event.subject.partition("/")[2]).first()
    draw = Draw.objects.about(event.payload["draw"]).first()
    if reader and draw:
        letter = mail(reader, "draw", reader.language, draw=draw)
        # Killed between sending and noting it, we send it again: mail programs show it once.
        letter.extra_headers["Message-ID"] = _name_of(event)
        letter.send()


def _name_of(event: Event) -> str:
    """The same at each try, and no other letter's."""
    made = hashlib.sha256(f"{event.pk} {event.happened_at.isoformat()}".encode()).hexdigest()
    return f"<{made[:32]}@{urlsplit(settings.SITE_URL).hostname}>"
