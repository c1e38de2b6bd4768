"""Many times the record, to measure with: see docs/growth.md."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from config.growth import MOST, NotForThis, grow


class Command(BaseCommand):
    help = (
        "Multiply the record in a database that is for this alone. It cannot be undone, and the"
        " draws get other numbers. Only where SITE_URL is an address of this machine."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--times", type=int, default=100, help="how much larger (default 100)")
        parser.add_argument(
            "--anywhere", action="store_true", help="also where others can reach the site"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not 2 <= options["times"] <= MOST:
            raise CommandError(f"--times takes 2 to {MOST}.")
        try:
            found = grow(options["times"], anywhere=options["anywhere"])
        except NotForThis as refused:
            raise CommandError(str(refused)) from refused
        for name, rows in found.items():
            self.stdout.write(f"{rows:9,d} {name}")
        with connection.cursor() as cursor:
            # So that the planner knows of the rows before the first question.
            cursor.execute("ANALYZE")
