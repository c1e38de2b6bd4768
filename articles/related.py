"""Which other articles stand near to one: most shared topics, then same category, then newest.

Looked for among the newest of the language, so that it costs the same however many there are.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import connection

from articles.models import Article

# So many of the newest articles of a language are looked through.
NEWEST = 200

# Without articles on a draw that a later draw of its family has followed.
_RANKED = """
SELECT near.id FROM (
    SELECT id, story_id, published_at FROM articles_article
    WHERE language = %s AND state = 'published' AND published_at <= %s
    ORDER BY published_at DESC, id DESC LIMIT %s
) AS near
JOIN articles_story AS story ON story.id = near.story_id
LEFT JOIN draws_draw AS draw ON draw.id = story.draw_id
WHERE story.id <> %s AND NOT EXISTS (
    SELECT 1 FROM draws_draw AS later
    WHERE later.family = draw.family AND later.serial > draw.serial
)
ORDER BY (
    SELECT COUNT(*) FROM articles_story_topics AS filed
    WHERE filed.story_id = story.id AND filed.topic_id IN (
        SELECT topic_id FROM articles_story_topics WHERE story_id = %s
    )
) DESC, CASE WHEN story.category_id = %s THEN 0 ELSE 1 END,
near.published_at DESC, near.id DESC
LIMIT %s
"""


def related_to(
    article: Article, at: datetime, most: int, without: Collection[int] = ()
) -> list[Article]:
    """At most so many others in the same language that readers could read at a moment, with their
    stories and categories; never the stories of these keys. Two queries."""
    story = article.story
    # Those that are left out later have to be read first.
    wanted = [story.pk, story.pk, story.category_id, most + len(without)]
    with connection.cursor() as cursor:
        cursor.execute(_RANKED, [article.language, at, NEWEST, *wanted])
        keys = [row[0] for row in cursor.fetchall()]
    rows = Article.objects.select_related("story__category").in_bulk(keys)
    found = [rows[key] for key in keys if rows[key].story_id not in without]
    return found[:most]
