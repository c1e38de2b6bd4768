"""The letters that the newsletter sends when a draw is published, each once."""

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
        mail(reader, "draw", reader.language, draw=draw).send()
