"""The smallest site that Django makes, to measure against: one view, and Django's page cache.

It gives the very bytes that Cutline gives, so that only the way to them differs.
"""

import os
from pathlib import Path

import environ
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.views.decorators.cache import cache_page

PAGES = Path(os.environ["BENCH_PAGES"])
CODING = os.environ["BENCH_CODING"]
LIST = """<!doctype html><title>Draws</title><table>
{% for number, family, day, invitations, crs in rows %}<tr>
<th>{{ number }}</th><td>{{ family }}</td><td>{{ day|date:"j F Y" }}</td>
<td>{{ invitations }}</td><td>{{ crs }}</td>
</tr>{% endfor %}</table>"""
QUERY = "SELECT number, family, date, invitations, crs FROM draws_draw ORDER BY date DESC LIMIT 50"

if not settings.configured:
    settings.configure(
        SECRET_KEY="of a measure",  # noqa: S106
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        ROOT_URLCONF=__name__,
        DATABASES={
            "default": environ.Env().db("DATABASE_URL") | {"CONN_MAX_AGE": 60},
        },
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        CACHES={
            "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
            "redis": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": os.environ["REDIS_URL"],
                "KEY_PREFIX": "minimal",
            },
        },
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    )


def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page of Cutline as it was packed."""
    headers = {"Content-Encoding": CODING} if CODING else {}
    return HttpResponse((PAGES / name).read_bytes(), headers=headers)


def uncached(request: HttpRequest) -> HttpResponse:
    """A list of rows, with one query."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY)
        rows = cursor.fetchall()
    return HttpResponse(engines["django"].from_string(LIST).render({"rows": rows}))


urlpatterns = [
    path("memory/<str:name>", cache_page(3600)(page)),
    path("redis/<str:name>", cache_page(3600, cache="redis")(page)),
    path("uncached", uncached),
]

application = get_wsgi_application()
