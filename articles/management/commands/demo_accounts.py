"""Accounts to try the desk with, and their passwords: printed once, kept nowhere."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.demo import accounts


class Command(BaseCommand):
    help = (
        "Make a demonstration reporter, editor and publisher, or give them new passwords, and"
        " print these once. Only where SITE_URL is an address of this machine."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--first-start",
            action="store_true",
            help="do nothing where the site has an account already, or others can reach it",
        )

        parser.add_argument(
            "--code",
            action="store_true",
            help="print the code that the second step of signing in asks for now; change nothing",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["first_start"] and not self._is_first():
            return
        try:
            if options["code"]:
                self._tell_codes(accounts.codes())
                return
            made = accounts.make()
        except accounts.NotHere as refused:
            raise CommandError(str(refused)) from refused
        self._tell(made)

    def _is_first(self) -> bool:
        return accounts.is_local() and not accounts.anybody()

    def _tell(self, made: list[accounts.Account]) -> None:
        self.stdout.write(f"\nThe desk: {settings.SITE_URL}/admin/ (in French: /fr/admin/)")
        for account in made:
            more = "  (and a code)" if account.asked_for_code else ""
            self.stdout.write(f"  {account.name:<10} password: {account.password}{more}")
        self.stdout.write(
            "These passwords are shown this once and kept nowhere. New ones:\n"
            "  .venv/bin/python manage.py demo_accounts\n"
            "The code that a phone would show now (publishers sign in with one, too):\n"
            "  .venv/bin/python manage.py demo_accounts --code\n"
            "An account of your own: .venv/bin/python manage.py createsuperuser\n"
        )

    def _tell_codes(self, codes: dict[str, str]) -> None:
        for name, code in codes.items():
            self.stdout.write(f"  {name:<10} code: {code}")
