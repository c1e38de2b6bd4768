"""Fields of a tool’s form: how each is asked, what was typed, what is wrong, and what it means.

The answers become the JSON that the rules read; what those refuse by its path comes back to the
field by its name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext

from crs.reading import Fault

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as LazyText

Options = tuple[tuple[str, "LazyText | str"], ...]
_NUMBER = re.compile(r"(?a:-?\d{1,9})(?:[.,](?a:\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `kind`: number, day, time, text, choice, radio or tick (one box, “yes”).

    `path` is where its answer belongs in the inputs of the rules; "" for what the page itself
    reads. The first of `options` with an empty value stands for “not answered”.
    """

    name: str
    kind: str
    label: "LazyText | str"
    path: str = ""
    hint: "LazyText | str" = ""
    options: Options = ()
    listed: str = ""


class Offer(NamedTuple):
    """An answer to choose in place of what was typed: the same page with it."""

    words: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with what was typed and what is wrong with it, for a template."""

    field: Field
    value: str = ""
    error: str = ""
    offers: tuple[Offer, ...] = ()

    @property
    def id(self) -> str:
        return f"f-{self.field.name}"

    @property
    def described_by(self) -> str:
        """The ids of the error and of the hint, as far as there are any."""
        parts = [f"{self.id}-e"] if self.error else []
        return " ".join([*parts, f"{self.id}-h"] if self.field.hint else parts)


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one legend. `folded` ones are closed until something in them was typed."""

    key: str
    legend: "LazyText | str"
    fields: tuple[Field, ...]
    hint: "LazyText | str" = ""
    folded: bool = False


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """A group for a template."""

    group: Group
    fields: tuple[Asked, ...]

    @property
    def is_open(self) -> bool:
        return not self.group.folded or any(each.value or each.error for each in self.fields)


def asked(
    groups: Iterable[Group],
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    offers: Mapping[str, tuple[Offer, ...]] | None = None,
) -> list[AskedGroup]:
    """The form as it is shown."""

    def one(field: Field) -> Asked:
        name = field.name
        shown = (offers or {}).get(name, ())
        return Asked(field, typed.get(name, ""), errors.get(name, ""), shown)

    return [AskedGroup(group, tuple(map(one, group.fields))) for group in groups]


def answer(field: Field, text: str) -> object:
    """What was typed, as JSON has it. What cannot be read stays a text, which the rules refuse."""
    if field.kind == "tick" or (field.options and text in ("yes", "no")):
        return {"yes": True, "no": False}.get(text, text)
    return number(text) if field.kind == "number" else text


def number(text: str) -> int | float | str:
    """7, 6.5, 6,5; anything else as it is."""
    bare = text.replace("\u00a0", "").replace(" ", "")
    if not _NUMBER.fullmatch(bare):
        return text
    if "." in bare or "," in bare:
        return float(bare.replace(",", "."))
    return int(bare)


def put(inputs: dict[str, Any], path: str, value: object) -> None:
    """Lay a value into nested objects: "partner.language.test"."""
    *parts, last = path.split(".")
    for part in parts:
        inputs = inputs.setdefault(part, {})
    inputs[last] = value


def errors_of(faults: Iterable[Fault], names: Mapping[str, str]) -> dict[str, str]:
    """One sentence for each field, by its name; "" for a fault that belongs to none."""
    found: dict[str, str] = {}
    for fault in faults:
        found.setdefault(names.get(fault.path, ""), fault.why.in_words(gettext))
    return found
