"""`manage.py messages`: bring locale/fr up to date, or say what is wrong with it."""

from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config import catalogue
from config.catalogue import FrenchCatalog


class Command(BaseCommand):
    help = "Collect the strings to translate into locale/fr and compile them; needs no gettext."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, name each fault")
        parser.add_argument("--root", type=Path, default=settings.BASE_DIR, help="project folder")

    def handle(self, *args: Any, root: Path, check: bool, **options: Any) -> None:
        folder = root / "locale" / "fr" / "LC_MESSAGES"
        found, known = catalogue.collect(root), catalogue.read(folder / "django.po")
        if check:
            self._check(found, known, folder)
        else:
            self._write(found, known, folder)

    def _check(self, found: FrenchCatalog, known: Catalog, folder: Path) -> None:
        faults = [str(problem) for problem in catalogue.problems(found, known)]
        compiled = folder / "django.mo"
        current = catalogue.as_mo(catalogue.merge(found, known))
        if not compiled.exists() or compiled.read_bytes() != current:
            faults.append("django.mo is not made from django.po (run `make messages`)")
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write(f"{len(found)} strings, all in French.")

    def _write(self, found: FrenchCatalog, known: Catalog, folder: Path) -> None:
        merged = catalogue.merge(found, known)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "django.po").write_bytes(catalogue.as_po(merged))
        (folder / "django.mo").write_bytes(catalogue.as_mo(merged))
        open_faults = sum(1 for _ in catalogue.problems(merged, merged))
        self.stdout.write(f"{len(merged)} strings, {open_faults} to look at (messages --check).")
