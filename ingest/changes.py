"""What becomes of a published value, by the same rules in every domain. Pure.

A blank that is filled in is a completion; a value that became another one is a correction; a
value that became blank is a loss, and is not taken over without an editor.
"""

from dataclasses import dataclass
from enum import StrEnum

# A mass change: more than this share of what is published, and at least so many values.
MASS_SHARE = 0.05
MASS_LEAST = 5


class Kind(StrEnum):
    COMPLETION = "completion"
    CORRECTION = "correction"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one subject, before and now, as the texts of revisions and events."""

    field: str
    old: str
    new: str
    kind: Kind


def kind_of(*, was_known: bool, is_known: bool) -> Kind:
    """The kind of a difference between two values, of which at least one is known."""
    if not was_known:
        return Kind.COMPLETION
    return Kind.CORRECTION if is_known else Kind.LOSS


def is_mass(changed: int, published: int) -> bool:
    """Whether so many changes of so many published values are more likely a broken body."""
    return changed >= MASS_LEAST and changed > MASS_SHARE * published
