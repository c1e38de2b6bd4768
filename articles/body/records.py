"""What readers get of an article's text."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from articles.body.contents import Heading
from articles.models import DeskTask
from draws.known import Known


@dataclass(frozen=True, slots=True)
class Answer:
    """One question under an article. `text` is the answer without markup, for machines."""

    anchor: str
    question: str
    html: SafeString
    text: str
    reviewed_on: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that leads nowhere: an address, or the kind and address of a block."""

    kind: DeskTask.Kind
    subject: str


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, for its page or for a feed.

    `text` is the words alone; `contents` the headings in order; `minutes` the time to read it;
    `shown` the stories that its see-also cards show, so that no other list repeats them; `draws`
    what was read of draws for it.
    """

    html: SafeString
    text: str
    contents: tuple[Heading, ...]
    minutes: int
    answers: tuple[Answer, ...]
    shown: frozenset[int]
    findings: tuple[Finding, ...]
    draws: Known

    @property
    def reviewed_on(self) -> date | None:
        """The day of the oldest review among the answers, None without any."""
        return min((a.reviewed_on for a in self.answers if a.reviewed_on), default=None)
