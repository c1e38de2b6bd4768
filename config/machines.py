"""Addresses for machines, in no language: is the site up?"""

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.observing.metrics import metrics
from publish.media import media
from publish.watch import watch, without_database


@without_database
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when this process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@without_database
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when this process can read the database and use the cache, 503 with what is gone."""
    gone = []
    if not _database_answers():
        gone.append("database unavailable\n")
    if not getattr(cache, "answers", lambda: True)():
        gone.append("cache unavailable\n")
    status = 503 if gone else 200
    return HttpResponse("".join(gone) or "ok\n", status=status, content_type="text/plain")


def _database_answers() -> bool:
    if watch.is_away:
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM publish_edition")
    except Exception:  # whatever the driver raises, the answer is the same: not ready
        return False
    return True


urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", without_database(media), name="media"),
]
