"""`manage.py look_at_rules`, at each start: send what cites a rule that changed to review."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.rules.watch import look


class Command(BaseCommand):
    help = "Open a task for each article and answer that cites a rule that changed."

    def handle(self, *args: Any, **options: Any) -> None:
        if opened := look():
            self.stdout.write(f"Rules changed: {opened} texts are to be reviewed.")
