"""The tally of events and their rows, and the triggers that keep it on both databases.

A later migration that makes one of the two tables anew (on SQLite most changes of a column do)
loses its triggers: run `make_triggers` again after it. pnp/tests/test_tally.py notices.
"""

from django.db import migrations, models

YEAR = {
    "sqlite": "CAST(strftime('%Y', {day}) AS INTEGER)",
    "postgresql": "CAST(EXTRACT(YEAR FROM {day}) AS INTEGER)",
}
HEAD = "INSERT INTO pnp_tally (province, year, program, unit, rows, low, high, open)"
ADDED = """
ON CONFLICT (province, year, program, unit) DO UPDATE SET
rows = pnp_tally.rows + excluded.rows, low = pnp_tally.low + excluded.low,
high = pnp_tally.high + excluded.high, open = pnp_tally.open + excluded.open;
"""
# One row, by the event that it belongs to.
ROW = """
{head} SELECT e.province, {year_of_e}, {row}.program, {row}.unit, {sign} 1, {sign} {row}.low,
{sign} COALESCE({row}.high, 0), {sign} CASE WHEN {row}.high IS NULL THEN 1 ELSE 0 END
FROM pnp_event e
WHERE e.id = {row}.event_id AND e.withdrawn_at IS NULL AND {row}.withdrawn_at IS NULL
"""
# An event, and those of its rows that are there.
DAY = """
{head} SELECT {row}.province, {year}, '', '', {sign} 1, 0, 0, 0
WHERE {row}.withdrawn_at IS NULL
"""
ROWS = """
{head} SELECT {row}.province, {year}, r.program, r.unit, {sign} COUNT(*), {sign} SUM(r.low),
{sign} SUM(COALESCE(r.high, 0)), {sign} SUM(CASE WHEN r.high IS NULL THEN 1 ELSE 0 END)
FROM pnp_row r
WHERE r.event_id = {row}.id AND r.withdrawn_at IS NULL AND {row}.withdrawn_at IS NULL
GROUP BY r.program, r.unit
"""
EVENT = (DAY, ROWS)
OF_ROW = "event_id, program, unit, low, high, withdrawn_at"
OF_EVENT = "province, date, withdrawn_at"
# Table, moment, what is done for OLD, what for NEW. Rows come after their event; where an event
# goes first, its rows go with it, and find none when they go themselves.
TRIGGERS = {
    "pnp_tally_row_added": ("pnp_row", "INSERT", (), (ROW,)),
    "pnp_tally_row_changed": ("pnp_row", f"UPDATE OF {OF_ROW}", (ROW,), (ROW,)),
    "pnp_tally_row_removed": ("pnp_row", "DELETE", (ROW,), ()),
    "pnp_tally_event_added": ("pnp_event", "INSERT", (), EVENT),
    "pnp_tally_event_changed": ("pnp_event", f"UPDATE OF {OF_EVENT}", EVENT, EVENT),
    "pnp_tally_event_removed": ("pnp_event", "DELETE", EVENT, ()),
}


def make_triggers(apps, editor):
    """Anew, whatever there was."""
    drop_triggers(apps, editor)
    vendor = editor.connection.vendor
    for name, (table, moment, old, new) in TRIGGERS.items():
        body = "".join(_written(step, vendor, "OLD", "-") for step in old)
        body += "".join(_written(step, vendor, "NEW", "+") for step in new)
        head = f"CREATE TRIGGER {name} AFTER {moment} ON {table} FOR EACH ROW"
        if vendor == "sqlite":
            editor.execute(f"{head} BEGIN {body} END")
        else:
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN {body} RETURN NULL; END $$"
            )
            editor.execute(f"{head} EXECUTE FUNCTION {name}()")


def _written(step, vendor, row, sign):
    year = YEAR[vendor]
    values = {"row": row, "sign": sign, "head": HEAD}
    own, of_e = year.format(day=f"{row}.date"), year.format(day="e.date")
    return step.format(**values, year=own, year_of_e=of_e).rstrip() + ADDED


def drop_triggers(apps, editor):
    for name in TRIGGERS:
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


FILL = """
{head} SELECT e.province, {year}, '', '', COUNT(*), 0, 0, 0 FROM pnp_event e
WHERE e.withdrawn_at IS NULL GROUP BY e.province, {year}
"""
FILL_ROWS = """
{head} SELECT e.province, {year}, r.program, r.unit, COUNT(*), SUM(r.low),
SUM(COALESCE(r.high, 0)), SUM(CASE WHEN r.high IS NULL THEN 1 ELSE 0 END)
FROM pnp_row r JOIN pnp_event e ON e.id = r.event_id
WHERE e.withdrawn_at IS NULL AND r.withdrawn_at IS NULL
GROUP BY e.province, {year}, r.program, r.unit
"""


def fill(apps, editor):
    year = YEAR[editor.connection.vendor].format(day="e.date")
    for step in (FILL, FILL_ROWS):
        editor.execute(step.format(head=HEAD, year=year))


class Migration(migrations.Migration):
    dependencies = [("pnp", "0001_initial")]

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
                ("province", models.CharField(max_length=2)),
                ("year", models.PositiveSmallIntegerField()),
                ("program", models.SlugField(blank=True)),
                ("unit", models.SlugField(blank=True)),
                ("rows", models.IntegerField()),
                ("low", models.BigIntegerField()),
                ("high", models.BigIntegerField()),
                ("open", models.IntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("province", "year", "program", "unit"), name="pnp_tally_once"
                    )
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(make_triggers, drop_triggers),
    ]
