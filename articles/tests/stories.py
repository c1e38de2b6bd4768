"""Small newsrooms for tests: a story with its sides, and the draws that it can speak of."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from articles import publishing
from articles.models import Article, ArticleQuestion, Author, Category, Story
from draws.models import Draw
from draws.tests.feeds import feed, row
from ingest import pipeline

# Newest first: two draws of one family, one of another.
ROWS = (
    row("396", drawCRS="508"),
    row(
        "394",
        drawName="French language proficiency (Version 1)",
        drawText2="French language proficiency (Version 1)",
        drawDate="2026-02-06",
        drawDateFull="February 6, 2026",
        drawDateTime="February 06, 2026 at 12:00:00 UTC",
        drawSize="8,500",
        drawCRS="400",
    ),
    row(
        "392",
        drawDate="2026-01-21",
        drawDateFull="January 21, 2026",
        drawDateTime="January 21, 2026 at 12:00:00 UTC",
        drawCRS="509",
        drawSize="7,000",
        drawDistributionAsOn="January 18, 2026",
    ),
)
PUBLISHED = datetime(2026, 2, 17, 16, 52, tzinfo=UTC)


def hold_draws(*rows: dict[str, str]) -> None:
    """Bring in 396 and 392 of one family, 394 of another; or the rows given."""
    pipeline.bring_in("ircc", feed(*(rows or ROWS)))


def story(slug: str = "first", *, draw: str = "", category: str = "express-entry") -> Story:
    """A story with one author."""
    section, _made = Category.objects.get_or_create(
        slug=category, defaults={"name_en": category, "name_fr": category}
    )
    author, _made = Author.objects.get_or_create(slug="noor", defaults={"name": "Noor Haddad"})
    told = Story(working_title=slug, category=section)
    if draw:
        told.draw = Draw.objects.get(number=draw)
    return publishing.save_story(told, by=None, authors=[author])


def side(told: Story, body: str = "<p>Words.</p>", language: str = "en", **values: Any) -> Article:
    """One side of a story, not yet stored."""
    plain = {"slug": told.working_title, "headline": told.working_title, "standfirst": "In short."}
    return Article(story=told, language=language, body=body, **(plain | values))


def published(
    body: str = "<p>Words.</p>",
    slug: str = "first",
    *,
    language: str = "en",
    at: datetime = PUBLISHED,
    draw: str = "",
    questions: Sequence[ArticleQuestion] = (),
    **values: Any,
) -> Article:
    """A public article with a story of its own."""
    article = side(story(slug, draw=draw), body, language, **values)
    return publishing.publish(article, by=None, at=at, questions=questions)
