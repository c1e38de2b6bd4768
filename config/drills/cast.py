"""Who is told of draws on a site under a drill: `python -m config.drills.cast`, once."""

import django

READERS = {"anna@drill.example": "en", "benoit@drill.example": "fr", "chen@drill.example": "en"}


def enter() -> None:
    """Three readers who confirmed, and one webhook; nothing of the past is left to tell."""
    from django.utils import timezone

    from articles.models import Subscriber
    from ingest.events import deliver_due
    from ingest.models import Delivery, Webhook

    # The bundled record is no news: its handlers are marked as done, and the first are tried.
    deliver_due(limit=20)
    Delivery.objects.filter(done_at=None).update(done_at=timezone.now())
    now = timezone.now()
    for email, language in READERS.items():
        Subscriber.objects.create(email=email, language=language, confirmed_at=now)
    Webhook.objects.create(name="Drill", url="http://127.0.0.1:9/")


if __name__ == "__main__":
    django.setup()
    enter()
