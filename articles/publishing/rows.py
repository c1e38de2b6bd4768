"""Everything but articles: stories, and the other rows that pages show."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models, transaction

from articles.bindings import refresh
from articles.models import Article, Author, Byline, Category, Question, Story, Topic
from articles.publishing.noting import note
from articles.publishing.storing import with_history
from articles.publishing.telling import begin_edition, tell_of_story


def save_story(
    story: Story,
    *,
    by: Any,
    reason: str = "",
    authors: Sequence[Author] | None = None,
    topics: Iterable[Topic] | None = None,
) -> Story:
    """Store what both sides share. `authors`, in order, and `topics` replace those it has."""
    with transaction.atomic():
        story.full_clean()
        with_history(story, by, reason).save()
        if authors is not None:
            story.bylines.all().delete()
            rows = enumerate(authors)
            Byline.objects.bulk_create(
                Byline(story=story, author=author, position=place) for place, author in rows
            )
        if topics is not None:
            story.topics.set(topics)
        note(story.sides.values_list("pk", flat=True))
        tell_of_story(story, reason)
    return story


def save(row: models.Model, *, by: Any, reason: str = "") -> models.Model:
    """Store anything else that pages show: a category, an author, a picture, an advertisement."""
    with transaction.atomic():
        row.full_clean()
        with_history(row, by, reason)
        for language in ("en", "fr"):
            refresh(row, language, suffix=f"_{language}")
        row.save()
        note(_found_by(row))
        begin_edition(row)
    return row


def delete(row: models.Model, *, by: Any, reason: str = "") -> None:
    """Remove anything else that pages show."""
    with transaction.atomic():
        begin_edition(row)
        named = list(_found_by(row))
        with_history(row, by, reason).delete()
        note(named)


def _found_by(row: models.Model) -> Iterable[int]:
    """The keys of the articles that are found by the words of this row, too."""
    if not isinstance(row, Author | Category | Question | Topic):
        return ()
    paths = {
        Author: "story__bylines__author",
        Category: "story__category",
        Question: "questions__bank",
        Topic: "story__topics",
    }
    by = paths[type(row)]
    return Article.objects.filter(**{by: row.pk}).values_list("pk", flat=True).distinct()
