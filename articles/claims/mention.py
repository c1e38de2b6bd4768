"""A time that a text names, and what stays said of times and families as a text goes on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time, from `start` to `end` of the plain text.

    `days` are the stretches that it may mean, the likeliest first, both ends within. `open`: it
    runs on to the moment of the article. `vague`: a time that cannot be said in days, so that
    nothing is judged by it. `ever`: all that is on record.
    """

    start: int
    end: int
    days: tuple[Days, ...]
    open: bool = False
    vague: bool = False
    ever: bool = False


@dataclass(slots=True)
class Told:
    """What was said before a sentence, the latest first: times, families, what was counted.

    `counted` is "draws" or "invitations", "" where the paragraph counted nothing yet.
    """

    paragraph: list[Mention] = field(default_factory=list)
    heading: list[Mention] = field(default_factory=list)
    before: list[Mention] = field(default_factory=list)
    families: list[str] = field(default_factory=list)
    heading_families: list[str] = field(default_factory=list)
    counted: str = ""
    # The families that were named anywhere before, the latest first.
    spoken: list[str] = field(default_factory=list)
    # The sentence whose times were asked for last, and these.
    held: tuple[object, list[Mention]] | None = None

    def __iter__(self) -> Iterator[Mention]:
        yield from self.paragraph
        yield from self.heading
        yield from self.before

    @property
    def years(self) -> list[int]:
        """The years that were spoken of, the nearest first."""
        found = [days[0].year for mention in self for days in mention.days[:1] if not mention.ever]
        return list(dict.fromkeys(found))
