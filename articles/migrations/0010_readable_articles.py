"""The articles that readers can read, in their order and to be counted, from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_shown_values")]

    operations = [
        migrations.RemoveIndex(model_name="article", name="article_of_language"),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["language", "state", "-published_at"], name="article_of_language"
            ),
        ),
    ]
