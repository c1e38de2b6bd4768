"""Whose words stand in an article: the site's, which it may replace, or an editor's.

The reason of each version that the site wrote lists the parts that it wrote then. A part that
still says what the site last wrote there is the site's.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.drafting.writing import PLAIN, Copy
from articles.models import Article
from articles.prose import sanitise

REASON = "Drafted from the record"
PARTS = (*PLAIN, "body")
_BOUND = re.compile(r"(<data value=\"[^\"]*\">)[^<]*(?=</data>)")


def reason_for(parts: Iterable[str]) -> str:
    return f"{REASON}: {', '.join(parts)}"


def _written(article: Article) -> dict[str, str]:
    """What the site last wrote, by part."""
    written: dict[str, str] = {}
    versions = article.history.filter(history_change_reason__startswith=REASON)
    for version in versions.order_by("-history_id"):
        for part in version.history_change_reason.removeprefix(f"{REASON}: ").split(", "):
            if part in PARTS:
                written.setdefault(part, getattr(version, part))
    return written


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, apart from what their bound figures say."""
    return unfilled(one) == unfilled(other)


def unfilled(text: str) -> str:
    if "<" not in text:
        return text.strip()
    return _BOUND.sub(r"\1", sanitise(text)).strip()


@dataclass(frozen=True, slots=True)
class Put:
    """What came of putting new words into an article: the parts that `changed`, those `kept` as an
    editor wrote them, and of these what the site would now say `instead` of what it last said.

    A bound figure follows the record in an editor's words too: that alone is no other saying.
    """

    changed: list[str]
    kept: list[str]
    instead: Mapping[str, str]


def put(article: Article, copy: Copy) -> Put:
    """Put new words into the parts that are the site's; the article is not stored."""
    written = _written(article)
    wanted = {part: getattr(copy, part) for part in PARTS}
    own = [part for part, text in written.items() if same(text, getattr(article, part))]
    changed = [part for part in own if wanted[part] != getattr(article, part)]
    for part in changed:
        setattr(article, part, wanted[part])
    kept = [part for part in PARTS if part not in own]
    instead = {part: wanted[part] for part in kept if not same(written.get(part, ""), wanted[part])}
    return Put(changed, kept, instead)
