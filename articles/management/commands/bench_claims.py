"""Measure how well statements are judged, on texts kept apart from those they were built on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.claims.bench.article import articles
from articles.claims.bench.measure import Marks, measure
from articles.claims.record import record_of
from draws import bundle
from pnp import bundle as provinces


class Command(BaseCommand):
    help = "Print the marks of the reading of statements: of both sets of texts, or of one."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--set", choices=("dev", "held-out"), action="append", dest="sets")
        parser.add_argument("--lang", choices=("en", "fr"))
        parser.add_argument("--missed", action="store_true", help="list what was not found")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = provinces.parsed()
        record = record_of(bundle.rounds(), rows.rows, rows.months)
        for name in options["sets"] or ("dev", "held-out"):
            told = [a for a in articles(name, record) if options["lang"] in (None, a.language)]
            self._print(name, measure(told, record), options["missed"])

    def _print(self, name: str, marks: Marks, missed: bool) -> None:
        self.stdout.write(
            f"{name}: {marks.articles} true articles\n"
            f"  changed figures found                        {marks.figures_share:6.1f} %"
            f" of {marks.figures} (at least 95)\n"
            f"  changed superlatives, counts, ranges found   {marks.others_share:6.1f} %"
            f" of {marks.others} (at least 90)\n"
            f"  true articles wrongly stopped                {marks.stopped_share:6.1f} %"
            " (below 2)\n"
            f"  articles a second                            {marks.speed:6.0f}   (at least 50)"
        )
        for line in marks.stopped:
            self.stdout.write(f"  stopped: {line}")
        for line in marks.missed if missed else ():
            self.stdout.write(f"  missed: {line}")
