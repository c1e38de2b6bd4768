"""`manage.py release_data`: make the data release of the present record, or check the newest."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from articles.release.making import build, keep_up
from publish.models import Release


class Command(BaseCommand):
    help = "Make the data release of the present record, if it is not there yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="make the files again and compare them with those that were kept",
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        if check:
            self._check()
            return
        try:
            release = keep_up()
        except (OSError, DatabaseError) as error:
            raise CommandError(f"The release could not be written: {error}") from error
        if release is None:
            self.stdout.write("The newest release is of the present record.")
            return
        for file in release.files:
            self.stdout.write(f"{file['sha256']}  {file['name']}")
        self.stdout.write(f"Release {release.edition}.")

    def _check(self) -> None:
        with TemporaryDirectory() as folder:
            made = build(Path(folder))
        kept = Release.objects.filter(edition=made.edition).first()
        if kept is None:
            raise CommandError(f"There is no release of edition {made.edition} yet.")
        now = {fact.name: fact.sha256 for fact in made.facts}
        before = {file["name"]: file["sha256"] for file in kept.files}
        if different := sorted(name for name in now | before if now.get(name) != before.get(name)):
            raise CommandError(f"Not the same bytes: {', '.join(different)}")
        self.stdout.write(f"Release {kept.edition}: {len(now)} files, each the same byte for byte.")
