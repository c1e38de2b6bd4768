"""Stories with all that hangs on them, and episodes, many times; a copy tells of copied draws."""

import re
import uuid
from functools import partial
from typing import Any

from articles.models import (
    Article,
    ArticleChange,
    ArticleQuestion,
    Byline,
    ClaimCheck,
    Episode,
    Story,
)
from config.growth.copying import Copier, Model, Vary, every
from config.growth.federal import Numbers
from config.growth.times import move

# Every copied table of the newsroom that has dates of its own, and which they are.
MOMENTS: dict[Model, tuple[str, ...]] = {
    Article: ("published_at", "updated_at", "announced_at", "based_on_update"),
    ArticleChange: ("made_at",),
    ClaimCheck: ("checked_at",),
    Story: ("created_at",),
    Episode: ("published_at",),
}
# A draw in the address of a figure, of a block or of a page.
_DRAW = re.compile(r"(?<=\bdraw/)\d+[a-i]?|(?<=\bdraws/)\d+[a-i]?")
_TEXTS = ("body", "own_answer")


def copied() -> list[Model]:
    """The tables, those first that others refer to."""
    tables = [Story, Byline, Story.topics.through, Article, ArticleQuestion, ArticleChange]
    told = [table.history.model for table in (Story, Article, ArticleQuestion)]
    return [*tables, ClaimCheck, Episode, *told]


def copy_newsroom(copier: Copier, turns: range, numbers: Numbers) -> None:
    """All of `copied`; the draws that the texts name are those of the same turn."""
    for table in copied():
        copier.copy(table, turns, _vary(table, numbers))
    for table in (Article, ArticleQuestion):
        for model in (table, table.history.model):
            _rename_in_place(model, numbers, copier.step(model))


def _vary(table: Model, numbers: Numbers) -> Vary:
    moments = MOMENTS.get(getattr(table, "instance_type", table), ())
    return partial(_vary_row, moments=moments, numbers=numbers)


def _vary_row(row: Any, turn: int, *, moments: tuple[str, ...], numbers: Numbers) -> None:
    move(row, turn, *moments)
    if getattr(row, "slug", "") and not hasattr(row, "own_answer"):
        row.slug = f"{row.slug}-{turn}"
    if hasattr(row, "drafted_from"):
        row.drafted_from = None  # each event once
    if hasattr(row, "history_date"):
        move(row, turn, "history_date")
    if isinstance(row, Episode):
        row.number += turn * 100
        row.guid = uuid.uuid5(row.guid, str(turn))
    _rename(row, turn, numbers)


def _rename(row: Any, turn: int, numbers: Numbers) -> bool:
    """Whether one of the texts of a row named a draw; it has its new number now."""
    changed = False
    for name in _TEXTS:
        text = getattr(row, name, "")
        found = _DRAW.sub(lambda match: numbers.get((turn, match[0]), match[0]), text or "")
        if found != text and text:
            setattr(row, name, found)
            changed = True
    return changed


def _rename_in_place(model: Model, numbers: Numbers, step: int) -> None:
    """The rows that were there before: their draws have new numbers, too."""
    own = [field.name for field in model._meta.concrete_fields if field.name in _TEXTS]
    rows = every(model).filter(pk__lt=step)
    changed = [row for row in rows if _rename(row, 0, numbers)]
    every(model).bulk_update(changed, own, batch_size=50)
