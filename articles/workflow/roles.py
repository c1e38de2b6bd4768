"""Who may take which step with an article, and who could instead."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from articles.models import Article
from articles.workflow.transitions import APPROVALS, APPROVE, WITHDRAW, Verb, permission_for

# The groups that migrations make, and where each permission is to be had.
REPORTER, EDITOR, PUBLISHER = "Reporter", "Editor", "Publisher"
HELD_BY = {APPROVE: (EDITOR, PUBLISHER), WITHDRAW: (PUBLISHER,)}
ALL_GROUPS = (REPORTER, EDITOR, PUBLISHER)


def may(user: Any, verb: Verb | str, article: Article) -> bool:
    """Whether somebody may take this step now. None is the site itself: whatever can be done."""
    return not refusal(user, verb, article)


def refusal(user: Any, verb: Verb | str, article: Article) -> str:
    """Why not, and who could instead, in words; "" where nothing is in the way."""
    verb = Verb(verb)
    permission = permission_for(verb, article.state)
    if permission is None:
        return wrong_state(article)
    if user is None:
        return ""
    if not user.has_perm(permission):
        return f"{_not_yours(permission)} {advice(permission, user, article)}"
    if verb in APPROVALS and is_own_work(user, article):
        return own_work(user, article)
    return ""


def _not_yours(permission: str) -> str:
    if permission == APPROVE:
        return _("Approving is not part of your role.")
    return _("This step is not part of your role.")


def wrong_state(article: Article) -> str:
    said = {
        Article.State.DRAFT: _("That cannot be done now: the article is a draft."),
        Article.State.REVIEW: _("That cannot be done now: the article is in review."),
        Article.State.SCHEDULED: _("That cannot be done now: the article is scheduled."),
        Article.State.PUBLISHED: _("That cannot be done now: the article is public."),
        Article.State.WITHDRAWN: _("That cannot be done now: the article is withdrawn."),
    }
    return said[Article.State(article.state)]


def is_own_work(user: Any, article: Article) -> bool:
    """Whether this person changed the words last, where somebody else has to approve them."""
    return (
        not settings.ONE_PERSON_NEWSROOM
        and user is not None
        and article.edited_by_id is not None
        and article.edited_by_id == user.pk
    )


def own_work(user: Any, article: Article) -> str:
    said = _("You changed the text last, so somebody else has to approve it.")
    return f"{said} {advice(APPROVE, user, article)}"


def people(permission: str, *, without: Any = None) -> list[Any]:
    """The active people who hold a permission by their groups or their own, by name."""
    found = get_user_model().objects.with_perm(
        permission, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend"
    )
    gone = {row.pk for row in without or () if row is not None}
    named = [user for user in found.filter(is_staff=True) if user.pk not in gone]
    return sorted(named, key=name_of)


def name_of(user: Any) -> str:
    """What colleagues call somebody; the site itself where there is nobody."""
    if user is None:
        return _("the site")
    return str(user.get_full_name() or user.get_username())


def advice(permission: str, user: Any, article: Article) -> str:
    """Whom to ask; where nobody is there to be asked, what to do about it."""
    writers = [user]
    if permission == APPROVE and not settings.ONE_PERSON_NEWSROOM:
        writers.append(article.edited_by)
    names = [name_of(person) for person in people(permission, without=writers)]
    if names:
        return _("Ask %(names)s.") % {"names": either(names)}
    return empty_group(permission)


def empty_group(permission: str) -> str:
    groups = either([_group_label(name) for name in HELD_BY.get(permission, ALL_GROUPS)])
    if permission == APPROVE:
        return _(
            "Nobody else is in the group %(groups)s. An administrator can add somebody under"
            " Users, or set ONE_PERSON_NEWSROOM where one person writes and approves."
        ) % {"groups": groups}
    return _(
        "Nobody else is in the group %(groups)s. An administrator can add somebody under Users."
    ) % {"groups": groups}


def either(names: list[str]) -> str:
    """ "Ana, Luc or Noor"."""
    if len(names) == 1:
        return names[0]
    return _("%(some)s or %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def _group_label(name: str) -> str:
    labels = {REPORTER: _("Reporter"), EDITOR: _("Editor"), PUBLISHER: _("Publisher")}
    return labels[name]
