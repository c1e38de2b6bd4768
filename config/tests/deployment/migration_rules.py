"""Whether a migration may run while the code of before it still answers.

`cutline-release.service` migrates first and restarts afterwards, one process after the other, so
for a minute old code works on the new database; after a rollback it does for days. So a release
adds, the next one uses, and a later one removes: docs/deploy.md, “Migrations beside the old code”.
"""

from collections.abc import Iterator

from django.db.migrations import Migration
from django.db.migrations.operations import (
    AddField,
    AlterField,
    AlterModelTable,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
    RunSQL,
    SeparateDatabaseAndState,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import NOT_PROVIDED, Field, ManyToManyField

# Of a Migration: what it says when it removes something that the last release no longer uses.
EXCUSE = "unused_since"


def breaks(migration: Migration, state: ProjectState) -> list[str]:
    """What old code could not live with, a sentence each; `state` is that before the migration
    and is that after it when this returns."""
    found = []
    for operation in migration.operations:
        if not getattr(migration, EXCUSE, ""):
            found += list(_why(operation, migration.app_label, state))
        operation.state_forwards(migration.app_label, state)
    return found


def _why(operation: Operation, app: str, state: ProjectState) -> Iterator[str]:
    said = operation.describe()
    match operation:
        case RemoveField() | DeleteModel():
            yield f"{said}: old code still reads it. Say {EXCUSE} when no release does."
        case RenameField() | RenameModel() | AlterModelTable():
            yield f"{said}: old code knows the old name. Add the new one, and remove the old later."
        case AddField(field=field) if not _may_be_left_out(field):
            yield f"{said}: old code inserts rows without it. Give it null=True or a db_default."
        case AlterField(field=field):
            before = state.models[app, operation.model_name_lower].fields[operation.name]
            yield from (f"{said}: {why}" for why in _narrower(before, field))
        case RunSQL():
            yield f"{said}: SQL that nobody can judge here. Say {EXCUSE} once somebody has."
        case SeparateDatabaseAndState(database_operations=inner):
            for each in inner:
                yield from _why(each, app, state)


def _may_be_left_out(field: Field) -> bool:
    """Whether the database itself has something for rows that say nothing of the field."""
    return (
        field.null
        or field.db_default is not NOT_PROVIDED
        or isinstance(field, ManyToManyField)
        or field.generated
    )


def _narrower(before: Field, after: Field) -> Iterator[str]:
    if before.null and not after.null and after.db_default is NOT_PROVIDED:
        yield "old code writes nothing there. Give it a db_default."
    shortest, longest = after.max_length, before.max_length
    if shortest and longest and shortest < longest:
        yield "old code writes longer values."
    if before.get_internal_type() != after.get_internal_type():
        yield "old code writes values of another type."
    if after.unique and not before.unique:
        yield "old code may write the same value twice."
