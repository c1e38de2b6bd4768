"""What is counted of the way out, for Prometheus.

Several processes serve a site: each writes its counts into a file of METRICS_DIR, and whichever is
asked for /metrics adds them up.
"""

import os
from contextlib import suppress

from django.conf import settings

# Read first: the settings tell the library where the files lie, and it looks but once.
FILES = settings.METRICS_DIR

from prometheus_client import Counter, Histogram, values  # noqa: E402
from prometheus_client.mmap_dict import MmapedDict  # noqa: E402

# Bytes of a file, more than all of our counts take.
ALLOCATED = 512 * 1024


class Allocated(MmapedDict):
    """A file of counts whose blocks are taken when it is made. The library's are only promised:
    where a disk has become full, the next count would end the process (SIGBUS)."""

    def __init__(self, filename: str, read_mode: bool = False) -> None:
        if not read_mode:
            with suppress(OSError), open(filename, "ab") as file:  # noqa: PTH123
                os.posix_fallocate(file.fileno(), 0, ALLOCATED)
        super().__init__(filename, read_mode)  # type: ignore[no-untyped-call]


values.MmapedDict = Allocated  # type: ignore[attr-defined]

# `came`: "front" (from memory, before Django), "unchanged" (304), "cache", "rendered", "stale" (the
# database is away), "streamed".
PAGES = Counter("cutline_pages", "Answers of public pages, by where they came from", ["came"])
# So that its file is there before a disk is full.
PAGES.labels("front")
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
