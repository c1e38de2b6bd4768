"""What the desk shows: one entry for each thing that can wait, in the order of urgency.

A new section is one function that reads and one entry in SECTIONS.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk import care, record, rules, waiting
from articles.desk.rows import Waiting

PLAIN = "admin/desk/rows.html"
Read = Callable[[HttpRequest, datetime], Waiting | None]


@dataclass(frozen=True, slots=True)
class Section:
    """`read` gives what waits, or None where this person may not know."""

    key: str
    title: Any
    read: Read
    template: str = PLAIN


@dataclass(frozen=True, slots=True)
class Shown:
    """A section with what it found."""

    section: Section
    found: Waiting


@dataclass(slots=True)
class Desk:
    """Sections with something in them, first those that the person can act on."""

    mine: list[Shown] = field(default_factory=list)
    others: list[Shown] = field(default_factory=list)
    empty: list[Section] = field(default_factory=list)


SECTIONS: Sequence[Section] = (
    Section("scheduled", _("Scheduled"), waiting.scheduled),
    Section("review", _("In review"), waiting.in_review),
    Section("held", _("Held rows"), record.held_rows),
    Section("site-drafts", _("Drafts that the site made"), waiting.made_by_the_site),
    Section("drafts", _("My drafts"), waiting.drafts_of_mine),
    Section("tasks", _("To put right"), care.tasks),
    Section("answers", _("Answers to review"), care.stale_answers),
    Section("rules", _("Rules to look up again"), rules.stale_rules),
    Section("sources", _("Sources that are late"), record.late_sources),
)


def gather(request: HttpRequest, now: datetime) -> Desk:
    """Everything that waits at a moment, for one person. Queries do not grow with the rows."""
    desk = Desk()
    for section in SECTIONS:
        found = section.read(request, now)
        if found is None:
            continue
        if not found.total:
            desk.empty.append(section)
        elif found.mine:
            desk.mine.append(Shown(section, found))
        else:
            desk.others.append(Shown(section, found))
    return desk
