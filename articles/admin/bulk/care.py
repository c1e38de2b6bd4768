"""What can be done with many answers or tasks at once."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import desk, publishing
from articles.admin.bulk.base import Bulk
from articles.desk.care import today_in_ottawa
from articles.models import ArticleQuestion, DeskTask, Question
from publish.formats import day


class MarkReviewed(Bulk):
    name, title = "mark_reviewed", gettext_lazy("Mark as reviewed today")
    permission = "articles.change_question"

    def refusal(self, row: Question, by: Any) -> str:
        if row.reviewed_on >= today_in_ottawa():
            return _("It was reviewed today.")
        return ""

    def facts(self, row: Question) -> str:
        return _("reviewed %(day)s") % {"day": day(row.reviewed_on)}

    def effect(self, rows: Sequence[Question]) -> str:
        under = ArticleQuestion.objects.filter(bank__in=rows, article__state="published")
        pages = under.values("article").distinct().count()
        return ngettext(
            "Say this only of answers that you have read against the rules of today. Readers see"
            " the new date under %(n)d article.",
            "Say this only of answers that you have read against the rules of today. Readers see"
            " the new date under %(n)d articles.",
            pages,
        ) % {"n": pages}

    def carry_out(self, row: Question, by: Any, given: dict[str, Any]) -> None:
        row.reviewed_on = today_in_ottawa()
        publishing.save(row, by=by, reason=_("Read and still right"))


class MarkDone(Bulk):
    name, title = "mark_done", gettext_lazy("Mark as done")
    permission = "articles.change_desktask"

    def refusal(self, row: DeskTask, by: Any) -> str:
        return _("It is done already.") if row.done_at else ""

    def facts(self, row: DeskTask) -> str:
        return row.message

    def effect(self, rows: Sequence[DeskTask]) -> str:
        return _(
            "Readers see no difference, and nothing is put right by it. Where the fault is still"
            " there at the next check, the task opens again."
        )

    def carry_out(self, row: DeskTask, by: Any, given: dict[str, Any]) -> None:
        desk.mark_done(row, timezone.now())
