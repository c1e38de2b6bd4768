"""The audit log, which the database itself keeps from being changed; publishers read it."""

import django.db.models.deletion
from django.apps import apps as installed
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from articles.audit import guard


def protect(apps, schema_editor):
    for statement in guard.protection(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def unprotect(apps, schema_editor):
    for statement in guard.removal(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def give(apps, schema_editor):
    """The permission to read it; what an administrator gave to others stays."""
    database = schema_editor.connection.alias
    # On a new database permissions are made only after the last migration.
    create_permissions(installed.get_app_config("articles"), verbosity=0, using=database)
    found = apps.get_model("auth", "Permission").objects.using(database)
    wanted = found.filter(content_type__app_label="articles", codename="view_auditentry")
    groups = apps.get_model("auth", "Group").objects.using(database)
    group, _made = groups.get_or_create(name="Publisher")
    group.permissions.add(*wanted)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_search"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True, verbose_name="when")),
                ("action", models.CharField(db_index=True, max_length=60, verbose_name="what")),
                (
                    "actor_name",
                    models.CharField(blank=True, max_length=200, verbose_name="name of who"),
                ),
                (
                    "object_type",
                    models.CharField(blank=True, max_length=100, verbose_name="kind of thing"),
                ),
                (
                    "object_id",
                    models.CharField(blank=True, max_length=60, verbose_name="key of the thing"),
                ),
                ("object_name", models.CharField(blank=True, max_length=200, verbose_name="thing")),
                ("detail", models.JSONField(blank=True, default=dict, verbose_name="more")),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
                "ordering": ["-at", "-pk"],
                "default_permissions": ("view",),
            },
        ),
        migrations.RunPython(give, migrations.RunPython.noop),
        migrations.RunPython(protect, unprotect),
    ]
