"""Rules as dated facts: what holds from when to when, where it stands, and who last looked.

One registry for articles, for answers and for `articles.claims`. Pure: no request, no database.
"""

from articles.rules.registry import (
    Confidence,
    Rule,
    digest,
    in_force,
    of_topic,
    rule,
    rules,
    topics,
)

__all__ = ["Confidence", "Rule", "digest", "in_force", "of_topic", "rule", "rules", "topics"]
