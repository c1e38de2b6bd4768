"""Fill an empty newsroom with the demonstration content."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.demo import loader
from articles.models import Article


class Command(BaseCommand):
    help = "Load the demonstration articles and episodes, unless the site has articles."

    def handle(self, *args: Any, **options: Any) -> None:
        if Article.objects.exists():
            self.stdout.write("articles: the site has its articles, nothing to load.")
            return
        try:
            loaded = loader.load()
        except loader.DrawMissing as missing:
            raise CommandError(f"articles: {missing}; run load_bundled first.") from missing
        self.stdout.write(f"articles: loaded {loaded.articles}, with {loaded.episodes} episodes.")
