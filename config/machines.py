"""Addresses for machines, in no language: is the site up?"""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.observing.metrics import metrics
from publish.media import media


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when this process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """200 when this process can read the database, 503 otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM publish_edition")
    except Exception:  # whatever the driver raises, the answer is the same: not ready
        return HttpResponse("database unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"),
]
