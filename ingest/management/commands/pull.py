"""Pull one source once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ingest import pipeline
from ingest.models import HeldRow


class Command(BaseCommand):
    help = "Pull one source once and say what came of it, e.g. `pull ircc`."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", help="a source named in settings, e.g. ircc")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            attempt = pipeline.pull(options["source"])
        except pipeline.UnknownSource as unknown:
            raise CommandError(str(unknown)) from None
        if not attempt.succeeded:
            outcome = attempt.get_outcome_display()
            raise CommandError(f"{options['source']}: {outcome}: {attempt.message}")
        counts = ", ".join(f"{name} {number}" for name, number in attempt.counts.items())
        self.stdout.write(f"{options['source']}: {counts}")
        if attempt.message:
            self.stdout.write(f"{options['source']}: {attempt.message}")
        if attempt.held:
            for row in HeldRow.objects.of(options["source"]).waiting():
                self.stdout.write(f"{options['source']}: held: {row.message}")
