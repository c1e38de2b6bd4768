"""The draft of each of the 448 rounds, as of its day, against the raw table of rounds.

Nothing of articles.drafting or draws.figures is used to judge: each sentence is read as a reader
would, and each figure is worked out again from the rows of the file.
"""

import csv
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from articles.drafting.replay import replay
from articles.prose import sanitise
from draws import bundle
from draws.models import Draw
from ingest import pipeline
from ingest.models import Capture

pytestmark = pytest.mark.django_db

DATA = Path(apps.get_app_config("draws").path) / "data"
MONTHS = (
    "January February March April May June July August September October November December"
).split()
MOIS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SMALL = "zero one two three four five six seven eight nine".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
NOUNS = {
    "cec": "CEC draw",
    "pnp": "PNP draw",
    "french": "French draw",
    "health": "health draw",
    "stem": "STEM draw",
    "trades": "trades draw",
    "education": "education draw",
    "transport": "transport draw",
    "agriculture": "agriculture draw",
    "physicians": "draw for physicians",
    "senior-managers": "draw for senior managers",
    "military": "draw for military recruits",
    "all-program": "all-program draw",
    "fsw": "Federal Skilled Worker draw",
    "fst": "Federal Skilled Trades draw",
}
FAMILY_OF_WORD = (
    ("Physicians", "physicians"),
    ("Senior managers", "senior-managers"),
    ("Military", "military"),
    ("Canadian Experience", "cec"),
    ("Provincial Nominee", "pnp"),
    ("French", "french"),
    ("Health", "health"),
    ("STEM", "stem"),
    ("Skilled Trades", "fst"),
    ("Skilled Worker", "fsw"),
    ("Trade", "trades"),
    ("Education", "education"),
    ("Transport", "transport"),
    ("Agriculture", "agriculture"),
    ("General", "all-program"),
    ("No Program", "all-program"),
)


class Raw:
    """One line of the table."""

    def __init__(self, line: dict[str, str], pools: dict[str, dict[str, str]]) -> None:
        self.number, self.label = line["number"], line["label"]
        self.date = dt.date.fromisoformat(line["date"])
        self.size, self.crs = int(line["invitations"]), int(line["cut_off"])
        self.tie = line["tie_break"]
        self.as_on = dt.date.fromisoformat(line["as_on"])
        self.pool = pools.get(line["as_on"])
        self.family = next(slug for word, slug in FAMILY_OF_WORD if word in self.label)
        self.noun = NOUNS[self.family]


def table() -> list[Raw]:
    with (DATA / "pools.csv").open(encoding="utf-8", newline="") as file:
        pools = {line["as_on"]: line for line in csv.DictReader(file)}
    with (DATA / "rounds.csv").open(encoding="utf-8", newline="") as file:
        return [Raw(line, pools) for line in csv.DictReader(file)]


ROWS = table()
BY_NUMBER = {row.number: row for row in ROWS}
PLACE = {row.number: place for place, row in enumerate(ROWS)}


@pytest.fixture(scope="module")
def told(django_db_setup: Any, django_db_blocker: Any) -> dict[tuple[str, str], Any]:
    """Every draft by number and language, and under ("", "") how many seconds they took."""
    with django_db_blocker.unblock(), transaction.atomic():
        pipeline.bring_in("bundle", bundle.as_bytes(), Capture.Via.BUNDLE)
        rounds = list(Draw.objects.with_pool().oldest_first())
        began = time.perf_counter()
        found: dict[tuple[str, str], Any] = {
            (draw.number, copy.language): copy for draw, _situation, copy in replay(rounds)
        }
        found["", ""] = time.perf_counter() - began
        transaction.set_rollback(True)
    return found


def earlier(row: Raw) -> list[Raw]:
    return ROWS[: PLACE[row.number]]


def family_before(row: Raw) -> list[Raw]:
    return [each for each in earlier(row) if each.family == row.family]


def words(html: str) -> list[str]:
    """The paragraphs and points of a text, without marks."""
    parts = re.findall(r"<(?:p|h2)>(.*?)</(?:p|h2)>", html, re.DOTALL)
    return [
        re.sub(r"<[^>]*>", "", part).replace("\u00a0", " ").replace("&amp;", "&") for part in parts
    ]


