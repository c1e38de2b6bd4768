"""Pages are kept until the edition changes: what comes and goes by the clock has to change it."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from articles.models import Ad, Episode
from publish import editions


def turn(now: datetime | None = None) -> bool:
    """Begin a new edition if an advertisement or an episode came due since the last one began."""
    now = now or timezone.now()
    since = editions.current().created_at
    due = Q(starts_at__gt=since, starts_at__lte=now) | Q(ends_at__gt=since, ends_at__lte=now)
    heard = Q(published_at__gt=since, published_at__lte=now)
    if not (Ad.objects.filter(due).exists() or Episode.objects.filter(heard).exists()):
        return False
    editions.advance("timetable")
    return True
