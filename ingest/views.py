"""Is the data fresh? In words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ingest import health


@require_safe
@never_cache
def status(request: HttpRequest) -> HttpResponse:
    """Not from the page cache: the last attempt changes without a new edition."""
    return render(request, "ingest/status.html", {"sources": health.of_fetched_sources()})
