"""What each article shows of the record, as rows: see articles.corrections.shown."""

import django.db.models.deletion
from django.db import migrations, models

from articles.corrections.shown import Shown


def fill(apps, editor):
    """The articles that are there already, as articles.corrections.shown writes them."""
    article_model = apps.get_model("articles", "Article")
    value = apps.get_model("articles", "ShownValue")
    rows = article_model.objects.select_related("story__draw").prefetch_related("questions__bank")
    for article in rows.order_by("pk").iterator(chunk_size=200):
        shown = Shown()
        shown.read(article.body)
        for asked in article.questions.all():
            of_bank = getattr(asked.bank, f"answer_{article.language}") if asked.bank else ""
            shown.read(asked.own_answer or of_bank)
        if article.story.draw:
            shown.draws.add(article.story.draw.number)
        value.objects.bulk_create(
            value(article=article, subject=subject, address=address)
            for subject, address in sorted(set(shown.rows()))
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_audit")]

    operations = [
        migrations.CreateModel(
            name="ShownValue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=100)),
                ("address", models.CharField(max_length=100)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shows",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["subject", "article"], name="shown_of_subject")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "address"), name="value_once_per_article"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="articlechange",
            index=models.Index(fields=["kind", "-made_at"], name="change_of_kind"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
