"""What stands beside the text in the form of an article: its state and the way on from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles import publishing
from articles.admin import steps
from articles.desk.words import both_zones
from articles.models import Article
from articles.workflow import presence, preview, roles, versions
from articles.workflow.transitions import APPROVE

State = Article.State


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why nothing was saved: the message, the field that it is about, "" for none, and where."""

    message: str
    label: Any = ""
    anchor: str = ""


def wrong(form: Any, formsets: Iterable[Any]) -> list[Wrong]:
    """Everything that was refused, to be said above the form, with the way to each place: what is
    asked with a step stands beside the text, where its errors could be overlooked."""
    found = [Wrong(message) for message in form.non_field_errors()]
    for name in (name for name in form.fields if name in form.errors):
        # A group of choices has no label of its own to lead to.
        anchor = form[name].id_for_label or "steps-heading"
        found += [Wrong(text, form[name].label, anchor) for text in form.errors[name]]
    for each in formsets:
        if each.formset.is_bound and not each.formset.is_valid():
            label = capfirst(str(each.opts.verbose_name_plural))
            words = _("Something is missing or wrong there.")
            found.append(Wrong(words, label, f"{each.formset.prefix}-group"))
    return found


def title(article: Article | None, *, may_change: bool) -> str:
    if article is None:
        return _("New article")
    return _("Edit the article") if may_change else _("Article")


def context(request: HttpRequest, article: Article | None) -> dict[str, Any]:
    """For the template of the form; the article is None while it is being added."""
    now = timezone.now()
    shown = article or Article(state=State.DRAFT)
    return {
        "article": article,
        "state": shown.get_state_display(),
        "steps": steps.offered(request.user, shown),
        "edited_by": roles.name_of(shown.edited_by) if shown.edited_by else "",
        "next": _next(request.user, article),
        "missing": publishing.obstacles(article) if article and not article.is_published else [],
        "tasks": article.tasks.open() if article else (),
        "sent_back": _sent_back(article),
        "present": presence.arrive(article, request.user, now) if article else (),
        "links": _links(article, now),
        "days": preview.DAYS,
        "usual_days": preview.USUAL_DAYS,
        "clock": _clock(now),
        "reading": _reading(article),
        "live": article.get_absolute_url() if article and article.is_published else "",
    }


def _reading(article: Article | None) -> list[tuple[Any, str]]:
    """The parts as plain text, for whoever may not change them now."""
    if article is None:
        return []
    texts = versions.texts_of(article, list(article.questions.select_related("bank")))
    return [(versions.LABELS[name], texts[name]) for name in texts]


def _next(user: Any, article: Article | None) -> str:
    """Who is at turn, in a sentence."""
    if article is None or article.state == State.DRAFT:
        return _("Next: a reporter or an editor finishes it and sends it to review.")
    if article.state == State.SCHEDULED and article.scheduled_for:
        return _("Comes out %(moment)s.") % {"moment": both_zones(article.scheduled_for)}
    if article.state == State.PUBLISHED and article.published_at:
        return _("Out since %(moment)s.") % {"moment": both_zones(article.published_at)}
    if article.state == State.WITHDRAWN:
        return _("Readers do not find it. An editor can send it to review again.")
    return _waits(user, article)


def _waits(user: Any, article: Article) -> str:
    if roles.may(user, "publish", article):
        return _("Waits for you or another who did not write it.")
    return _("Waits for approval.") + " " + roles.advice(APPROVE, user, article)


def _sent_back(article: Article | None) -> str:
    """Why the article is a draft again, as long as nobody has saved it since."""
    if article is None or article.state != State.DRAFT:
        return ""
    history: Any = article.history
    newest = list(history.order_by("-history_id")[:2])
    if len(newest) == 2 and newest[1].state in (State.REVIEW, State.SCHEDULED):
        return f"{roles.name_of(newest[0].history_user)}: {newest[0].history_change_reason}"
    return ""


def _links(article: Article | None, now: datetime) -> list[dict[str, Any]]:
    if article is None:
        return []
    return [
        {"link": link, "address": preview.address(link), "by": roles.name_of(link.made_by)}
        for link in preview.open_links(article, now)
    ]


def _clock(now: datetime) -> str:
    """What time it is in Ottawa and in UTC, for whoever sets a moment without scripts."""
    return _("Now: %(moment)s.") % {"moment": both_zones(now)}
