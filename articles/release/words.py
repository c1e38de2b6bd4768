"""A release in words: what is new in it, and how to cite it."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from publish.formats import figure, long_day
from publish.models import Release


def changes_in_words(release: Release) -> list[str]:
    """One phrase for each kind of change; kinds that nobody asks for are left out."""
    counts = release.changes
    draws, days = counts.get("draw.published", 0), counts.get("pnp.published", 0)
    completed = counts.get("figure.completed", 0)
    corrected = counts.get("figure.corrected", 0) + counts.get("figure.withdrawn", 0)
    phrases = [
        (draws, ngettext("%(n)s new draw", "%(n)s new draws", draws)),
        (days, ngettext("%(n)s new provincial draw", "%(n)s new provincial draws", days)),
        (corrected, ngettext("%(n)s correction", "%(n)s corrections", corrected)),
        (completed, ngettext("%(n)s row completed", "%(n)s rows completed", completed)),
    ]
    return [phrase % {"n": figure(count)} for count, phrase in phrases if count]


def citation(release: Release) -> str:
    """How to name the release where it is used."""
    return _(
        "Cutline, Express Entry and provincial draws, data release %(edition)s,"
        " %(day)s, %(address)s"
    ) % {
        "edition": release.edition,
        "day": long_day(release.made_at.date()),
        "address": f"{settings.SITE_URL}/data/{release.edition}/datapackage.json",
    }
