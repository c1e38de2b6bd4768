"""Short texts of the desk: moments in both zones, time that has gone by."""

from datetime import datetime, timedelta

from django.utils.translation import ngettext

from publish.formats import minute, newsroom


def both_zones(moment: datetime) -> str:
    """17 Feb 2026, 11:52 ET (17 Feb 2026, 16:52 UTC)."""
    return f"{newsroom(moment)} ({minute(moment)})"


def lasting(span: timedelta) -> str:
    """3 minutes, 5 hours, 2 days: whole units, the largest that fits."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    if minutes < 48 * 60:
        return ngettext("%(n)d hour", "%(n)d hours", minutes // 60) % {"n": minutes // 60}
    days = minutes // (24 * 60)
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
