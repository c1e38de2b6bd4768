"""How an answer says that it may be out of date: the database cannot be asked at the moment."""

import time
from datetime import UTC, datetime

from publish.watch import watch

# `Age` is that of RFC 9111: seconds since the page was last known to be right. The other says
# that it was not looked at again, and since when, which Age does not.
MARK = "Cutline-Stale"


def headers(edition: int, made_at: float) -> dict[str, str]:
    """The headers of a page of this edition, made at `made_at` (seconds since 1970)."""
    seen = watch.last
    since = max(seen.told_at, made_at) if seen.number == edition else made_at
    moment = datetime.fromtimestamp(since, UTC).isoformat(timespec="seconds")
    age = max(int(time.time() - since), 0)
    return {"Age": str(age), MARK: f'since="{moment.replace("+00:00", "Z")}"'}
