"""Writing into the audit log: a row in the database, and a line in the log of the process."""

import logging
from typing import Any

from django.utils import timezone

from articles.models.audit import LONGEST_NAME, AuditEntry

logger = logging.getLogger("audit")


def note(action: str, *, by: Any, of: Any = None, **detail: Any) -> None:
    """Note that somebody did a thing to something; `by` is None for the site itself.

    In the transaction of the deed: what is undone was not done. `detail` holds codes and keys,
    never what somebody typed, a secret, or an address of the network.
    """
    known = by is not None and by.pk is not None
    AuditEntry.objects.create(
        at=timezone.now(),
        action=action,
        actor_id=by.pk if known else None,
        actor_name=by.get_username()[:LONGEST_NAME] if known else "",
        object_type=of._meta.label_lower if of is not None else "",
        object_id=str(of.pk) if of is not None else "",
        object_name=str(of)[:LONGEST_NAME] if of is not None else "",
        detail=detail,
    )
    # Keys alone: the log of a process travels further than the database.
    line = {"actor": by.pk if known else None, "of": _key(of), **detail}
    logger.info("%s", action, extra={f"audit_{name}": value for name, value in line.items()})


def _key(of: Any) -> str:
    return f"{of._meta.label_lower}:{of.pk}" if of is not None else ""
