"""Rows copied in bulk, their keys and what refers to them moved by the same step."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

# Rows that are in memory before they are written.
BATCH = 1_000
# Changes one row that has its new keys already; `turn` counts the copies from 1.
Vary = Callable[[Any, int], None]
Model = type[models.Model]


def every(model: Model) -> "models.QuerySet[Any]":
    """All rows of a table, whatever its own manager leaves out."""
    return model._meta.base_manager.all()


class Copier:
    """Copies of whole tables. A row with the key 7 has in turn 3 the key 7 + 3 × step, and so
    has every reference to it: nothing has to be looked up."""

    def __init__(self, tables: Iterable[Model]) -> None:
        self._steps = {model: _highest(model) + 1 for model in tables}

    def copy(self, model: Model, turns: Iterable[int], vary: Vary) -> int:
        """Writes a copy of each row for each turn; returns how many."""
        rows = list(every(model).order_by("pk"))
        written = 0
        for batch in _batches(self._copies(model, rows, turns, vary)):
            every(model).bulk_create(batch, batch_size=BATCH)
            written += len(batch)
        return written

    def finish(self) -> None:
        """Let the database give keys after the copied ones."""
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), list(self._steps)):
                cursor.execute(statement)

    def step(self, model: Model) -> int:
        """How far the keys of a table move in each turn."""
        return self._steps[model]

    def _copies(
        self, model: Model, rows: list[models.Model], turns: Iterable[int], vary: Vary
    ) -> Iterator[models.Model]:
        names = [field.attname for field in model._meta.concrete_fields]
        references = dict(self._references(model))
        for turn in turns:
            for row in rows:
                made = model(**{name: getattr(row, name) for name in names})
                made.pk = row.pk + turn * self._steps[model]
                for name, step in references.items():
                    value = getattr(row, name)
                    setattr(made, name, None if value is None else value + turn * step)
                vary(made, turn)
                yield made

    def _references(self, model: Model) -> Iterator[tuple[str, int]]:
        for field in model._meta.concrete_fields:
            if field.remote_field and field.related_model in self._steps:
                yield field.attname, self._steps[field.related_model]
        # The history of django-simple-history names the row that it is of by a plain number.
        told = getattr(model, "instance_type", None)
        if told in self._steps:
            yield told._meta.pk.attname, self._steps[told]


def _highest(model: Model) -> int:
    return every(model).aggregate(most=Max("pk", default=0))["most"] or 0


def _batches(rows: Iterator[models.Model]) -> Iterator[list[models.Model]]:
    batch: list[models.Model] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
