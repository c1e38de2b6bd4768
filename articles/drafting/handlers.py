"""What drafting does when something happened. Each function is one line of settings."""

import logging

from articles import news
from articles.drafting.completions import complete
from articles.drafting.corrections import correct
from articles.drafting.day_corrections import correct_day
from articles.drafting.held import hold_draw, hold_row, let_go
from articles.drafting.provinces import draft_day, refresh_day
from articles.drafting.storing import draft_draw, refresh_waiting
from articles.drafting.writing import Unresolved
from ingest.models import Event, HeldRow

logger = logging.getLogger(__name__)


def on_draw(event: Event) -> None:
    """draw.published: a draft in both languages; none for what is no news."""
    draw = news.of_draw(event)
    if draw is None:
        return
    try:
        draft_draw(draw)
    except Unresolved as missing:
        logger.warning("no draft on %s: %s", draw.subject, missing)
        hold_draw(draw, str(missing))


def on_province(event: Event) -> None:
    """pnp.published: a short draft on the day of one province."""
    day = news.of_province(event)
    if day is not None:
        draft_day(day)


def on_held(event: Event) -> None:
    """row.held, row.back: a held draft, if the row is a round that the record does not have."""
    row = HeldRow.objects.select_related("source").filter(pk=event.payload["held_row"]).first()
    if row is not None and row.state == HeldRow.State.WAITING:
        hold_row(row)


def on_dismissed(event: Event) -> None:
    """row.dismissed, row.gone: the held draft goes."""
    row = HeldRow.objects.select_related("source").filter(pk=event.payload["held_row"]).first()
    if row is not None:
        let_go(row)


def on_corrected(event: Event) -> None:
    """figure.corrected: drafts say the new figure, articles say so and note it for readers."""
    _refresh(event)
    if event.subject.startswith("draw/"):
        correct(event)
    elif event.subject.count("/") >= 2 and event.subject.startswith("pnp/"):
        correct_day(event)


def on_withdrawn(event: Event) -> None:
    """figure.withdrawn: the same, where a figure is not published any more."""
    _refresh(event)
    if event.subject.startswith("draw/"):
        correct(event)


def on_completed(event: Event) -> None:
    """figure.completed, pnp.row-added: drafts say what the record says now, and so do published
    articles that said it had nothing to say."""
    _refresh(event)
    if event.subject.startswith("draw/"):
        complete(event)


def _refresh(event: Event) -> None:
    domain, *rest = event.subject.split("/")
    if domain == "draw":
        refresh_waiting()
    elif domain == "pnp" and len(rest) >= 2:
        refresh_day("/".join((domain, *rest[:2])))
