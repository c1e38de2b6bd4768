"""Write what articles are found by and what they show again: after rows came in past the desk
(loaddata, restores)."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.publishing.noting import note_all


class Command(BaseCommand):
    help = "Write what all articles are found by, and what they show of the record, again."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{note_all()} articles can be found.")
