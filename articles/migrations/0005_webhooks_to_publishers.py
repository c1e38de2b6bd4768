"""Publishers keep the webhooks: who is told of the record, and with which secret."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = (*("view_webhook", "add_webhook", "change_webhook", "delete_webhook", "view_sending"),)


def give(apps, schema_editor):
    """The permissions to the group; what an administrator added to it stays."""
    database = schema_editor.connection.alias
    # On a new database permissions are made only after the last migration.
    create_permissions(installed.get_app_config("ingest"), verbosity=0, using=database)
    found = apps.get_model("auth", "Permission").objects.using(database)
    wanted = found.filter(content_type__app_label="ingest", codename__in=CODENAMES)
    groups = apps.get_model("auth", "Group").objects.using(database)
    group, _made = groups.get_or_create(name="Publisher")
    group.permissions.add(*wanted)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_history_of_questions"),
        ("ingest", "0003_webhooks"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        # What was given stays if this is undone: an administrator may have given it too.
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
