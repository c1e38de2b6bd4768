"""Events by their time: the list of the desk, and what changed since a moment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0004_alarms")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["-happened_at", "-id"], name="event_recent"),
        ),
    ]
