"""The name of this app on the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from articles.audit import events as noted
        from articles.signin import events

        events.connect()
        noted.connect()
