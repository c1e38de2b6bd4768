"""What is counted of the way out, for Prometheus.

Several processes serve a site: each writes its counts into a file of METRICS_DIR, and whichever is
asked for /metrics adds them up.
"""

from django.conf import settings

# Read first: the settings tell the library where the files lie, and it looks but once.
FILES = settings.METRICS_DIR

from prometheus_client import Counter, Histogram  # noqa: E402

# `came`: "front" (from memory, before Django), "unchanged" (304), "cache", "rendered", "stale" (the
# database is away), "streamed".
PAGES = Counter("cutline_pages", "Answers of public pages, by where they came from", ["came"])
RENDERING = Histogram(
    "cutline_rendering_seconds",
    "Time to render a public page that was not kept",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)
REQUESTS = Histogram(
    "cutline_request_seconds",
    "Time to answer a request that reached Django",
    ["view", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
