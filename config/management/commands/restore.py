"""Fill an empty site from a backup."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import backups
from config.backups.databases import Failed


class Command(BaseCommand):
    help = "Restore a backup into an empty database and an empty media folder, and compare."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", type=Path, help="the folder of one backup")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest = backups.restore(options["backup"])
        except (backups.NotABackup, backups.NotEmpty, Failed, OSError) as error:
            raise CommandError(str(error)) from error
        rows = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(
            f"Restored {len(manifest['tables'])} tables with {rows} rows and"
            f" {len(manifest['files']) - 1} files; every checksum is the same."
        )
