"""What an editor has to look at."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class DeskTaskQuerySet(models.QuerySet["DeskTask"]):
    def open(self) -> "DeskTaskQuerySet":
        return self.filter(done_at=None)


class DeskTask(models.Model):
    """One thing to put right. The same thing is open once, however often it is found."""

    class Kind(models.TextChoices):
        FIGURE = "figure", _("figure that leads nowhere")
        BLOCK = "block", _("block that cannot be shown")
        HELD = "held", _("draft that the site could not finish")
        CLAIM = "claim", _("statement that the record contradicts")
        WORDS = "words", _("words of an editor that the record has left behind")
        RULE = "rule", _("rule that changed")
        ANSWER = "answer", _("answer to review")
        SCHEDULE = "schedule", _("schedule that was missed")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tasks",
        verbose_name=_("article"),
    )
    subject = models.CharField(_("subject"), max_length=200)
    message = models.TextField(_("what is wrong"))
    created_at = models.DateTimeField(_("found"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = DeskTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "article", "subject"],
                condition=Q(done_at=None),
                name="task_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"
