"""Who may approve an article, in words for those who wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Article
from articles.workflow import roles
from articles.workflow.transitions import APPROVE

MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Approvers:
    """Everybody whose part it is to approve, asked once for a whole list."""

    people: Sequence[Any]

    @classmethod
    def now(cls) -> "Approvers":
        """One query."""
        return cls(roles.people(APPROVE))

    @property
    def note(self) -> str:
        """What to do where there is nobody at all; "" where there is somebody."""
        return "" if self.people else roles.empty_group(APPROVE)

    def waits_for(self, article: Article) -> str:
        """Who can take it on; where only its last editor could, what to do about it."""
        writer: Any = article.edited_by
        alone = settings.ONE_PERSON_NEWSROOM
        names = [roles.name_of(each) for each in self.people if alone or each != writer]
        if names:
            return _("waits for %(names)s") % {"names": roles.either(names[:MOST_NAMES])}
        return roles.empty_group(APPROVE) if self.people else ""
