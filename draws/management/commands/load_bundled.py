"""Fill an empty site with the rounds that come with Cutline."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from draws import bundle
from draws.models import Draw
from ingest import pipeline
from ingest.models import Capture


class Command(BaseCommand):
    help = "On an empty site, load every round since 2015; on any other, do nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if Draw.objects.exists():
            self.stdout.write("The site has its draws: nothing to load.")
            return
        attempt = pipeline.bring_in("bundle", bundle.as_bytes(), Capture.Via.BUNDLE)
        if not attempt.succeeded:
            raise CommandError(attempt.message)
        self.stdout.write(f"Loaded {attempt.created} draws.")
