"""What the record asks of an editor: held rows, sources that are late, the newest draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.desk.rows import Row, Waiting, first_of, form_of, list_of, present
from articles.models import Article, Language, Story
from draws.models import Draw
from ingest import health
from ingest.models import HeldRow
from publish.formats import newsroom


def held_rows(request: HttpRequest, now: datetime) -> Waiting | None:
    """Rows of sources that are doubted, oldest first, with the way to the decision."""
    if not request.user.has_perm("ingest.view_heldrow"):
        return None
    decides = request.user.has_perm("ingest.change_heldrow")
    waiting = HeldRow.objects.waiting().select_related("source").order_by("first_seen_at", "pk")
    shown, total = first_of(waiting)
    rows = [_of_held(each, decides) for each in shown]
    path = list_of("ingest_heldrow", state__exact=HeldRow.State.WAITING.value)
    return Waiting(rows, total, path, mine=decides)


def _of_held(row: HeldRow, decides: bool) -> Row:
    seen = _("since %(moment)s") % {"moment": newsroom(row.first_seen_at)}
    return Row(
        str(row),
        reverse("admin:ingest_heldrow_decide", args=[row.pk])
        if decides
        else form_of("ingest_heldrow", row.pk),
        [row.source.name, row.message, seen],
        action=_("Decide") if decides else "",
    )


def late_sources(request: HttpRequest, now: datetime) -> Waiting | None:
    """Sources whose last attempt failed, or that nobody has tried for too long."""
    if not request.user.has_perm("ingest.view_source"):
        return None
    troubled = health.troubled_sources(now)
    rows = [_of_source(each) for each in troubled[:5]]
    pulls = request.user.has_perm("ingest.change_source")
    return Waiting(rows, len(troubled), list_of("ingest_source"), mine=pulls)


def _of_source(each: health.Trouble) -> Row:
    words = {"failing": _("The last attempt failed"), "stale": _("Nobody asked in time")}
    tried = _("asked %(moment)s") % {"moment": newsroom(each.asked_at)}
    return Row(
        each.name,
        form_of("ingest_source", each.pk),
        present([tried, each.message]),
        late=words[each.state],
    )


@dataclass(frozen=True, slots=True)
class SideOfNews:
    """One language of the article on a draw: its state in words and where it is written."""

    language: Any
    state: Any
    path: str
    is_out: bool


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest draw and how far its article is."""

    draw: Draw
    sides: Sequence[SideOfNews]


def newest_draw(request: HttpRequest) -> Newest | None:
    """None before the first draw, and for those who may not see draws. Three queries."""
    draw = Draw.objects.newest_first().first()
    if draw is None or not request.user.has_perm("draws.view_draw"):
        return None
    story = Story.objects.filter(draw=draw).prefetch_related("sides").order_by("pk").first()
    return Newest(draw, [_side(draw, story, language) for language in Language])


def _side(draw: Draw, story: Story | None, language: Language) -> SideOfNews:
    article = story.side(language) if story else None
    if article:
        path = form_of("articles_article", article.pk)
        out = article.state == Article.State.PUBLISHED
        return SideOfNews(language.label, article.get_state_display(), path, out)
    about: dict[str, Any] = {"story": story.pk} if story else {"draw": draw.pk}
    query = about | ({"language": language.value} if story else {})
    kind = "articles_article" if story else "articles_story"
    path = f"{reverse(f'admin:{kind}_add')}?{urlencode(query)}"
    return SideOfNews(language.label, _("not written"), path, False)
