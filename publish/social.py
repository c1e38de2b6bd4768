"""What other sites show when somebody shares a page: OpenGraph and Twitter cards."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from publish.listing import Picture
from publish.renderers.xml import rfc3339


@dataclass(frozen=True, slots=True)
class Social:
    """One page as it is shared. `kind` is website, article or profile (ogp.me)."""

    kind: str = "website"
    picture: Picture | None = None
    published: datetime | None = None
    updated: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def image(self) -> str:
        """The full address of the picture, "" without one."""
        return settings.SITE_URL + self.picture.path if self.picture else ""

    @property
    def published_at(self) -> str:
        return rfc3339(self.published) if self.published else ""

    @property
    def updated_at(self) -> str:
        return rfc3339(self.updated) if self.updated else ""

    @property
    def author_urls(self) -> list[str]:
        """The pages of the authors, which `authors` names by their paths."""
        return [settings.SITE_URL + path for path in self.authors]
