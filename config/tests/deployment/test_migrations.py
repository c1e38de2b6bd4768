"""New migrations run beside the code of the release before: see docs/deploy.md."""

from typing import Any

import pytest
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from config.tests.deployment.migration_rules import breaks

# The last ones of the first release that is deployed so; nothing ran beside those.
FIRST = {"articles": 8, "draws": 2, "ingest": 4, "pnp": 1, "publish": 2}


def test_no_new_migration_breaks_the_code_of_the_release_before() -> None:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    found = []
    for app, name in sorted(loader.disk_migrations):
        migration = loader.get_migration(app, name)
        if (settings.BASE_DIR / app).is_dir() and int(name[:4]) > FIRST.get(app, 0):
            before = loader.project_state((app, name), at_end=False)
            found += [f"{app}.{name}: {why}" for why in breaks(migration, before)]
    assert found == []


def state() -> ProjectState:
    """One model with a name, as the release before knows it."""
    made = ProjectState()
    fields: list[tuple[str, Any]] = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=50, null=True)),
    ]
    migrations.CreateModel("Draw", fields).state_forwards("draws", made)
    return made


class Removing(migrations.Migration):
    unused_since = "1.4"
    operations = [migrations.RemoveField("draw", "name")]


def test_it_lets_a_later_release_remove_what_nobody_uses() -> None:
    assert breaks(Removing("0009_name", "draws"), state()) == []


FINE = [
    migrations.AddField("draw", "note", models.TextField(null=True)),
    migrations.AddField("draw", "note", models.TextField(db_default="")),
    migrations.AddField("draw", "others", models.ManyToManyField("draws.draw")),
    migrations.AlterField("draw", "name", models.CharField(max_length=80, null=True)),
    migrations.AlterField("draw", "name", models.CharField(max_length=50, db_default="")),
    migrations.AddIndex("draw", models.Index(fields=["name"], name="by_name")),
    migrations.RunPython(migrations.RunPython.noop),
    migrations.CreateModel("Note", [("id", models.BigAutoField(primary_key=True))]),
]
BREAKING = [
    migrations.RemoveField("draw", "name"),
    migrations.DeleteModel("Draw"),
    migrations.RenameField("draw", "name", "label"),
    migrations.RenameModel("Draw", "Round"),
    migrations.AlterModelTable("draw", "rounds"),
    migrations.AddField("draw", "note", models.TextField()),
    migrations.AddField("draw", "note", models.TextField(default="")),
    migrations.AlterField("draw", "name", models.CharField(max_length=50)),
    migrations.AlterField("draw", "name", models.CharField(max_length=40, null=True)),
    migrations.AlterField("draw", "name", models.IntegerField(null=True)),
    migrations.AlterField("draw", "name", models.CharField(max_length=50, null=True, unique=True)),
    migrations.RunSQL("DROP TABLE draws_draw"),
]


def of(operation: Any) -> list[str]:
    class Change(migrations.Migration):
        operations = [operation]

    return breaks(Change("0009_change", "draws"), state())


@pytest.mark.parametrize("operation", FINE, ids=lambda operation: operation.describe())
def test_it_passes_what_old_code_does_not_notice(operation: Any) -> None:
    assert of(operation) == []


@pytest.mark.parametrize("operation", BREAKING, ids=lambda operation: operation.describe())
def test_it_stops_what_old_code_could_not_live_with(operation: Any) -> None:
    assert len(of(operation)) == 1
