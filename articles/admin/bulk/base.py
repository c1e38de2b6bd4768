"""One bulk action: its plan on a page of its own, then what came of it, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.keys import number_of

# A person reads the plan: more rows than this nobody reads.
MOST = 200
CONFIRMED = "confirmed"


class Asks(forms.Form):
    """What a bulk action has to be told; nothing, for most."""


@dataclass(frozen=True, slots=True)
class Left:
    """A row that is left out, and why."""

    row: Any
    why: str


class Bulk:
    """What to do with each of some rows. Every row is stored, or refused, on its own."""

    name: ClassVar[str]
    title: ClassVar[Any]
    permission: ClassVar[str]
    asks: ClassVar[type[Asks]] = Asks

    def refusal(self, row: Any, by: Any) -> str:
        """Why this row is left out; "" where it is not."""
        raise NotImplementedError

    def effect(self, rows: Sequence[Any]) -> str:
        """What happens, and what readers see of it."""
        raise NotImplementedError

    def facts(self, row: Any) -> str:
        """What stands beside the name of the row."""
        return ""

    def carry_out(self, row: Any, by: Any, given: dict[str, Any]) -> None:
        """Raises ValidationError, PermissionDenied or ValueError where it cannot be."""
        raise NotImplementedError

    def __call__(
        self, model_admin: Any, request: HttpRequest, queryset: QuerySet[Any]
    ) -> TemplateResponse | None:
        """The page with the plan, or the carrying out where that was confirmed."""
        rows = list(queryset[: MOST + 1])
        if len(rows) > MOST:
            messages.error(request, _("Choose at most %(n)d rows at a time.") % {"n": MOST})
            return None
        form = self.asks(request.POST if CONFIRMED in request.POST else None)
        if form.is_valid():
            self._carry_out_all(request, rows, form.cleaned_data)
            return None
        return self._page(model_admin, request, rows, form)

    def _page(
        self, model_admin: Any, request: HttpRequest, rows: list[Any], form: Asks
    ) -> TemplateResponse:
        why = {row: self.refusal(row, request.user) for row in rows}
        taken = [row for row in rows if not why[row]]
        context = {
            **model_admin.admin_site.each_context(request),
            "title": self.title,
            "opts": model_admin.opts,
            "bulk": self,
            "taken": [(row, self.facts(row)) for row in taken],
            "left": [Left(row, why[row]) for row in rows if why[row]],
            "effect": self.effect(taken) if taken else "",
            "form": form,
            "checkbox": ACTION_CHECKBOX_NAME,
            "confirmed": CONFIRMED,
        }
        return TemplateResponse(request, "admin/desk/bulk.html", context)

    def _carry_out_all(self, request: HttpRequest, rows: list[Any], given: dict[str, Any]) -> None:
        left = [Left(row, why) for row in rows if (why := self._attempt(row, request.user, given))]
        done = len(rows) - len(left)
        if done:
            said = ngettext("%(n)d row: %(title)s.", "%(n)d rows: %(title)s.", done)
            messages.success(request, said % {"n": done, "title": self.title})
        for each in left:
            said = _("“%(row)s” was left out. %(why)s") % {"row": each.row, "why": each.why}
            messages.warning(request, said)

    def _attempt(self, row: Any, by: Any, given: dict[str, Any]) -> str:
        if why := self.refusal(row, by):
            return why
        try:
            self.carry_out(row, by, given)
        except ValidationError as refused:
            return " ".join(refused.messages)
        except (PermissionDenied, ValueError) as refused:
            return str(refused)
        return ""


class BulkAdmin(admin.ModelAdmin):
    """Offers the bulk actions that the person may take."""

    bulk: Iterable[Bulk] = ()

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any], *more: Any) -> Any:
        """Raises BadRequest for rows that no list has offered."""
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if any(number_of(key) is None for key in chosen):
            raise BadRequest("A row is chosen by its number.")
        return super().response_action(request, queryset, *more)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = dict(super().get_actions(request))
        if "_popup" in request.GET:
            return actions
        own = {
            each.name: (each, each.name, each.title)
            for each in self.bulk
            if request.user.has_perm(each.permission)
        }
        return {**own, **actions}
