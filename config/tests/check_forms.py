"""500 random filters in every form, and the memory of a site with a hundred times the draws.

    python -m config.tests.check_forms

Prints what it found; ends with 1 where forms differ or memory grows with the rows.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import django

from config.tests.site import ROOT, Site, prepare, running

COUNT = 500
TIMES = 100
# What one answer may add to a process, in MB, however many rows it has.
MOST_MEMORY = 40.0
LARGE = ("/draws.csv", "/draws.ndjson", "/draws.json", "/draws.rss", "/draws.atom")


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.tests.settings")
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        wrong = _check(Path(folder) / "site")
    with tempfile.TemporaryDirectory() as folder:
        grown = _measure(Path(folder))
    return 1 if wrong or grown else 0


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _check(data: Path) -> int:
    from config.tests.every_form import faults, questions

    others = (
        *("/news", "/news/express-entry", "/news/data-notes", "/topics/tie-break"),
        *("/authors/noor-haddad", "/pnp/ontario/2026-02-02"),
    )
    begun, answered = time.monotonic(), 0
    with running(data) as site:

        def ask(path: str) -> tuple[int, bytes]:
            nonlocal answered
            status, body = _ask(site, path)
            answered += status == 200
            return status, body

        found = [fault for asked in questions(7, COUNT, others) for fault in faults(asked, ask)]
    _say(*found)
    taken = time.monotonic() - begun
    _say(f"{COUNT} filters, {answered} answers, {len(found)} differ, {taken:.0f} s")
    return len(found)


def _ask(site: Site, path: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(site.url + path, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def _measure(data: Path) -> int:
    site = prepare(data)
    site.manage("load_bundled")
    bad = 0
    for times in (1, TIMES):
        if times > 1:
            _say(_run(site, MULTIPLY.format(times=times)).strip())
        for path in LARGE:
            size, seconds, memory = _run(site, ANSWER.format(path=path)).split()
            _say(f"{times:4d} x {path:14} {int(size):11,d} bytes {seconds:>6} s {memory:>6} MB")
            bad += float(memory) > MOST_MEMORY
    return bad


def _run(site: Site, code: str) -> str:
    """What a fresh process of the site prints."""
    done = subprocess.run(
        [sys.executable, "-c", SETUP + code],
        cwd=ROOT,
        env=site.environment | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


SETUP = "import django; django.setup()\n"

# Copies of every draw far in the future of their numbers, with the same counts of the pool.
MULTIPLY = """
from draws.models import Draw
from publish import editions
rows = list(Draw.objects.oldest_first())
for turn in range(1, {times}):
    for row in rows:
        row.pk = None
        row.serial += 10 * len(rows) * 2
        row.number = str(row.serial // 10) + "abcdefghi"[row.serial % 10 - 1] \\
            if row.serial % 10 else str(row.serial // 10)
    Draw.objects.bulk_create(rows, batch_size=500)
editions.advance("copies")  # what was kept of fewer draws is no answer any more
print(Draw.objects.count(), "draws")
"""

# The answer is read as a server would: a piece at a time, none of them kept.
ANSWER = """
import resource, time
from django.test import Client
client = Client(SERVER_NAME="localhost")
assert client.get("/embed/draw/9/").status_code == 200
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before, begun, size = peak(), time.monotonic(), 0
for piece in client.get("{path}"):
    size += len(piece)
print(size, round(time.monotonic() - begun, 1), round(peak() - before, 1))
"""

if __name__ == "__main__":
    sys.exit(main())
