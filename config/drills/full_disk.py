"""The disk is full: what is there is served, what cannot be written is said, nothing is half."""

import hashlib
import sqlite3
import subprocess
import sys
import time
import zlib
from contextlib import closing
from random import Random

from config.bench.programs import ROOT
from config.drills.asking import ask
from config.drills.away import FORMS, UNKNOWN
from config.drills.disks import fill
from config.drills.load import PATHS, Load
from config.drills.oracle import judge, published, shown, wait_until_settled
from config.drills.results import Options, Result
from config.drills.world import Stage, World, world

ROOM = 24 << 20


def drill(stage: Stage, random: Random, options: Options) -> Result:
    """SQLite, the file cache and the file broker on one disk that is full for a while."""
    with world(stage, "disk", random, with_files=True, room=ROOM) as site:
        site.start("web", "both")
        numbers = [published(site)]
        before = shown(site)
        result = Result(f"no byte left on the disk for {options.seconds:g} s")
        with Load(site.port, random) as load:
            for path in PATHS:
                ask(site, path)
            ballast = fill(site.folder)
            numbers.append(site.publish())
            end = time.monotonic() + options.seconds
            while time.monotonic() < end:
                result.faults += _served(site)
                time.sleep(0.5)
            if any(row != before.get(number) for number, row in shown(site).items()):
                result.remarks.append("the new round went in before the last byte was taken")
            result.faults += _said(site)
            restarts = site.restarts
            ballast.unlink()
            result.recovered = wait_until_settled(site)
            numbers.append(published(site))
        result.told = load.told
        result.faults += [f"{count} × {what}" for what, count in load.told.refused.items()]
        result.faults = sorted(set(result.faults)) + _corrupt(site)
        result.verdict = judge(site, numbers)
        result.remarks.append(f"worker ended by itself {restarts} times meanwhile")
        return result


def _served(site: World) -> list[str]:
    answers = {path: ask(site, path).status for path in (*PATHS, *UNKNOWN)}
    return [f"{path}: {status}" for path, status in answers.items() if status != 200]


def _said(site: World) -> list[str]:
    """What has to write says in words that it cannot."""
    found = []
    for path, form in FORMS.items():
        answer = ask(site, path, form)
        if answer.status >= 500 and "<h1" not in answer.text:
            found.append(f"{path}: {answer.status}, and no page of words")
    release = [sys.executable, "manage.py", "release_data"]
    done = subprocess.run(
        release, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=False
    )
    if "Traceback" in done.stderr:
        found.append(f"release_data: {done.stderr.strip().splitlines()[-1]}")
    return found


def _corrupt(site: World) -> list[str]:
    """What is not as it should be in the database and among the captures."""
    with closing(sqlite3.connect(site.folder / "cutline.sqlite3", timeout=20)) as opened:
        said = [row[0] for row in opened.execute("PRAGMA integrity_check")]
        said += [str(row) for row in opened.execute("PRAGMA foreign_key_check")]
        bodies = opened.execute("SELECT sha256, size, packed FROM ingest_capture").fetchall()
    found = [f"SQLite: {line}" for line in said if line != "ok"]
    for digest, size, packed in bodies:
        body = zlib.decompress(packed)
        if len(body) != size or hashlib.sha256(body).hexdigest() != digest:
            found.append(f"capture {digest[:12]} is not whole")
    return found
