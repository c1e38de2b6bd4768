"""What wears out: tasks that the site gave, answers that nobody has read for long."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.rows import Part, Row, Waiting, first_of, form_of, list_of, present
from articles.models import DeskTask, Question
from crs.rules import in_force
from publish.formats import OTTAWA, day, newsroom

TASK = "articles_desktask"
# Kinds that readers can already see the harm of.
URGENT = (DeskTask.Kind.SCHEDULE, DeskTask.Kind.CLAIM, DeskTask.Kind.WORDS)


def tasks(request: HttpRequest, now: datetime) -> Waiting | None:
    """Open tasks, newest first, and how many there are of each kind."""
    if not request.user.has_perm("articles.view_desktask"):
        return None
    waiting = DeskTask.objects.open()
    counts = dict(waiting.order_by().values_list("kind").annotate(n=Count("pk")))
    shown = waiting.all()[:5] if counts else ()
    return Waiting(
        [_of_task(each) for each in shown],
        sum(counts.values()),
        list_of(TASK, done_at__isempty=1),
        mine=request.user.has_perm("articles.change_desktask"),
        parts=[_part(kind, counts[kind]) for kind in DeskTask.Kind if kind in counts],
    )


def _part(kind: DeskTask.Kind, count: int) -> Part:
    return Part(
        capfirst(kind.label), count, list_of(TASK, done_at__isempty=1, kind__exact=kind.value)
    )


def _of_task(task: DeskTask) -> Row:
    kind = capfirst(task.get_kind_display())
    late = kind if task.kind in URGENT else ""
    facts = ["" if late else kind, _("found %(moment)s") % {"moment": newsroom(task.created_at)}]
    return Row(task.message or task.subject, _form(task), present(facts), late=late)


def _form(task: DeskTask) -> str:
    """Where a task is dealt with; that of an answer ends with question/<its key>."""
    if task.article_id:
        return form_of("articles_article", task.article_id)
    _rule, _slash, key = task.subject.partition("question/")
    return form_of("articles_question", key) if key.isdecimal() else form_of(TASK, task.pk)


def today_in_ottawa() -> date:
    return timezone.now().astimezone(OTTAWA).date()


def stale_before(today: date) -> date:
    """Answers that were read before this day are to be read again: too long ago, or before the
    newest rules came into force."""
    oldest = today - timedelta(days=settings.ANSWERS_STALE_AFTER_DAYS)
    return max(oldest, in_force(today).starts)


def stale_answers(request: HttpRequest, now: datetime) -> Waiting | None:
    """Answers of the bank whose last reading is too old, the oldest first."""
    if not request.user.has_perm("articles.view_question"):
        return None
    today = now.astimezone(OTTAWA).date()
    stale = Question.objects.filter(reviewed_on__lt=stale_before(today))
    used = stale.annotate(places=Count("uses")).order_by("reviewed_on", "pk")
    shown, total = first_of(used)
    rules = in_force(today).starts
    return Waiting(
        [_of_answer(each, rules) for each in shown],
        total,
        list_of("articles_question", read="stale"),
        mine=request.user.has_perm("articles.change_question"),
    )


def _of_answer(question: Question, rules: date) -> Row:
    read = _("reviewed %(day)s") % {"day": day(question.reviewed_on)}
    before = _("before the rules of %(day)s") % {"day": day(rules)}
    facts = [read, before if question.reviewed_on < rules else ""]
    return Row(question.question, form_of("articles_question", question.pk), present(facts))
