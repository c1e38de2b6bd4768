"""Run the whole site in one terminal: web server and worker with scheduler."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from honcho.manager import Manager


class Command(BaseCommand):
    help = "Start the web server and the worker (with its scheduler) and stop both together."

    def handle(self, *args: Any, **options: Any) -> None:
        python = sys.executable
        manager = Manager()
        manager.add_process(
            "web",
            f"{python} -m granian --interface wsgi --host 127.0.0.1 --port {settings.PORT}"
            f" --workers {settings.WEB_WORKERS} --blocking-threads 8 --no-access-log"
            " config.wsgi:application",
        )
        manager.add_process(
            "worker",
            f"{python} -m celery -A config worker -B --pool threads --concurrency 4"
            " --loglevel WARNING --without-mingle --without-gossip",
        )
        self.stdout.write(f"Cutline is starting on http://localhost:{settings.PORT}/")
        manager.loop()
        sys.exit(manager.returncode)
