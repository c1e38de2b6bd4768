"""Which values of the record an article shows: kept beside it, so that nobody reads it to know."""

from django.db import models

from articles.models.article import Article

# The longest address of a figure is much shorter.
LONGEST = 100


class ShownValue(models.Model):
    """One address that an article shows. Only `articles.corrections.shown` writes here.

    `subject` is the draw, count or provincial day that the address begins with ("draw/396",
    "pool/2026-02-15", "pnp/on/2026-02-02"); `address` all of it ("draw/396/next/crs"), the same
    as `subject` where the article shows the whole of it.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="shows")
    subject = models.CharField(max_length=LONGEST)
    address = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "address"], name="value_once_per_article")
        ]
        indexes = [models.Index(fields=["subject", "article"], name="shown_of_subject")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.address}"
