"""Filters of lists that ask an index, or nothing. Those of Django read every row for a choice."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


def by_year(field: str) -> type[admin.SimpleListFilter]:
    """The years from the first to the last row, of a day or moment that has an index."""

    class Year(admin.SimpleListFilter):
        title = _("year")
        parameter_name = "year"

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
            days = model_admin.get_queryset(request).exclude(**{field: None}).order_by(field)
            ends = [each.values_list(field, flat=True).first() for each in (days, days.reverse())]
            if None in ends:
                return []
            first, last = (end.year for end in ends)
            return [(str(year), str(year)) for year in range(last, first - 1, -1)]

        def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
            year = self.value() or ""
            known = year.isascii() and year.isdecimal() and 0 < int(year[:5]) < 10_000
            return queryset.filter(**{f"{field}__year": int(year)}) if known else queryset

    return Year


def one_of(
    field: str, words: Any, known: Callable[[], Iterable[str]]
) -> type[admin.SimpleListFilter]:
    """The values that the site knows, whether or not there is a row of each."""

    class Known(admin.SimpleListFilter):
        title = words
        parameter_name = field

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
            return [(value, value) for value in sorted(set(known()))]

        def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
            return queryset.filter(**{field: self.value()}) if self.value() else queryset

    return Known
