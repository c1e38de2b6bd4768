"""Articles that wait: for their writer, for another's eye, for their moment."""

from datetime import datetime
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.desk.people import Approvers
from articles.desk.rows import Row, Waiting, first_of, form_of, list_of, present
from articles.desk.words import both_zones, lasting
from articles.models import Article
from articles.workflow import roles
from articles.workflow.moments import LATE
from articles.workflow.transitions import APPROVE
from publish.formats import newsroom

ARTICLE = "articles_article"
State = Article.State


def drafts_of_mine(request: HttpRequest, now: datetime) -> Waiting | None:
    """Drafts that the person changed last."""
    if not request.user.has_perm("articles.change_article"):
        return None
    drafts = _listed(Article.objects.filter(state=State.DRAFT, edited_by=request.user.pk))
    shown, total = first_of(drafts.order_by("-pk"))
    rows = [
        Row(str(each), form_of(ARTICLE, each.pk), _filed(each), action=_("Write on"))
        for each in shown
    ]
    path = list_of(ARTICLE, state__exact=State.DRAFT.value, edited_by__id__exact=request.user.pk)
    return Waiting(rows, total, path, mine=True)


def in_review(request: HttpRequest, now: datetime) -> Waiting | None:
    """What waits for a second pair of eyes, first what this person may approve."""
    if not request.user.has_perm("articles.view_article"):
        return None
    shown, total = first_of(_listed(_others_first(request.user.pk)))
    may = request.user.has_perm(APPROVE)
    mine = [may and not roles.is_own_work(request.user, each) for each in shown]
    able = Approvers.now() if shown else Approvers([])
    rows = [_of_review(each, own, able) for each, own in zip(shown, mine, strict=True)]
    path = list_of(ARTICLE, state__exact=State.REVIEW.value)
    return Waiting(rows, total, path, mine=any(mine), note=able.note if shown else "")


def _others_first(me: Any) -> QuerySet[Article]:
    own = Case(When(edited_by=me, then=Value(1)), default=Value(0), output_field=IntegerField())
    found: QuerySet[Article] = Article.objects.filter(state=State.REVIEW)
    return found.alias(own=own).order_by("own", "pk")


def _of_review(article: Article, mine: bool, able: Approvers) -> Row:
    wait = "" if mine else able.waits_for(article)
    return Row(
        str(article),
        form_of(ARTICLE, article.pk),
        present([*_filed(article), _by(article), wait]),
        action=_("Read and approve") if mine else "",
    )


def scheduled(request: HttpRequest, now: datetime) -> Waiting | None:
    """What goes out by itself, soonest first, and what should have gone out and did not."""
    if not request.user.has_perm("articles.view_article"):
        return None
    shown, total = first_of(
        _listed(Article.objects.filter(state=State.SCHEDULED)).order_by("scheduled_for", "pk")
    )
    rows = [_of_schedule(each, now) for each in shown]
    late = any(row.late for row in rows)
    return Waiting(
        rows,
        total,
        list_of(ARTICLE, state__exact=State.SCHEDULED.value),
        mine=late and request.user.has_perm(APPROVE),
        note=_("Is the worker running? It publishes within a minute of the moment.")
        if late
        else "",
    )


def _of_schedule(article: Article, now: datetime) -> Row:
    moment = article.scheduled_for or now
    late = now - moment > LATE
    words = _("Overdue by %(time)s") % {"time": lasting(now - moment)} if late else ""
    path = form_of(ARTICLE, article.pk)
    return Row(str(article), path, [both_zones(moment), *_filed(article)], late=words)


def made_by_the_site(request: HttpRequest, now: datetime) -> Waiting | None:
    """Drafts of events that nobody has taken on, first those that the site could not finish."""
    if not request.user.has_perm("articles.view_article"):
        return None
    drafts = Article.objects.filter(
        state=State.DRAFT, story__drafted_from__isnull=False, edited_by__isnull=True
    )
    unfinished = Case(When(held_because="", then=1), default=0, output_field=IntegerField())
    shown, total = first_of(_listed(drafts).alias(whole=unfinished).order_by("whole", "-pk"))
    return Waiting(
        [_of_site(each) for each in shown],
        total,
        list_of(ARTICLE, state__exact=State.DRAFT.value, story__drafted_from__isempty=0),
        mine=request.user.has_perm("articles.change_article"),
    )


def _of_site(article: Article) -> Row:
    made = newsroom(article.story.created_at)
    facts = [*_filed(article), _("made %(moment)s") % {"moment": made}, article.held_because]
    late = _("Not finished") if article.held_because else ""
    path = form_of(ARTICLE, article.pk)
    return Row(str(article), path, present(facts), late=late, action=_("Take it on"))


def _listed(articles: QuerySet[Article]) -> QuerySet[Article]:
    return articles.select_related("story__category", "edited_by")


def _filed(article: Article) -> list[Any]:
    return [article.get_language_display(), article.story.category.name]


def _by(article: Article) -> str:
    user = article.edited_by
    return _("last changed by %(name)s") % {"name": roles.name_of(user)} if user else ""
