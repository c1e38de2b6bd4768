"""Read a file against the record: what it says of draws, the pool, provinces and rules."""

import datetime as dt
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.claims import Claim, read, stored
from articles.claims.files import Unreadable, guessed_language, texts_of_bytes

CONTRADICTED, BAD_USE = 1, 2
FIELDS = ("text", "kind", "verdict", "found", "expected", "source")


class Command(BaseCommand):
    help = (
        "Check the statements of an HTML or text file against the record. The exit status is 1"
        " where something is contradicted, 2 where the file cannot be read."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="an HTML or text file, - for the input")
        parser.add_argument("--lang", choices=("en", "fr"), help="guessed where it is not given")
        parser.add_argument(
            "--as-of", metavar="DATE", help="judge by what was known by then: 2026-02-17; today"
        )
        parser.add_argument("--json", action="store_true", help="a JSON list of all statements")

    def handle(self, *args: Any, **options: Any) -> None:
        as_of = _moment(options["as_of"])
        try:
            texts = texts_of_bytes(_bytes(options["file"]))
        except Unreadable as why:
            raise CommandError(f"{options['file']}: {why}", returncode=BAD_USE) from None
        language = options["lang"] or guessed_language(texts)
        claims = read(texts, language=language, as_of=as_of, known=stored())
        self.stdout.write(_as_json(claims) if options["json"] else _as_text(claims))
        if any(claim.is_contradicted for claim in claims):
            sys.exit(CONTRADICTED)


def _moment(text: str | None) -> dt.datetime:
    """The end of a day, or a moment."""
    if text is None:
        return dt.datetime.now(dt.UTC)
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"--as-of {text}: not a date such as 2026-02-17", returncode=BAD_USE
        ) from None
    if len(text) <= len("2026-02-17"):
        moment = dt.datetime.combine(moment.date(), dt.time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as why:
        reason = getattr(why, "strerror", None) or str(why)
        raise CommandError(f"{name}: {reason}", returncode=BAD_USE) from None


def _as_json(claims: list[Claim]) -> str:
    rows = [{name: str(getattr(claim, name)) for name in FIELDS} for claim in claims]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_text(claims: list[Claim]) -> str:
    lines = []
    for claim in claims:
        if claim.is_contradicted:
            lines.append(
                f"contradicted  {claim.kind}: {claim.found} → {claim.expected} {claim.source}"
            )
            lines.append(f"    {claim.text}")
    counts = [sum(claim.verdict == verdict for claim in claims) for verdict in VERDICTS]
    summary = ", ".join(f"{n} {verdict}" for n, verdict in zip(counts, VERDICTS, strict=True))
    return "\n".join([*lines, summary])


VERDICTS = ("true", "contradicted", "undecidable")
