"""What an article is about, and what was last spoken of: what a bare figure belongs to."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from articles.claims.mention import Told
from articles.claims.record import Record
from articles.claims.scope import Scope
from articles.claims.tokens import Day
from draws.records import RoundRecord


@dataclass
class Context:
    """One reading of one article.

    `main` is the draw that the article is about, None where it is about none or nobody can say.
    `current` is the draw that the paragraph spoke of last, `named` are all that were spoken of.
    `days` are the days named in the paragraph, the nearest last.
    """

    record: Record
    language: str
    as_of: dt.datetime
    main: RoundRecord | None = None
    current: RoundRecord | None = None
    heading: RoundRecord | None = None
    named: list[RoundRecord] = field(default_factory=list)
    days: list[dt.date] = field(default_factory=list)
    province: str = ""
    main_province: str = ""
    # The days that the article names anywhere.
    told_days: set[dt.date] = field(default_factory=set)
    # The province that the whole article is about, "" for any other article.
    home: str = ""
    about_pool: bool = False
    pool_day: dt.date | None = None
    province_day: dt.date | None = None
    heading_province: str = ""
    # The family of the range that the paragraph gave last: "in 2025 they were between …".
    ranged: str = ""
    # A number in the headline that is not the one of the draw which the article tells of.
    mistaken: str = ""
    # The draws that the article names by number or by day, wherever in it.
    mentioned: list[RoundRecord] = field(default_factory=list)
    # Which figures of its own draw the article says nowhere: crs, invitations.
    unsaid: frozenset[str] = frozenset()
    last_scope: "Scope | None" = None
    # Times and families that stay said, see `articles.claims.told`.
    told: Told = field(default_factory=Told)
    # The years that the article spoke of, in whichever paragraph, the last one first.
    told_years: "list[Scope]" = field(default_factory=list)

    @cached_property
    def known(self) -> Sequence[RoundRecord]:
        """The draws held by the article's moment, oldest first."""
        return self.record.draws_until(self.as_of)

    @cached_property
    def horizon(self) -> RoundRecord | None:
        """The newest draw for "so far": the one that the article is about, or the newest known."""
        return self.main or (self.known[-1] if self.known else None)

    def speak_of(self, draw: RoundRecord) -> None:
        self.current = draw
        if draw not in self.named:
            self.named.append(draw)

    def subjects(self) -> Iterator[RoundRecord]:
        """What a figure without a draw may belong to, the likeliest first."""
        seen: list[RoundRecord] = []
        for draw in (self.current, self.heading, self.main):
            if draw is not None and draw not in seen:
                seen.append(draw)
                yield draw

    def whole(self, day: Day) -> dt.date | None:
        """A date with the year that it must have: of the past, the nearest to our draw."""
        if day.year:
            return day.date
        limit = self.as_of.date()
        base = min(self.main.date, limit) if self.main else limit
        years = range(base.year - 1, base.year + 2)
        days = [found for year in years if (found := Day(year, day.month, day.day).date)]
        past = [found for found in days if found <= limit]
        return min(past, key=lambda found: abs(found - base), default=None)

    def years_of(self, day: Day) -> set[int]:
        """The years that a month without a year may lie in."""
        if day.year:
            return {day.year}
        newest = self.horizon.date if self.horizon else self.as_of.date()
        years = {newest.year if day.month <= newest.month else newest.year - 1}
        if self.current:
            years.add(self.current.date.year)
        return years
