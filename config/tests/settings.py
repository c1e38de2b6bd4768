"""config.settings for the suite: what it writes, on disk or in Redis, belongs to this run alone.

The environment is set before config.settings reads it, and each xdist worker imports this anew.
"""

import atexit
import os
import shutil
import tempfile
from urllib.parse import urlsplit

# Only the two services are taken from outside: the rest is as on a fresh machine.
for _name in ("PORT", "DEBUG", "SITE_URL", "ALLOWED_HOSTS", "SECRET_KEY", "STATIC_STORAGE"):
    os.environ.pop(_name, None)

_data = tempfile.mkdtemp(prefix="cutline-tests-")
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["CUTLINE_DATA"] = _data
os.environ["PROMETHEUS_MULTIPROC_DIR"] = f"{_data}/metrics"

if _redis := os.environ.get("REDIS_URL"):
    # Clearing a Redis cache empties the whole numbered database, so no two workers share one.
    _parts = urlsplit(_redis)
    _worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    _number = int(_parts.path.strip("/") or 0) + _worker
    os.environ["REDIS_URL"] = _parts._replace(path=f"/{_number}").geturl()

from config.settings import *  # noqa: E402, F403
from config.settings import STATIC_ROOT  # noqa: E402

# WhiteNoise warns when nothing was ever collected, and a warning fails a test.
STATIC_ROOT.mkdir(exist_ok=True)

# A password of a test need not be slow to guess.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, as in real life: SQLite's shared memory mode locks whole tables between threads.
    DATABASES["default"]["TEST"] = {"NAME": f"{_data}/test.sqlite3"}  # noqa: F405
