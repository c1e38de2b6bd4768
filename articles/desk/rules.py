"""Rules whose source nobody has read for long."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.desk.rows import SHOWN, Row, Waiting, list_of
from articles.models import active_language
from articles.rules import Rule, rules
from publish.formats import OTTAWA, day

LIST = "articles_ruleseen"


def stale_rules(request: HttpRequest, now: datetime) -> Waiting | None:
    """The longest ago first. No query."""
    if not request.user.has_perm("articles.view_ruleseen"):
        return None
    today = now.astimezone(OTTAWA).date()
    stale = sorted((each for each in rules() if each.is_stale(today)), key=lambda r: r.checked)
    return Waiting(
        [_row(each) for each in stale[:SHOWN]],
        len(stale),
        list_of(LIST),
        mine=request.user.has_perm("articles.change_question"),
    )


def _row(rule: Rule) -> Row:
    looked = _("looked up %(day)s") % {"day": day(rule.checked)}
    return Row(rule.name[active_language()], f"{list_of(LIST)}#{rule.key}", [looked])
