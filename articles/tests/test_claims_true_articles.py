"""No true article is stopped: neither those of the benchmark nor our own."""

import datetime as dt

import pytest

from articles.claims.bench.article import articles
from articles.claims.bench.measure import claims_of
from articles.claims.engine import read
from articles.claims.texts import Texts
from articles.demo import files
from articles.tests.claims import record


@pytest.mark.parametrize("told", list(articles("held-out", record())), ids=lambda told: told.name)
def test_it_stops_no_true_article(told):
    claims = claims_of(told, told.text, record())
    assert [c.text for c in claims if c.is_contradicted] == []
    states_something = any(piece.kind for piece in told.pieces)  # asides state nothing of draws
    assert any(c.verdict == "true" for c in claims) or not states_something


def test_it_stops_none_of_our_own():
    stopped = []
    for story in files.stories():
        for language, side in story.sides.items():
            own = [(q["question"], q["answer"]) for q in side.questions if "bank" not in q]
            head, subject = side.head, story.shared.get("draw", "")
            texts = Texts(head["headline"], head.get("standfirst", ""), side.body, own, [], subject)
            moment: dt.datetime = head.get("updated") or head["published"]
            claims = read(texts, language=language, as_of=moment, known=record())
            stopped += [claim.text for claim in claims if claim.is_contradicted]
    assert stopped == []
