"""The tally of draws, and the triggers that keep it on SQLite and on PostgreSQL.

A later migration that makes the table of draws anew (on SQLite most changes of a column do) loses
the triggers: run `make_triggers` again after it. draws/tests/test_tally.py notices.
"""

from django.db import migrations, models

YEAR = {
    "sqlite": "CAST(strftime('%%Y', {row}.date) AS INTEGER)",
    "postgresql": "CAST(EXTRACT(YEAR FROM {row}.date) AS INTEGER)",
}
ADD = """
INSERT INTO draws_tally (family, year, crs, draws, invited)
VALUES (NEW.family, {year}, NEW.crs, 1, NEW.invitations)
ON CONFLICT (family, year, crs)
DO UPDATE SET draws = draws_tally.draws + 1, invited = draws_tally.invited + excluded.invited;
"""
TAKE = """
UPDATE draws_tally SET draws = draws - 1, invited = invited - OLD.invitations
WHERE family = OLD.family AND year = {year} AND crs = OLD.crs;
"""
COUNTED = "family, date, crs, invitations"
TRIGGERS = (
    ("draws_tally_added", "INSERT", ("add",)),
    ("draws_tally_changed", f"UPDATE OF {COUNTED}", ("take", "add")),
    ("draws_tally_removed", "DELETE", ("take",)),
)
FILL = """
INSERT INTO draws_tally (family, year, crs, draws, invited)
SELECT family, {year}, crs, COUNT(*), SUM(invitations) FROM draws_draw
GROUP BY family, {year}, crs
"""


def make_triggers(apps, editor):
    """Anew, whatever there was."""
    drop_triggers(apps, editor)
    vendor = editor.connection.vendor
    steps = {
        "add": ADD.format(year=YEAR[vendor].format(row="NEW")),
        "take": TAKE.format(year=YEAR[vendor].format(row="OLD")),
    }
    for name, moment, done in TRIGGERS:
        body = "".join(steps[step] for step in done).replace("%%", "%")
        head = f"CREATE TRIGGER {name} AFTER {moment} ON draws_draw FOR EACH ROW"
        if vendor == "sqlite":
            editor.execute(f"{head} BEGIN {body} END")
        else:
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN {body} RETURN NULL; END $$"
            )
            editor.execute(f"{head} EXECUTE FUNCTION {name}()")


def drop_triggers(apps, editor):
    for name, _moment, _done in TRIGGERS:
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


def fill(apps, editor):
    year = YEAR[editor.connection.vendor].format(row="draws_draw").replace("%%", "%")
    editor.execute(FILL.format(year=year))


class Migration(migrations.Migration):
    dependencies = [("draws", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("family", models.SlugField()),
                ("year", models.PositiveSmallIntegerField()),
                ("crs", models.PositiveSmallIntegerField()),
                ("draws", models.PositiveIntegerField()),
                ("invited", models.PositiveBigIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("family", "year", "crs"), name="tally_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="draw",
            index=models.Index(fields=["family", "crs", "-serial"], name="draw_by_cut_off"),
        ),
        migrations.AddIndex(
            model_name="draw",
            index=models.Index(fields=["family", "-invitations", "-serial"], name="draw_by_size"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(make_triggers, drop_triggers),
    ]
