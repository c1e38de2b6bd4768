"""What a process of a drill does beside the site's work: die where it is told, move its clock."""

from django.apps import AppConfig
from django.conf import settings


class DrillsConfig(AppConfig):
    name = "config.drills"
    label = "drills"

    def ready(self) -> None:
        from config.drills import clockwork, steps, waits

        waits.shorten(getattr(settings, "QUICK", 1.0))
        if folder := getattr(settings, "DRILL_FOLDER", ""):
            steps.listen(folder)
            clockwork.follow(folder)
