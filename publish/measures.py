"""What is counted of the way out, for Prometheus.

Several processes serve a site: each writes its counts into a file of PROMETHEUS_MULTIPROC_DIR,
and whichever is asked for /metrics adds them up.
"""

import os
from pathlib import Path

from django.conf import settings

# The library looks for this name once, when it is first imported.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(settings.METRICS_DIR))
Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(parents=True, exist_ok=True)

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
