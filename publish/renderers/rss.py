"""RSS 2.0. Ids are tag URIs that outlive host, scheme and address."""

from datetime import datetime

from django.conf import settings
from django.utils.feedgenerator import Rss201rev2Feed

from publish.listing import Entry, Listing


class _Feed(Rss201rev2Feed):
    """Django's feed, dated by the edition: the same edition gives the same bytes."""

    def latest_post_date(self) -> datetime:
        moment: datetime = self.feed["modified"]
        return moment


class RssRenderer:
    label = "RSS"
    content_type = "application/rss+xml; charset=utf-8"

    def render(self, listing: Listing, modified: datetime) -> bytes:
        feed = _Feed(
            title=listing.title,
            link=settings.SITE_URL + listing.page,
            description=listing.description,
            language=listing.language,
            feed_url=settings.SITE_URL + listing.address("rss"),
            modified=modified,
        )
        for row in listing.rows:
            _add(feed, listing.entry(row))
        return feed.writeString("utf-8").encode()


def _add(feed: _Feed, entry: Entry) -> None:
    feed.add_item(
        title=entry.title,
        link=settings.SITE_URL + entry.path,
        description=entry.summary,
        unique_id=f"tag:{settings.ID_AUTHORITY}:{entry.key}",
        unique_id_is_permalink=False,
        pubdate=entry.published,
    )
