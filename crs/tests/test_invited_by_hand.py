"""Every draw of the record for several people, reckoned here from the table itself."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from crs.invited import Person, Submitted, TypedScore, history
from draws import bundle
from draws.families import family_of_label

TABLE = Path(bundle.__file__).parent / "data" / "rounds.csv"
PEOPLE = [
    (508, "2025-04-02T14:20:00", "cec"),
    (481, "2023-06-30T00:00:00", "cec fsw"),
    (470, "2017-03-01T08:00:00", "fsw"),
    (380, "2024-01-20T22:15:00", "cec french"),
    (752, "2024-06-01T00:00:01", "pnp cec"),
    (1200, "2015-01-30T00:00:00", "fsw"),
    (0, "2020-02-29T12:00:00", "cec french trades"),
]


def by_hand(crs: int, submitted: dt.datetime, eligible: set[str]) -> dict[str, str]:
    """Number -> what happened; draws of the first and the last day are left out."""
    end = submitted.replace(year=submitted.year + 1, day=min(submitted.day, 28))
    found = {}
    with TABLE.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            day, cut = dt.date.fromisoformat(line["date"]), int(line["cut_off"])
            if not submitted.date() + dt.timedelta(2) < day < end.date() - dt.timedelta(2):
                continue
            family = family_of_label(line["label"])
            if family not in {*eligible, "all-program"}:
                found[line["number"]] = "not-eligible"
            elif crs != cut:
                found[line["number"]] = "invited" if crs > cut else "not-invited"
            elif not line["tie_break"]:
                found[line["number"]] = "not-known"
            else:
                at = dt.datetime.fromisoformat(line["tie_break"])
                found[line["number"]] = "invited" if submitted <= at else "not-invited"
    return found


@pytest.mark.parametrize(("crs", "moment", "eligible"), PEOPLE)
def test_it_agrees_with_the_table_for_every_draw_of_a_profile_s_life(crs, moment, eligible):
    submitted = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)
    families = frozenset(eligible.split())
    person = Person([TypedScore(crs)], Submitted.at(submitted), families)
    found = {each.number: each.result for each in history(person, bundle.rounds()).outcomes}
    expected = by_hand(crs, submitted, set(families))
    assert len(expected) > 10
    assert {number: found[number] for number in expected} == expected
