"""The plain values that pass between the pipeline and a domain's store function."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.models import Capture


class Refused(Exception):
    """The body as a whole can't be used; str() is one clear line. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not published until an editor has decided.

    `raw` is the exact text that is doubted: the same doubt about the same text is raised once.
    `choices` are (value, label) pairs when approving needs an answer.
    """

    key: str
    code: str
    message: str
    raw: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def fingerprint(self) -> str:
        parts = f"{self.key}\x1f{self.code}\x1f{self.raw}"
        return hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's approval of one doubt."""

    fingerprint: str
    code: str
    raw: str
    choice: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source was last known to say: when, and the SHA-256 of the bytes."""

    at: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A capture on its way into the record. `seen_at`: when it was asked for this time; `before`:
    what the source said until then, None if nothing of it was ever stored."""

    capture: "Capture"
    body: bytes
    seen_at: datetime
    decisions: Sequence[Decision] = ()
    before: Seen | None = None

    def decision_on(self, doubt: Doubt) -> Decision | None:
        wanted = doubt.fingerprint
        return next((made for made in self.decisions if made.fingerprint == wanted), None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a store function did: counts of rows, what it held, and remarks for the log.

    `stored` is False when the body as a whole waits for an editor. `ask_again` is True when some
    of its rows could not be stored yet: the body must not be answered with "not modified".
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    held: tuple[Doubt, ...] = ()
    remarks: tuple[str, ...] = ()
    stored: bool = True
    ask_again: bool = False


StoreFunction = Callable[[Arrival], Outcome]
