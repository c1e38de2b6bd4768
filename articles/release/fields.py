"""What a table of the release is: its columns, each with type, unit and meaning."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

Value = date | datetime | int | str | None
Values = tuple[Value, ...]
# As in a Frictionless table schema.
Type = Literal["string", "integer", "date", "datetime"]
_TYPE_NAMES = {
    "string": _("text"),
    "integer": _("whole number"),
    "date": _("date"),
    "datetime": _("date and time, UTC"),
}
# The meaning of the column of ids, and its unit.
ID = (_("Id of the row: the same in every form, for ever."), "")


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `unit` is "" where there is none; `value` reads it from a row."""

    name: str
    type: Type
    meaning: "LazyText | str"
    value: Callable[[Any], Value]
    unit: "LazyText | str" = ""
    required: bool = False

    @property
    def type_name(self) -> "LazyText":
        """The type as people say it."""
        return _TYPE_NAMES[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `rows` gives its rows in an order that depends on nothing but them."""

    name: str
    title: "LazyText | str"
    description: "LazyText | str"
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: Callable[[], Iterable[Any]]

    def read(self) -> Iterator[Values]:
        """Every row as a tuple of the values of the fields; None is a value that is not known."""
        for row in self.rows():
            yield tuple(_known(field.value(row)) for field in self.fields)


def _known(value: Value) -> Value:
    """An empty text says nothing: in every form it is the same as no value."""
    return None if value == "" else value
