"""Reading sentences against the bundled record, in tests."""

import datetime as dt
from functools import cache

from articles.claims.claim import Claim
from articles.claims.engine import read
from articles.claims.record import Record, record_of
from articles.claims.texts import Texts
from draws import bundle
from pnp import bundle as provinces


@cache
def record() -> Record:
    rows = provinces.parsed()
    return record_of(bundle.rounds(), rows.rows, rows.months)


def judged(
    words: str, *, language: str = "en", about: str = "396", as_of: str = "2026-10-02"
) -> list[Claim]:
    """The claims of a paragraph, or of HTML, in an article about a draw."""
    html = words if words.startswith("<") else f"<p>{words}</p>"
    moment = dt.datetime.fromisoformat(as_of).replace(tzinfo=dt.UTC)
    texts = Texts(body_html=html, subject=about)
    return read(texts, language=language, as_of=moment, known=record())


def wrong(words: str, **more: str) -> list[tuple[str, str]]:
    """(found, expected) of what is contradicted."""
    return [(c.found, c.expected) for c in judged(words, **more) if c.is_contradicted]
