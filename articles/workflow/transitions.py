"""Which step an article can take from where, and the permission that the step asks for."""

from collections.abc import Mapping
from enum import StrEnum

from articles.models import Article

WRITE = "articles.change_article"
APPROVE = "articles.publish_article"
WITHDRAW = "articles.withdraw_article"


class Verb(StrEnum):
    """The verbs of articles.publishing for articles, by the names of their functions."""

    SAVE = "save_draft"
    SEND_TO_REVIEW = "send_to_review"
    SEND_BACK = "send_back"
    RELEASE = "release"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    REVISE = "revise"
    RESTORE = "restore"
    WITHDRAW = "withdraw"


# What lets readers see words: another than who wrote them has to look first.
APPROVALS = frozenset({Verb.PUBLISH, Verb.SCHEDULE})

_State = Article.State
# Who is asked for the permission of a step; a step that is not named cannot be taken from there.
STEPS: Mapping[str, Mapping[Verb, str]] = {
    _State.DRAFT: {
        Verb.SAVE: WRITE,
        Verb.SEND_TO_REVIEW: WRITE,
        Verb.RESTORE: WRITE,
        Verb.RELEASE: APPROVE,
        Verb.SCHEDULE: APPROVE,
        Verb.PUBLISH: APPROVE,
    },
    _State.REVIEW: {
        Verb.SAVE: APPROVE,
        Verb.SEND_BACK: APPROVE,
        Verb.RESTORE: APPROVE,
        Verb.RELEASE: APPROVE,
        Verb.SCHEDULE: APPROVE,
        Verb.PUBLISH: APPROVE,
    },
    _State.SCHEDULED: {
        Verb.UNSCHEDULE: APPROVE,
        Verb.SEND_BACK: APPROVE,
        Verb.SCHEDULE: APPROVE,
        Verb.PUBLISH: APPROVE,
    },
    _State.PUBLISHED: {
        Verb.REVISE: APPROVE,
        Verb.RESTORE: APPROVE,
        Verb.WITHDRAW: WITHDRAW,
    },
    _State.WITHDRAWN: {
        Verb.SAVE: APPROVE,
        Verb.SEND_TO_REVIEW: APPROVE,
        Verb.RESTORE: APPROVE,
        Verb.SCHEDULE: APPROVE,
        Verb.PUBLISH: APPROVE,
    },
}


def permission_for(verb: Verb, state: str) -> str | None:
    """The permission that the step asks for; None where it cannot be taken from this state."""
    return STEPS[state].get(verb)


def writing_permission(state: str) -> str | None:
    """The permission to change the words of an article where it stands; None: nobody now."""
    steps = STEPS[state]
    return steps.get(Verb.SAVE) or steps.get(Verb.REVISE) or steps.get(Verb.UNSCHEDULE)
