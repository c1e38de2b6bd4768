"""Words that are kept in both languages."""

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """The languages that articles are written in, as in the addresses of the site."""

    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")


def active_language() -> str:
    """The language of the page that is being made: en or fr."""
    return "fr" if (get_language() or "").startswith("fr") else "en"


def in_active_language(row: Any, field: str) -> str:
    """`<field>_en` or `<field>_fr`, whichever the page is in; the other one rather than none."""
    own, other = ("fr", "en") if active_language() == "fr" else ("en", "fr")
    text: str = getattr(row, f"{field}_{own}") or getattr(row, f"{field}_{other}")
    return text
