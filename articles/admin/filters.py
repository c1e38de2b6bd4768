"""Ways to narrow the lists of the newsroom."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.care import stale_before, today_in_ottawa
from articles.models import Article, Language
from draws.families import FAMILIES

Choices = list[tuple[str, Any]]


class OneOf(admin.SimpleListFilter):
    """A filter with fixed choices; `narrowed` is only asked for one of them."""

    choices_offered: Choices = []

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return self.choices_offered

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        known = {choice for choice, _label in self.lookup_choices}
        return self.narrowed(queryset, value) if value in known else queryset

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        raise NotImplementedError


class Staleness(OneOf):
    """Answers that are to be read again, or not yet."""

    title = _("reading")
    parameter_name = "read"
    choices_offered: Choices = [("stale", _("to review")), ("fresh", _("reviewed in time"))]

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        stale = Q(reviewed_on__lt=stale_before(today_in_ottawa()))
        return rows.filter(stale if value == "stale" else ~stale)


class FamilyOfQuestion(OneOf):
    """Questions that stand under articles on one type of draw."""

    title = _("type of draw")
    parameter_name = "family"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(slug, family.name) for slug, family in FAMILIES.items()]

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        # SQLite cannot look into a list, so its text is read: slugs stand in quotation marks.
        listed: QuerySet[Any] = rows.alias(listed=Cast("families", TextField()))
        return listed.filter(listed__contains=f'"{value}"')


class InFrench(OneOf):
    """Questions that have both parts in French, or lack one."""

    title = _("French")
    parameter_name = "french"
    choices_offered: Choices = [
        ("yes", _("question and answer")),
        ("no", _("something is missing")),
    ]

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        missing = Q(question_fr="") | Q(answer_fr="")
        return rows.filter(missing if value == "no" else ~missing)


class Undescribed(OneOf):
    """Pictures that those who cannot see them would miss."""

    title = _("description")
    parameter_name = "described"
    choices_offered: Choices = [("yes", _("in both languages")), ("no", _("something is missing"))]

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        missing = Q(alt_en="") | Q(alt_fr="")
        return rows.filter(missing if value == "no" else ~missing)


class SideState(OneOf):
    """Stories that have a side in this state."""

    title = _("state of a side")
    parameter_name = "side"
    choices_offered: Choices = list(Article.State.choices)

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        return rows.filter(pk__in=Article.objects.filter(state=value).values("story"))


class MissingSide(OneOf):
    """Stories without a side in this language."""

    title = _("side to write")
    parameter_name = "missing"
    choices_offered: Choices = list(Language.choices)

    def narrowed(self, rows: QuerySet[Any], value: str | None) -> QuerySet[Any]:
        return rows.exclude(pk__in=Article.objects.filter(language=value).values("story"))
