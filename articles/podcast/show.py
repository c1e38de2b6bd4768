"""The podcast as a whole: what the directories ask of a show, here only."""

import uuid

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import active_language

# Apple's lists, which Spotify follows: one category with one of its subcategories.
CATEGORY, SUBCATEGORY = "News", "Politics"
TYPE = "episodic"
AUTHOR = "Cutline"
# The namespace that podcast:guid is made in, by its specification.
NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def title() -> str:
    return _("The Cutline podcast")


def description() -> str:
    """Plain text of at most 4,000 characters."""
    return _(
        "What Canada’s Express Entry and provincial draws mean, draw by draw: the figures, the "
        "rules, and what is not known."
    )


def guid() -> uuid.UUID:
    """Which show this is, wherever its feed stands: made of the name that never changes."""
    return uuid.uuid5(NAMESPACE, f"{settings.ID_AUTHORITY}/podcast/{active_language()}")
