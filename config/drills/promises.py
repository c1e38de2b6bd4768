"""An article that is promised for a moment, and how often it came out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from config.drills.world import World


@dataclass(frozen=True, slots=True)
class Promise:
    """An article by its id, and how often it was out before."""

    pk: int
    before: int


def promise(site: World, seconds: float) -> Promise:
    """Promise one of the demonstration articles for a moment so many seconds from now, by the
    machine's own clock."""
    moment = (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S.%f")
    moment += "+00" if site.environment.get("DATABASE_URL") else ""
    found = site.rows(
        "SELECT a.id FROM articles_article a JOIN articles_story s ON a.story_id = s.id"
        " WHERE a.state = 'published' AND coalesce(s.drafted_from, '') = ''"
        " ORDER BY a.id DESC LIMIT 1"
    )
    pk = int(found[0][0])
    site.tell(
        "UPDATE articles_article SET state = 'scheduled', published_at = NULL,"
        f" scheduled_for = '{moment}' WHERE id = {pk}"
    )
    return Promise(pk, _times(site, pk))


def is_out(site: World, made: Promise) -> bool:
    return site.count(f"articles_article WHERE id = {made.pk} AND state = 'published'") == 1


def times_out(site: World, made: Promise) -> int:
    """How often it came out since it was promised."""
    return _times(site, made.pk) - made.before


def _times(site: World, pk: int) -> int:
    return site.count(f"ingest_event WHERE kind = 'article.published' AND subject = 'article/{pk}'")
