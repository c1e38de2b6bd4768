"""`manage.py watch`: is anything wrong for longer than it should be? For a timer, and by hand."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ingest import alarms
from ingest.models import Alarm


class Command(BaseCommand):
    help = "Open and close alarms, tell ALARM_EMAILS of what is new, and print those that are open."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print a JSON list")

    def handle(self, *args: Any, **options: Any) -> None:
        found = alarms.watch()
        self.stdout.write(_as_json(found) if options["json"] else _in_words(found))
        if found:
            sys.exit(1)


def _in_words(found: list[Alarm]) -> str:
    return "\n".join(alarm.message for alarm in found) or "Nothing is wrong."


def _as_json(found: list[Alarm]) -> str:
    names = ("kind", "subject", "message")
    rows = [
        {name: getattr(alarm, name) for name in names} | {"since": alarm.began_at.isoformat()}
        for alarm in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
