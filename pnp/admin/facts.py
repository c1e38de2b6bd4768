"""Intake windows and allocations: what editors keep for provinces without rounds."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pnp import registry
from pnp.models import Allocation, Intake
from pnp.notes import delete_fact, save_fact


def program_choices() -> list[tuple[str, str]]:
    return [(slug, f"{each.label} ({each.code})") for slug, each in registry.programs().items()]


class FactForm(forms.ModelForm):
    program = forms.ChoiceField(label=_("Program"), choices=program_choices)


class FactAdmin(admin.ModelAdmin):
    """Every change begins a new edition and is told in the outbox."""

    form = FactForm
    list_per_page = 50

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_fact(obj, request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_fact(obj, request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for fact in queryset:
            delete_fact(fact, request.user)


@admin.register(Intake)
class IntakeAdmin(FactAdmin):
    list_display = ["opens", "closes", "program", "sector", "places", "used"]
    list_filter = ["program"]
    date_hierarchy = "opens"


@admin.register(Allocation)
class AllocationAdmin(FactAdmin):
    list_display = ["year", "program", "stream", "allocated", "issued", "remaining", "as_of"]
    list_filter = ["year", "program"]
