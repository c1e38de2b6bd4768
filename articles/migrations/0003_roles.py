"""The groups of the newsroom, and promises kept in their own state."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

READ = (
    "articles.article articles.story articles.byline articles.articlequestion articles.question"
    " articles.articlechange articles.claimcheck articles.claimoverride articles.desktask"
    " articles.author articles.picture articles.topic articles.category articles.episode"
    " articles.slugredirect articles.searchterm articles.previewlink articles.ruleseen"
    " draws.draw pnp.event pnp.row ingest.revision"
)
REPORTER = {
    "view": READ,
    "add": "articles.article articles.story articles.byline articles.articlequestion"
    " articles.previewlink",
    "change": "articles.article articles.story articles.byline articles.articlequestion"
    " articles.previewlink",
    "delete": "articles.byline articles.articlequestion",
}
EDITOR = {
    "publish": "articles.article",
    "view": "articles.ad articles.adslot articles.menuitem articles.blockedterm ingest.heldrow"
    " ingest.source ingest.attempt ingest.capture ingest.event pnp.intake pnp.allocation"
    " pnp.streamalias pnp.periodtotal",
    "add": "articles.question articles.picture articles.topic articles.episode"
    " articles.blockedterm pnp.row pnp.intake pnp.allocation pnp.streamalias",
    "change": "articles.question articles.picture articles.topic articles.episode"
    " articles.blockedterm articles.desktask ingest.heldrow ingest.source pnp.row pnp.event"
    " pnp.intake pnp.allocation pnp.streamalias",
    "delete": "articles.blockedterm",
}
PUBLISHER = {
    "withdraw": "articles.article",
    "view": "articles.subscriber",
    "add": "articles.category articles.author articles.ad articles.adslot articles.menuitem",
    "change": "articles.category articles.author articles.ad articles.adslot articles.menuitem"
    " draws.draw",
    "delete": "articles.article articles.story articles.question articles.picture articles.topic"
    " articles.episode articles.category articles.author articles.ad articles.adslot"
    " articles.menuitem articles.slugredirect articles.subscriber pnp.intake pnp.allocation"
    " pnp.streamalias",
}
OWN = {("articles", "override_claims")}
GROUPS = {
    "Reporter": (REPORTER,),
    "Editor": (REPORTER, EDITOR),
    "Publisher": (REPORTER, EDITOR, PUBLISHER),
}


def make_groups(apps, schema_editor):
    """Each group with its permissions; what an administrator added to one stays."""
    database = schema_editor.connection.alias
    # On a new database permissions are made only after the last migration.
    for label in ("articles", "draws", "pnp", "ingest"):
        create_permissions(installed.get_app_config(label), verbosity=0, using=database)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    known = {
        (row.content_type.app_label, row.codename): row
        for row in Permission.objects.using(database).select_related("content_type")
    }
    for name, parts in GROUPS.items():
        wanted = {pair for part in parts for pair in _pairs(part)}
        wanted |= OWN if name == "Publisher" else set()
        group, _made = Group.objects.using(database).get_or_create(name=name)
        group.permissions.add(*(known[pair] for pair in sorted(wanted)))


def _pairs(part):
    for action, models in part.items():
        for model in models.split():
            app, name = model.split(".")
            yield app, f"{action}_{name}"


def promise(apps, schema_editor):
    """What was published ahead of its moment is scheduled for it."""
    Article = apps.get_model("articles", "Article")
    ahead = Article.objects.using(schema_editor.connection.alias).filter(
        state="published", announced_at=None, published_at__isnull=False
    )
    for article in ahead:
        article.scheduled_for, article.published_at = article.published_at, None
        article.state = "scheduled"
        article.save(update_fields=["scheduled_for", "published_at", "state"])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_desk_and_claims"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("draws", "0001_initial"),
        ("pnp", "0001_initial"),
        ("ingest", "0001_initial"),
    ]

    operations = [
        # The groups stay if this is undone: people may be in them.
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(promise, migrations.RunPython.noop),
    ]
