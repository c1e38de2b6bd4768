"""Put the record and the files of the site into a folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import backups
from config.backups.databases import Failed


class Command(BaseCommand):
    help = "Make a backup of database and media in a folder, with checksums; the site may run."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the backups lie, each in a folder")
        parser.add_argument("--keep", type=int, help="delete all but so many of the newest")
        parser.add_argument(
            "--verify", action="store_true", help="`folder` is one backup: only check its files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, keep = options["folder"], options["keep"]
        if keep is not None and keep < 1:
            raise CommandError("--keep takes 1 or more.")
        try:
            if options["verify"]:
                backups.verify(folder)
                self.stdout.write(f"{folder} is as it was made.")
                return
            made = backups.make(folder)
            backups.verify(made)
        except (backups.NotABackup, backups.NotEmpty, Failed, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(made))
        for gone in backups.prune(folder, keep) if keep else []:
            self.stdout.write(f"deleted {gone}")
