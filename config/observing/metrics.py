"""`/metrics` for Prometheus: what the processes of this machine counted, and what the database
knows of pulls, the age of the data, the queues and the deliveries.

It is for the machines of the newsroom: asked with the token of METRICS_TOKEN, or without one by
a program on this very machine. Everyone else finds no such page.
"""

import hmac
from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from config.observing import numbers
from publish import measures  # noqa: F401 - it tells the library where the counts lie
from publish.watch import watch, without_database


@without_database
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Everything, in the form that the scraper asks for."""
    if not _may_ask(request):
        raise Http404
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    registry.register(FromTheDatabase())
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return HttpResponse(encode(registry), content_type=content_type)


def _may_ask(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode())
    # A proxy in front would make every visitor one of this machine.
    from_here = request.META.get("REMOTE_ADDR", "") in ("127.0.0.1", "::1", "")
    return from_here and not request.headers.get("X-Forwarded-For")


class FromTheDatabase(Collector):
    """Read at each scrape: the same on every machine, and no process has to be asked. While the
    database is away, nothing but that it is."""

    def collect(self) -> Iterator[Metric]:
        try:
            known = _asked()
        except (DatabaseError, InterfaceError):
            known = []
        yield GaugeMetricFamily("cutline_database_up", "Whether the database answers", bool(known))
        yield from known


def _asked() -> list[Metric]:
    """All numbers, or an error of the database: some of them alone would look like the whole."""
    watch.insist()
    found: list[Metric] = []
    for name, about, labels, values in numbers.all_of_them(timezone.now()):
        family = GaugeMetricFamily(f"cutline_{name}", about, labels=labels)
        for of, value in values:
            family.add_metric(of, value)
        found.append(family)
    return found
