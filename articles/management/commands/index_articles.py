"""Write what articles are found by again: after rows came in past the desk (loaddata, restores)."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.search import index


class Command(BaseCommand):
    help = "Write the words that articles are found by again, all of them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{index.rebuild()} articles can be found.")
