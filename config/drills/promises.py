"""An article that is promised for a moment, and how often it came out."""

from datetime import UTC, datetime, timedelta

from config.drills.world import World


def promise(site: World, seconds: float) -> int:
    """Promise one of the demonstration articles for a moment so many seconds from now, by the
    machine's own clock; its id."""
    moment = (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S.%f")
    moment += "+00" if site.environment.get("DATABASE_URL") else ""
    found = site.rows(
        "SELECT a.id FROM articles_article a JOIN articles_story s ON a.story_id = s.id"
        " WHERE a.state = 'published' AND coalesce(s.drafted_from, '') = '' ORDER BY a.id DESC LIMIT 1"
    )
    pk = int(found[0][0])
    site.tell(
        "UPDATE articles_article SET state = 'scheduled', published_at = NULL,"
        f" scheduled_for = '{moment}' WHERE id = {pk}"
    )
    return pk


def is_out(site: World, pk: int) -> bool:
    return site.count(f"articles_article WHERE id = {pk} AND state = 'published'") == 1


def times_out(site: World, pk: int) -> int:
    """How often its publication was told, and noted in its history."""
    told = f"ingest_event WHERE kind = 'article.published' AND subject = 'article/{pk}'"
    noted = f"articles_historicalarticle WHERE id = {pk} AND state = 'published'"
    noted += " AND history_change_reason LIKE 'Published at%'"
    return max(site.count(told), site.count(noted))
