"""Takes mutated bodies in through the real pipeline, and looks at the record after each.

    python -m config.drills.feeding SEED FIRST LAST

Each body meets the same record, and what it did is undone. Prints one JSON object: outcomes,
faults (a sentence each), and the slowest body in seconds.
"""

import json
import logging
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import django

ROUNDS = 24
SLOWEST = 5.0
PAGES = Path(__file__).resolve().parents[2] / "pnp" / "tests" / "pages"
# Feed key -> stored page; the two of Ontario are named otherwise.
NAMES = {"pnp-on-noi": "on_notifications"}
# Which source the next body is for, and how often.
SOURCES = ("ircc", "ircc", "ircc", "ircc-fr", "pnp", "pnp")
PLAIN = re.compile(r"<[^>]*>")

Record = dict[Any, tuple[Any, ...]]


@dataclass(slots=True)
class Tally:
    """What came of the bodies so far."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    changed: int = 0
    slowest: float = 0.0


def feed(seed: str, first: int, last: int) -> Tally:
    """Take in the bodies of these numbers, into a database that was just made."""
    from config.drills import mutants, readings

    good = _good_bodies()
    provinces = sorted(good.keys() - {"ircc", "ircc-fr"})
    tally, before = Tally(), {key: readings.of(key) for key in good}
    for number in range(first, last):
        random = Random(f"{seed} {number}")
        kind = random.choice(SOURCES)
        key = random.choice(provinces) if kind == "pnp" else kind
        mutate = mutants.of_page if kind == "pnp" else mutants.of_feed
        body = mutate(random, good[key])
        _feed(tally, f"body {number} ({key})", key, body, before[key])
    return tally


def _good_bodies() -> dict[str, bytes]:
    """The sources as they are when all is well, stored."""
    from draws.standin.official import Official
    from ingest.models import Attempt
    from ingest.pipeline import bring_in
    from pnp import registry

    official, bodies = Official(), dict[str, bytes]()
    for key, language in (("ircc", "en"), ("ircc-fr", "fr")):
        rows = official.rows(language)[:ROUNDS]
        bodies[key] = json.dumps({"classes": "wb-tables", "rounds": rows}, indent=1).encode()
    for province, feed in registry.feeds():
        name = NAMES.get(feed.key, province.code)
        bodies[feed.key] = (PAGES / f"{name}.html").read_bytes()
    for key, body in bodies.items():
        attempt = bring_in(key, body)
        if attempt.outcome not in (Attempt.Outcome.STORED, Attempt.Outcome.HELD):
            raise RuntimeError(f"{key}: {attempt.outcome}, {attempt.message}")
    return bodies


def _feed(tally: Tally, name: str, key: str, body: bytes, before: Record) -> None:
    from django.db import transaction

    try:
        with transaction.atomic():
            _take(tally, name, key, body, before)
            transaction.set_rollback(True)
    except Exception as error:
        tally.faults.append(f"{name}: {type(error).__name__}: {error}"[:300])


def _take(tally: Tally, name: str, key: str, body: bytes, before: Record) -> None:
    from config.drills import readings
    from ingest.models import Attempt
    from ingest.pipeline import bring_in

    marks = readings.marks()
    began = time.monotonic()
    attempt = bring_in(key, body)
    took = time.monotonic() - began
    tally.slowest = max(tally.slowest, took)
    tally.outcomes[f"{key.partition('-')[0]} {attempt.outcome}"] += 1
    faults = [f"it took {took:.1f} s"] if took > SLOWEST else []
    if attempt.outcome == Attempt.Outcome.FAILED:
        faults.append(f"it failed: {attempt.message}")
    after = readings.of(key)
    changes = readings.changes(before, after)
    if attempt.outcome != Attempt.Outcome.STORED and (changes or readings.marks() != marks):
        faults.append(f"{attempt.outcome}, and yet the record moved: {changes[:3]}")
    tally.changed += bool(changes)
    faults += readings.judge(key, changes, len(before), _texts(body), marks)
    tally.faults += [f"{name}: {fault}"[:300] for fault in faults]


def _texts(body: bytes) -> list[str]:
    """The body as somebody may read it."""
    read = []
    for coding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"):
        try:
            text = body.decode(coding)
        except UnicodeError:
            continue
        read.append(unescape(PLAIN.sub(" ", text)) if "<t" in text else text)
    return read or [body.decode("utf-8", "replace")]


if __name__ == "__main__":
    django.setup()
    logging.disable(logging.CRITICAL)
    told = feed(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({name: getattr(told, name) for name in Tally.__slots__}))
