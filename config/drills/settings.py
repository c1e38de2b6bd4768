"""config.settings for the processes of a drill: time is shorter, and orders are listened to.

`DRILL_QUICK` says how many times shorter the waits of the site are than in real life.
"""

import os

from config.settings import *  # noqa: F403
from config.settings import CELERY_BEAT_SCHEDULE, INGEST_SOURCES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "config.drills.apps.DrillsConfig"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

QUICK = float(os.environ.get("DRILL_QUICK", "1"))
DRILL_FOLDER = os.environ.get("DRILL_FOLDER", "")

if QUICK != 1:
    for _entry in CELERY_BEAT_SCHEDULE.values():
        if _entry["schedule"] == 60.0:
            _entry["schedule"] = 60.0 / QUICK
    # `ingest.schedule` takes 20 seconds off each interval: a beat is never to the second.
    for _source in INGEST_SOURCES.values():
        _source["every_minutes"] = (20 + 60 / QUICK) / 60
    CELERY_BEAT_MAX_LOOP_INTERVAL = 1
    CELERY_REDBEAT_LOCK_TIMEOUT = 5
