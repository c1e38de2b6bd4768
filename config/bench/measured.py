"""Cutline's settings where a measure needs the site to be otherwise than it is."""

import os

from config.settings import *  # noqa: F403
from config.settings import CACHES, TEMPLATES

if os.environ.get("BENCH_UNCACHED"):
    # Every request renders its page; FRONT_MEMORY_MB=0 says the same to what stands before Django.
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
# Each page that is rendered is a line in the file of BENCH_COUNTED.
TEMPLATES[0] |= {"BACKEND": "config.bench.counting.Counting", "NAME": "django"}