def n(number: int) -> str:
    return f"{number:,}"


def unit(number: int, name: str) -> str:
    count = SMALL[number] if 1 <= number <= 9 else n(number)
    return f"{count} {name}" if number == 1 else f"{count} {name}s"


def day(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def months_between(first: dt.date, last: dt.date) -> tuple[int, bool]:
    """Whole months, and whether that is exact."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    return months, first.day == last.day


def tie_day(row: Raw) -> dt.date:
    return dt.date.fromisoformat(row.tie[:10])


def tie_words(row: Raw) -> str:
    return f"{day(tie_day(row))}, {row.tie[11:19]} UTC"


def age(first: dt.date, last: dt.date) -> str:
    days = (last - first).days
    if days < 60:
        return unit(days, "day")
    months, exact = months_between(first, last)
    return unit(months, "month") if exact else f"more than {unit(months, 'month')}"


def bands(row: Raw) -> tuple[str, int, int]:
    """The narrowest printed band that holds the cut-off, its count, and the sum above it."""
    assert row.pool
    printed = {
        tuple(map(int, name[1:].split("_"))): int(text)
        for name, text in row.pool.items()
        if name[0] == "b" and text
    }
    holding = [band for band in printed if band[0] <= row.crs <= band[1]]
    band = min(holding, key=lambda each: each[1] - each[0])
    wide = [each for each in printed if each not in ((451, 500), (401, 450))]
    narrow_known = {(491, 500), (441, 450)} <= set(printed)
    if not narrow_known:
        wide = [each for each in printed if each[1] - each[0] != 9]
    above = sum(printed[each] for each in wide if each[0] > band[1])
    return f"{band[0]} to {band[1]}", printed[band], above


# Each sentence that a draft may have, and whether it is true of a round. A sentence that is not
# here fails: nothing that is said goes unread.

Check = Callable[[Raw, re.Match[str]], bool]
SENTENCES: list[tuple[re.Pattern[str], Check]] = []


def sentence(pattern: str) -> Callable[[Check], Check]:
    def keep(check: Check) -> Check:
        SENTENCES.append((re.compile(pattern), check))
        return check

    return keep


NUMBER, NOUN, DAY = r"([0-9]+[a-z]?)", r"(.+?)", r"([0-9]+ [A-Z][a-z]+ [0-9]{4})"


def same(row: Raw, crs: str, size: str, date: str) -> bool:
    return (str(row.crs), n(row.size), day(row.date)) == (crs, size, date)


@sentence(
    r"Canada invited ([0-9,]+) people to apply for permanent residence on ([A-Za-z]+) "
    + DAY
    + r", in Express Entry draw "
    + NUMBER
    + r"\."
)
def _lead(row: Raw, found: re.Match[str]) -> bool:
    weekday = DAYS[row.date.weekday()]
    return found.groups() == (n(row.size), weekday, day(row.date), row.number)


@sentence(r"The lowest CRS score invited was ([0-9]+)\.")
def _lowest(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == str(row.crs)


@sentence(r"(?:The draw ranked|The draw was open to|All of them) .+\.")
def _group(row: Raw, found: re.Match[str]) -> bool:
    hints = {
        "cec": "Canadian Experience Class", "pnp": "nomination", "french": "test of French",
        "health": "health category", "stem": "STEM", "trades": "the trades category",
        "education": "education", "transport": "transport", "agriculture": "agri-food",
        "physicians": "physicians", "senior-managers": "senior managers",
        "military": "Armed Forces", "all-program": "every program",
        "fsw": "Federal Skilled Worker", "fst": "Federal Skilled Trades",
    }  # fmt: skip
    return hints[row.family] in found[0]


@sentence(r"It is the ([0-9a-z]+) " + NOUN + r" of ([0-9]{4})\.")
def _place_in_year(row: Raw, found: re.Match[str]) -> bool:
    place = 1 + sum(each.date.year == row.date.year for each in family_before(row))
    tens = (
        "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    )
    ordinal = ORDINALS[place] if place <= 10 else f"{place}{tens}"
    return found.groups() == (ordinal, row.noun, str(row.date.year))


@sentence(r"With it, the " + NOUN + r" of ([0-9]{4}) come to ([0-9,]+) invitations\.")
def _sum(row: Raw, found: re.Match[str]) -> bool:
    year = [each for each in family_before(row) if each.date.year == row.date.year]
    total = sum(each.size for each in year) + row.size
    plural = row.noun.replace("draw", "draws", 1)
    return bool(year) and found.groups() == (plural, str(row.date.year), n(total))


@sentence(r"The official list calls it “(.+)”\.")
def _name(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == row.label


@sentence(
    r"On the same day IRCC held draw " + NUMBER + r", an? (.+): ([0-9,]+) invitations at ([0-9]+)\."
)
def _same_day(row: Raw, found: re.Match[str]) -> bool:
    other = BY_NUMBER[found[1]]
    said = (other.noun, n(other.size), str(other.crs))
    return other is not row and other.date == row.date and found.groups()[1:] == said


@sentence(r"It is the first Express Entry draw on record\.")
@sentence(r"There is no earlier figure to compare it with\.")
def _first_of_all(row: Raw, found: re.Match[str]) -> bool:
    return not earlier(row)


@sentence(r"It is the first " + NOUN + r" on record\.")
def _first(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == row.noun and not family_before(row)


@sentence(r"A cut-off is compared with draws of the same type, so there is no change to report\.")
def _no_change(row: Raw, found: re.Match[str]) -> bool:
    return not family_before(row)


@sentence(
    r"The "
    + NOUN
    + r" before it, draw "
    + NUMBER
    + " of "
    + DAY
    + r", sent ([0-9,]+) invitations at ([0-9]+)\."
)
def _previous(row: Raw, found: re.Match[str]) -> bool:
    before = family_before(row)[-1]
    noun, number, date, size, crs = found.groups()
    return (noun, number) == (row.noun, before.number) and same(before, crs, size, date)


@sentence(r"The cut-off is now (.+) (higher|lower)\.")
def _moved(row: Raw, found: re.Match[str]) -> bool:
    change = row.crs - family_before(row)[-1].crs
    way = "higher" if change > 0 else "lower"
    return change != 0 and found.groups() == (unit(abs(change), "point"), way)


@sentence(r"The cut-off has not changed\.")
def _unmoved(row: Raw, found: re.Match[str]) -> bool:
    return row.crs == family_before(row)[-1].crs


@sentence(r"The number of invitations is (larger|smaller) by ([0-9,]+)\.")
def _sized(row: Raw, found: re.Match[str]) -> bool:
    change = row.size - family_before(row)[-1].size
    return change != 0 and found.groups() == ("larger" if change > 0 else "smaller", n(abs(change)))


@sentence(r"The number of invitations is the same\.")
def _same_size(row: Raw, found: re.Match[str]) -> bool:
    return row.size == family_before(row)[-1].size


@sentence(
    r"It is the first " + NOUN + r" in (?:([0-9]+|[a-z]+) weeks|more than ([a-z0-9]+) years)\."
)
def _pause(row: Raw, found: re.Match[str]) -> bool:
    before = family_before(row)[-1]
    days = (row.date - before.date).days
    if found[2]:
        return found[1] == row.noun and unit(days // 7, "week") == f"{found[2]} weeks"
    years = SMALL.index(found[3])
    return before.date.replace(year=before.date.year + years) < row.date


OF = {"lowest cut-off of a": ("crs", 1), "highest cut-off of a": ("crs", -1),
      "smallest": ("size", 1), "largest": ("size", -1)}  # fmt: skip


@sentence(
    r"It is the (lowest cut-off of a|highest cut-off of a|smallest|largest)n? ?"
    + NOUN
    + " since draw "
    + NUMBER
    + " of "
    + DAY
    + r"(?:, at ([0-9]+)|, which sent ([0-9,]+) invitations)\."
)
def _since(row: Raw, found: re.Match[str]) -> bool:
    (name, sign), since = OF[found[1]], BY_NUMBER[found[3]]
    between = [each for each in family_before(row) if PLACE[each.number] > PLACE[since.number]]
    beats = all(sign * getattr(row, name) < sign * getattr(each, name) for each in between)
    stopped = sign * getattr(since, name) <= sign * getattr(row, name)
    figure = found[5] == str(since.crs) if found[5] else found[6] == n(since.size)
    where = since.family == row.family and found[4] == day(since.date)
    return found[2] == row.noun and where and beats and stopped and figure and len(between) >= 3


@sentence(
    r"It is the (lowest cut-off of a|highest cut-off of a|smallest|largest)n? ?"
    + NOUN
    + r" since ([A-Z][a-z]+) ([0-9]{4})\."
)
def _since_month(row: Raw, found: re.Match[str]) -> bool:
    name, sign = OF[found[1]]
    month = dt.date(int(found[4]), MONTHS.index(found[3]) + 1, 1)
    after = dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)
    later = [each for each in family_before(row) if each.date >= after]
    within = [each for each in family_before(row) if month <= each.date < after]
    beats = all(sign * getattr(row, name) < sign * getattr(each, name) for each in later)
    stopped = any(sign * getattr(each, name) <= sign * getattr(row, name) for each in within)
    return found[2] == row.noun and beats and stopped


@sentence(r"No earlier " + NOUN + r" had a cut-off this (low|high)\.")
def _lowest_ever(row: Raw, found: re.Match[str]) -> bool:
    before = [each.crs for each in family_before(row)]
    beats = row.crs < min(before) if found[2] == "low" else row.crs > max(before)
    return found[1] == row.noun and beats


@sentence(r"The (lowest|highest) until then was ([0-9]+), in draw " + NUMBER + " of " + DAY + r"\.")
def _record_score(row: Raw, found: re.Match[str]) -> bool:
    scores = [each.crs for each in family_before(row)]
    record, end = BY_NUMBER[found[3]], min(scores) if found[1] == "lowest" else max(scores)
    said = (found[2], found[4]) == (str(record.crs), day(record.date))
    return said and record.crs == end and record in family_before(row)


@sentence(
    r"The (smallest|largest) until then was draw "
    + NUMBER
    + " of "
    + DAY
    + r", with ([0-9,]+) invitations\."
)
def _record_size(row: Raw, found: re.Match[str]) -> bool:
    record, end = BY_NUMBER[found[2]], min if found[1] == "smallest" else max
    family = end(each.size for each in family_before(row)) if family_before(row) else 0
    among = (family, end(each.size for each in earlier(row)))
    said = (found[3], found[4]) == (day(record.date), n(record.size))
    return said and record.size in among and record in earlier(row)


@sentence(r"No earlier Express Entry draw, of any type, was this (small|large)\.")
def _of_all(row: Raw, found: re.Match[str]) -> bool:
    before = [each.size for each in earlier(row)]
    return row.size < min(before) if found[1] == "small" else row.size > max(before)


@sentence(r"No earlier " + NOUN + r" was this (small|large)\.")
def _smallest_ever(row: Raw, found: re.Match[str]) -> bool:
    before = [each.size for each in family_before(row)]
    beats = row.size < min(before) if found[2] == "small" else row.size > max(before)
    return found[1] == row.noun and beats


@sentence(r"When more people have the lowest score .+ submitted a profile\.")
@sentence(r"The oldest profiles come first\.")
@sentence(r"Updating a profile does not change the moment at which it was submitted\.")
def _tie_break_rule(row: Raw, found: re.Match[str]) -> bool:
    return bool(row.tie)


@sentence(r"In this draw the limit is (.+)\.")
def _limit(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == tie_words(row)


@sentence(r"Among those ranked, a score above ([0-9]+) was enough whatever the date\.")
@sentence(
    r"At exactly ([0-9]+), a profile submitted at or before that moment was invited, and a"
    r" later one was not\."
)
def _at_the_line(row: Raw, found: re.Match[str]) -> bool:
    return bool(row.tie) and found[1] == str(row.crs)


@sentence(
    r"At exactly ([0-9]+), profiles submitted at or before (.+), were invited; later ones"
    r" were not\."
)
def _short_tie_break(row: Raw, found: re.Match[str]) -> bool:
    return found.groups() == (str(row.crs), tie_words(row))


@sentence(
    r"The limit lies (.+?) before the day of the draw"
    r"(: at ([0-9]+), a profile had to be at least that old)?\."
)
def _tie_break_age(row: Raw, found: re.Match[str]) -> bool:
    old = (row.date - tie_day(row)).days > 30
    return (
        found[1] == age(tie_day(row), row.date)
        and bool(found[2]) == old
        and (not old or found[3] == str(row.crs))
    )


@sentence(r"IRCC prints no tie-break for this draw\.")
def _no_tie_break(row: Raw, found: re.Match[str]) -> bool:
    return not row.tie


@sentence(r"The record does not say whether everybody at exactly ([0-9]+) was invited\.")
def _unsaid(row: Raw, found: re.Match[str]) -> bool:
    return not row.tie and found[1] == str(row.crs)


@sentence("IRCC counted the pool on " + DAY + r", the day of the draw\.")
def _counted_that_day(row: Raw, found: re.Match[str]) -> bool:
    return bool(row.pool) and found[1] == day(row.date) and row.as_on == row.date


@sentence("IRCC counted the pool on " + DAY + r", (.+) before the draw\.")
@sentence("The count that IRCC prints with this draw is from " + DAY + r", (.+) before it\.")
def _counted(row: Raw, found: re.Match[str]) -> bool:
    days = (row.date - row.as_on).days
    stale = found[0].startswith("The count")
    said = (day(row.as_on), unit(days, "day"))
    return bool(row.pool) and found.groups() == said and stale == (days > 14)


@sentence(r"The count does not show who entered or left the pool after that day\.")
def _blind(row: Raw, found: re.Match[str]) -> bool:
    return bool(row.pool) and row.as_on < row.date


@sentence(r"It is older than the counts printed with most draws, and does not show .+\.")
def _stale(row: Raw, found: re.Match[str]) -> bool:
    gaps = sorted((each.date - each.as_on).days for each in ROWS if each.pool)
    return (row.date - row.as_on).days > gaps[len(gaps) // 2]


@sentence(
    r"Of ([0-9,]+) candidates, ([0-9,]+) had a score from ([0-9]+ to [0-9]+), the band that"
    r" holds this cut-off\."
)
def _band(row: Raw, found: re.Match[str]) -> bool:
    label, count, _above = bands(row)
    assert row.pool
    return found.groups() == (n(int(row.pool["total"])), n(count), label)


@sentence(r"Another ([0-9,]+) had a score in a higher band\.")
def _above(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == n(bands(row)[2])


@sentence(r"Those figures are for every program together\.")
@sentence(r"IRCC does not publish how many of these people this draw could rank\.")
def _all_programs(row: Raw, found: re.Match[str]) -> bool:
    return bool(row.pool) and row.family != "all-program"


@sentence(r"IRCC prints no count of the pool with this draw\.")
@sentence(r"How many candidates stood near the cut-off is not on record\.")
def _no_pool(row: Raw, found: re.Match[str]) -> bool:
    return not row.pool


@sentence(r"This cut-off holds for (people in the category|candidates of the program)\.")
def _reach(row: Raw, found: re.Match[str]) -> bool:
    programs = ("cec", "pnp", "all-program", "fsw", "fst")
    return ("program" in found[1]) == (row.family in programs) and row.family not in programs[:3]


@sentence(r"Other draws rank other groups and have cut-offs of their own\.")
def _others_rank(row: Raw, found: re.Match[str]) -> bool:
    return row.family not in ("all-program", "pnp")


@sentence(r"A CEC draw ranks people who qualify for the class, whatever their occupation\.")
def _cec(row: Raw, found: re.Match[str]) -> bool:
    return row.family == "cec"


@sentence(r"An all-program draw ranks everybody in the pool together, .+\.")
def _everybody(row: Raw, found: re.Match[str]) -> bool:
    return row.family == "all-program"


@sentence(r"This cut-off includes the 600 points that a nomination adds, .+\.")
def _nominees(row: Raw, found: re.Match[str]) -> bool:
    return row.family == "pnp" and row.crs >= 600


@sentence(r"Without those points, the lowest score invited comes to ([0-9]+)\.")
def _own_points(row: Raw, found: re.Match[str]) -> bool:
    return row.family == "pnp" and int(found[1]) + 600 == row.crs


def other_types(row: Raw, *, nominees: bool) -> dict[str, Raw]:
    """The newest draw of each other type before the day, the newest type first."""
    found: dict[str, Raw] = {}
    for each in reversed(earlier(row)):
        told_of = nominees or each.family != "pnp"
        if each.family != row.family and each.date < row.date and told_of:
            found.setdefault(each.family, each)
    return found


@sentence(r"(Apart from PNP draws, the two other|The two) types drawn last .+ newest draw:")
def _others(row: Raw, found: re.Match[str]) -> bool:
    return (row.family == "pnp") == (found[1] == "The two")


@sentence(
    r"(Apart from PNP draws, the newest|The newest|Draw)"
    r"(?: draw of another type before that day was draw)? "
    + NUMBER
    + " of "
    + DAY
    + r", an? (.+): ([0-9,]+) invitations at ([0-9]+)\.?"
)
def _other(row: Raw, found: re.Match[str]) -> bool:
    opening, number, date, noun, size, crs = found.groups()
    nominees = opening == "The newest" or (opening == "Draw" and row.family == "pnp")
    told_of = 2 if opening == "Draw" else 1
    newest = [*other_types(row, nominees=nominees).values()][:told_of]
    other = BY_NUMBER[number]
    return other in newest and noun == other.noun and same(other, crs, size, date)


@sentence(r"A later " + NOUN + r" can have a higher or a lower cut-off\.")
def _later(row: Raw, found: re.Match[str]) -> bool:
    return found[1] == row.noun


@sentence(r"That depends on how many people IRCC invites and on who is in the pool .+\.")
@sentence(r"Nobody outside IRCC knows the date or the size of the next draw\.")
def _unknown(row: Raw, found: re.Match[str]) -> bool:
    return True


@sentence(
    r"The cut-off is (.+) (higher|lower) than in the " + NOUN + " before it, of " + DAY + r"\."
)
def _short_move(row: Raw, found: re.Match[str]) -> bool:
    before = family_before(row)[-1]
    change = row.crs - before.crs
    way = "higher" if change > 0 else "lower"
    said = (unit(abs(change), "point"), way, row.noun, day(before.date))
    return change != 0 and found.groups() == said


@sentence("The cut-off is the same as in the " + NOUN + " before it, of " + DAY + r"\.")
def _short_same(row: Raw, found: re.Match[str]) -> bool:
    before = family_before(row)[-1]
    return row.crs == before.crs and found.groups() == (row.noun, day(before.date))


HEADINGS = {
    "Compared with the draw before", "The first of its type", "What the tie-break means",
    "Who was in the pool", "If your score is near the cut-off",
}  # fmt: skip


def split(paragraph: str) -> list[str]:
    return re.split(r"(?<=[.])\s+(?=[A-Z])", paragraph)


def judged(row: Raw, said: str) -> str:
    """The pattern that the sentence answers to. Fails if it is false, or like none."""
    for pattern, check in SENTENCES:
        found = pattern.fullmatch(said)
        if found and check(row, found):
            return pattern.pattern
    raise AssertionError(f"draw {row.number}: false, or not known to be true: {said}")


def test_no_sentence_is_false(told):
    heard: Counter[str] = Counter()
    for row in ROWS:
        copy = told[row.number, "en"]
        for paragraph in [copy.standfirst.replace("\u00a0", " "), *words(copy.body)]:
            if paragraph not in HEADINGS:
                heard.update(judged(row, said) for said in split(paragraph))
    unheard = [pattern.pattern for pattern, _ in SENTENCES if pattern.pattern not in heard]
    assert unheard == []


def test_every_figure_of_a_text_is_bound(told):
    for (number, _language), copy in told.items():
        if number:
            bare = re.sub(r"<data [^>]*>[^<]*</data>", "", copy.body)
            typed = set(re.findall(r"[0-9]+", re.sub(r"<[^>]*>", " ", bare)))
            assert not typed, (number, typed)


def test_headlines_say_who_how_many_and_at_what(told):
    for row in ROWS:
        english = told[row.number, "en"].headline
        french = told[row.number, "fr"].headline.replace("\u00a0", " ")
        assert english.startswith(f"Draw {row.number}: {n(row.size)} ")
        assert f" at {row.crs}" in english
        assert french.startswith(f"Ronde {row.number} : {n(row.size).replace(',', ' ')} invitation")
        assert f"note minimale de {row.crs}" in french
        first = not family_before(row) and row.number != "1"
        assert english.endswith("the first draw of its type") == first
        assert french.endswith("une première") == first


TWINS = {
    r"\bhigher\.": r"a monté de", r"\blower\.": r"a baissé de",
    r"has not changed": r"n’a pas changé", r"larger by": r"a augmenté de",
    r"smaller by": r"a diminué de", r"invitations is the same": r"invitations est le même",
    r"the lowest cut-off": r"minimale la plus basse",
    r"the highest cut-off": r"minimale la plus haute",
    r"It is the smallest": r"C’est la plus petite", r"It is the largest": r"C’est la plus grande",
    r"cut-off this low": r"minimale aussi basse", r"cut-off this high": r"minimale aussi haute",
    r"was this small": r"aussi petite", r"was this large": r"aussi grande",
    r"Apart from PNP draws, the newest": r"sauf celles du PCP",
    r"Apart from PNP draws, the two": r"Mises à part les rondes du PCP",
    r"no tie-break": r"pas de départage", r"no count of the pool": r"pas de compte du bassin",
    r"On the same day": r"Le même jour", r"at least that old": r"au moins aussi ancien",
}  # fmt: skip


def test_the_french_says_what_the_english_says(told):
    for row in ROWS:
        english, french = told[row.number, "en"], told[row.number, "fr"]
        ours = english.addresses - {f"draw/{row.number}/name"}
        assert ours == french.addresses - {f"draw/{row.number}/name"}, row.number
        for one, other in TWINS.items():
            said = [
                len(re.findall(each, " ".join([copy.standfirst, *words(copy.body)])))
                for each, copy in ((one, english), (other, french))
            ]
            assert said[0] == said[1], (row.number, one, other)


def test_french_figures_are_the_english_ones_in_french(told):
    for row in ROWS:
        english, french = (bound(told[row.number, language].body) for language in ("en", "fr"))
        for address, text in french.items():
            plain = text.replace("\u00a0", " ")
            if address.endswith("/name"):
                continue
            other = english[address]
            for small, digit in zip(SMALL[1:], "123456789", strict=True):
                other = re.sub(rf"\b{small}\b", digit, other)
            other = re.sub(r"(?<=[ :])0(\d)", r"\1", other)  # 09:05 is 9 h 5
            ours = re.sub(r"\D", "", other)
            theirs = re.sub(r"\D", "", plain)
            assert theirs.lstrip("0") == ours.lstrip("0"), (row.number, address, other, plain)
            month = next((MONTHS.index(m) for m in MONTHS if m in other), None)
            assert month is None or MOIS[month] in plain


def bound(html: str) -> dict[str, str]:
    return dict(re.findall(r'<data value="([^"]*)">([^<]*)</data>', html))


def test_texts_are_in_the_form_that_is_kept(told):
    for (number, language), copy in told.items():
        if number:
            assert sanitise(copy.body) == copy.body, (number, language)
            assert len(copy.headline) <= 160
            assert len(copy.standfirst) <= 500
            assert len(copy.seo_description) <= 300


def test_draws_of_a_day_name_each_other(told):
    for one, other in pairwise(ROWS):
        if one.date == other.date:
            assert f'"/draws/{other.number}/"' in told[one.number, "en"].body
            assert f'"/fr/draws/{one.number}/"' in told[other.number, "fr"].body


def test_all_drafts_of_history_take_seconds(told):
    assert len(told) == 2 * 448 + 1
    assert told["", ""] < 10
