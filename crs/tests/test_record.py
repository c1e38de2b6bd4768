"""The record in the database answers as the rules do for every draw, one by one."""

import datetime as dt
import random

import pytest

from crs.invited import Person, Submitted, TypedScore, history, sufficient
from crs.pages.asked_profile import FAMILY_NAMES
from crs.pages.record import Record, sufficient_of
from crs.pages.verdicts import sign_of
from draws import bundle
from draws.models import Draw
from draws.tests import rows

pytestmark = pytest.mark.django_db
SECOND = dt.timedelta(seconds=1)


@pytest.fixture(autouse=True)
def whole_record() -> None:
    kept = rows.capture()
    names = ("date", "family", "name", "invitations", "crs", "tie_break_at", "held_at")
    Draw.objects.bulk_create(
        rows.unsaved(
            each.number, first_capture=kept, **{name: getattr(each, name) for name in names}
        )
        for each in bundle.rounds()
    )


def people(chance: random.Random, count: int) -> list[Person]:
    """Whose score and moment often are exactly those of a draw, where all mistakes are."""
    held = [each for each in bundle.rounds() if each.tie_break_at]
    found = []
    for _each in range(count):
        draw = chance.choice(held)
        near = draw.tie_break_at or dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
        moments = (near, near + SECOND, near - SECOND, draw.held_at or near, near.replace(hour=0))
        moment = chance.choice(moments)
        submitted = Submitted.on(moment.date()) if chance.random() < 0.4 else Submitted.at(moment)
        scores = [TypedScore(chance.choice((draw.crs, draw.crs + 1, draw.crs - 1)))]
        for _later in range(chance.choice((0, 0, 1, 3))):
            day = moment.date() + dt.timedelta(days=chance.randint(0, 400))
            scores.append(TypedScore(chance.choice(held).crs, day))
        families = frozenset(chance.sample(FAMILY_NAMES, chance.randint(0, 6))) | {
            draw.family or "cec"
        }
        unsure = frozenset(chance.sample(FAMILY_NAMES, 2)) - families
        found.append(Person(scores, submitted, families, unsure))
    return found


def test_it_answers_as_the_rules_do_for_many_people() -> None:
    newest = bundle.rounds()[::-1]
    for person in people(random.Random(4), 60):  # noqa: S311 - not a secret
        rules, record = history(person, newest), Record(person)
        lived = [each for each in rules.outcomes if each.result != "not-in-pool"]
        possible = [each for each in lived if each.result != "not-eligible"]
        assert record.signs == {
            sign: number
            for sign in {sign_of(each) for each in lived}
            if (number := sum(sign_of(each) == sign for each in lived))
        }
        assert record.first_invited == rules.first_invited
        assert record.days_waited == rules.days_waited
        assert record.possible(0, 500) == possible
        assert record.others(0, 500) == [each for each in lived if each not in possible]
        assert record.every(0, 500) == list(rules.outcomes)
        assert record.possible(3, 9) == possible[3:9]
        assert record.tied() == list(rules.by_tie_break)
        lost = [each for each in rules.by_tie_break if each.result == "not-invited"]
        assert record.tied("not-invited", most=2) == lost[:2]


def test_it_names_the_scores_that_the_rules_name() -> None:
    newest = bundle.rounds()[::-1]
    chance = random.Random(5)  # noqa: S311 - not a secret
    for person in people(chance, 40):
        until = person.submitted.latest.date() + dt.timedelta(days=chance.randint(-100, 400))
        expected = sufficient(newest, until, person.submitted)
        assert sufficient_of(until, person.submitted) == expected


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_it_answers_for_the_first_and_the_last_moment(moment: str) -> None:
    at = Submitted.at(dt.datetime.fromisoformat(f"{moment}+00:00"))
    record = Record(Person([TypedScore(500)], at, frozenset({"cec"})))
    assert record.first_invited is None
    assert not record.signs
