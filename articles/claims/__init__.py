"""Reading an article against the record: which statements are true, which are contradicted.

`read` judges texts, `of_article` an article of the site. Both are deterministic: rules, no model.
"""

import datetime as dt

from articles.claims.claim import Claim, Kind, Verdict
from articles.claims.engine import read
from articles.claims.record import Record
from articles.claims.stored import read_once, stored
from articles.claims.texts import Texts, with_bound
from articles.models import Article

__all__ = [
    "Claim",
    "Kind",
    "Record",
    "Texts",
    "Verdict",
    "of_article",
    "read",
    "read_once",
    "stored",
    "texts_of",
    "with_bound",
]


def texts_of(article: Article) -> Texts:
    """What is read of an article; no query after `for_page`."""
    hero, draw = article.story.hero, article.story.draw
    caption = getattr(hero, f"caption_{article.language}", "") if hero else ""
    return Texts(
        headline=article.headline,
        standfirst=article.standfirst,
        body_html=article.body,
        questions=[(asked.question, asked.answer) for asked in article.questions.all()],
        captions=[caption] if caption else [],
        subject=draw.number if draw else "",
    )


def of_article(article: Article, as_of: dt.datetime, known: Record | None = None) -> list[Claim]:
    """The statements of an article, judged by what was known at `as_of`."""
    return read(texts_of(article), language=article.language, as_of=as_of, known=known)
