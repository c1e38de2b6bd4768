"""What the project adds to Django itself."""

from importlib import import_module

from django.apps import AppConfig


class CutlineConfig(AppConfig):
    """Of the project as a whole: its system checks."""

    name = "config"

    def ready(self) -> None:
        # Each check registers itself.
        import_module("config.checks")
