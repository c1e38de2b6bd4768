"""Marks a string for the French catalogue and leaves it as it is.

Django's own `gettext_noop` reads the settings, and the settings read the registry of provinces.
"""


def marked(text: str) -> str:
    return text
