"""Fill an empty site with the records that come with Cutline."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from ingest import pipeline
from ingest.models import Capture


class Command(BaseCommand):
    help = "Load each bundled record of which the site has no rows yet; leave the others alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for key, entry in settings.INGEST_SOURCES.items():
            if "bundle" in entry:
                self._load(key, **entry["bundle"])

    def _load(self, key: str, body: str, unless: str) -> None:
        if import_string(unless).objects.exists():
            self.stdout.write(f"{key}: the site has its rows, nothing to load.")
            return
        attempt = pipeline.bring_in(key, import_string(body)(), Capture.Via.BUNDLE)
        if not attempt.succeeded:
            raise CommandError(f"{key}: {attempt.message}")
        self.stdout.write(f"{key}: loaded {attempt.created} rows.")
