"""Fill an empty site with the records that come with Cutline."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from ingest import pipeline
from ingest.models import Capture


class Command(BaseCommand):
    help = "Load each bundled record that the site does not have yet; leave the others alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for key, entry in settings.INGEST_SOURCES.items():
            if "bundle" in entry:
                self._load(key, **entry["bundle"])

    def _load(self, key: str, body: str, unless: str = "") -> None:
        content = import_string(body)()
        if _is_there(key, content, unless):
            self.stdout.write(f"{key}: the site has its rows, nothing to load.")
            return
        attempt = pipeline.bring_in(key, content, Capture.Via.BUNDLE)
        if not attempt.succeeded:
            raise CommandError(f"{key}: {attempt.message}")
        self.stdout.write(f"{key}: loaded {attempt.created} rows.")


def _is_there(key: str, content: bytes, unless: str) -> bool:
    """Whether the site has rows of that model; without one, whether it has these very bytes."""
    if unless:
        return bool(import_string(unless).objects.exists())
    return pipeline.has_stored(key, content)
