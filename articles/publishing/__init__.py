"""The only way into the newsroom's tables: every change of what readers see goes through here.

Each verb is one transaction: the rows, their history with who and why, the stored words of bound
figures, redirects, tasks, and where readers see a difference the next edition and an event.
"""

from articles.publishing.promises import publish_due
from articles.publishing.readiness import gate_findings, obstacles
from articles.publishing.refusals import NotAllowed, NotReady, Outrun, WrongState
from articles.publishing.rows import delete, save, save_story
from articles.publishing.storing import LONGEST_REASON, settle, version_of
from articles.publishing.telling import begin_edition, order_changed, tell_of_story
from articles.publishing.verbs import (
    publish,
    release,
    restore,
    revise,
    save_draft,
    schedule,
    send_back,
    send_to_review,
    unschedule,
    withdraw,
)

__all__ = [
    "LONGEST_REASON",
    "NotAllowed",
    "NotReady",
    "Outrun",
    "WrongState",
    "begin_edition",
    "delete",
    "gate_findings",
    "obstacles",
    "order_changed",
    "publish",
    "publish_due",
    "release",
    "restore",
    "revise",
    "save",
    "save_draft",
    "save_story",
    "schedule",
    "send_back",
    "send_to_review",
    "settle",
    "tell_of_story",
    "unschedule",
    "version_of",
    "withdraw",
]
