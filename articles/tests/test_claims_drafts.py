"""No draft of a round is stopped: its sentences are true as of its day."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import transaction

from articles.claims.engine import read
from articles.claims.texts import Texts
from articles.drafting.replay import replay
from articles.tests.claims import record
from draws import bundle
from draws.models import Draw
from ingest import pipeline
from ingest.models import Capture

pytestmark = pytest.mark.django_db
# Every so many drafts of history are read in the suite, all of them by `make check-drafts`.
STEP = 15


@pytest.fixture(scope="module")
def drafts(django_db_setup: Any, django_db_blocker: Any) -> list[tuple[Draw, Any]]:
    with django_db_blocker.unblock(), transaction.atomic():
        pipeline.bring_in("bundle", bundle.as_bytes(), Capture.Via.BUNDLE)
        rounds = list(Draw.objects.with_pool().oldest_first())
        found = [(draw, copy) for draw, _situation, copy in replay(rounds)]
        transaction.set_rollback(True)
    return found


def stopped(drafts: Iterable[tuple[Draw, Any]]) -> list[tuple[str, str, str, str]]:
    """(draw, language, found, expected) of what is contradicted."""
    found = []
    for draw, copy in drafts:
        day = draw.date + dt.timedelta(days=1)
        moment = dt.datetime.combine(day, dt.time(), dt.UTC)
        texts = Texts(copy.headline, copy.standfirst, copy.body, [], [], draw.number)
        claims = read(texts, language=copy.language, as_of=moment, known=record())
        found += [
            (draw.number, copy.language, claim.found, claim.expected)
            for claim in claims
            if claim.is_contradicted
        ]
    return found


def test_it_stops_none_of_sixty_drafts(drafts):
    assert stopped(drafts[STEP // 2 :: STEP]) == []


@pytest.mark.slow
def test_it_stops_no_draft_of_history(drafts):
    assert len(drafts) == 896
    assert stopped(drafts) == []
