"""`manage.py read_archive`: what the worker does each night, and how fast it is."""

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.receipt.archive import PORTION, read_archive


class Command(BaseCommand):
    help = "Read every public article against the record again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--portion", type=int, default=PORTION, help="articles at a time")

    def handle(self, *args: Any, **options: Any) -> None:
        began = perf_counter()
        read = read_archive(portion=max(1, options["portion"]))
        seconds = perf_counter() - began
        self.stdout.write(
            f"{read.articles} articles in {seconds:.2f} s ({read.articles / seconds:.0f} a second);"
            f" contradicted: {read.contradicted}, receipts that changed: {read.changed},"
            f" could not be read: {read.unread}"
        )
