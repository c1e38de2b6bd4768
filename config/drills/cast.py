"""Who is told of draws on a site under a drill: `python -m config.drills.cast`, once."""

import django

READERS = {"anna@drill.example": "en", "benoit@drill.example": "fr", "chen@drill.example": "en"}


def enter() -> None:
    """Three readers who confirmed, and one webhook."""
    from django.utils import timezone

    from articles.models import Subscriber
    from ingest.models import Webhook

    now = timezone.now()
    for email, language in READERS.items():
        Subscriber.objects.create(email=email, language=language, confirmed_at=now)
    Webhook.objects.create(name="Drill", url="http://127.0.0.1:9/")


if __name__ == "__main__":
    django.setup()
    enter()
