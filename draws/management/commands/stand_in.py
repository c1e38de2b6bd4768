"""Serve a copy of the official feed on a local port, until Ctrl-C or SIGTERM."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from draws.standin.official import ENCODINGS
from draws.standin.server import StandIn
from draws.standin.wishes import BadWish


class Command(BaseCommand):
    help = "Serve a copy of the official feed on a local port; it can misbehave on request."
    # It needs neither the database nor the rest of the project to be in order.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8900, help="0 takes any free port")
        parser.add_argument(
            "--rounds", type=int, help="start with the first N rounds; the others are the next"
        )
        parser.add_argument(
            "--french",
            choices=ENCODINGS,
            default=ENCODINGS[0],
            help="encoding of the French file",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stopped = threading.Event()
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, lambda *_: stopped.set())
        try:
            server = StandIn(
                port=options["port"],
                rounds=options["rounds"],
                french_encoding=options["french"],
                say=self._say,
            )
        except (BadWish, OSError, OverflowError) as refused:
            raise CommandError(f"The stand-in cannot start: {refused}") from refused
        with server:
            self._introduce(server)
            stopped.wait()
        self._say("The stand-in has stopped.")

    def _introduce(self, server: StandIn) -> None:
        self._say(
            f"The stand-in serves {server.url}\n"
            f"                and {server.url_fr}\n"
            f"Newest round: {server.official.newest.number}. What it can do: {server.root}/\n"
            f"Point Cutline at it:  IRCC_ROUNDS_URL={server.url} make run\n"
            f"Publish a round:      curl -X POST {server.root}/next\n"
            "Ctrl-C stops it."
        )

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
