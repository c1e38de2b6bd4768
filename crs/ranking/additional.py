"""Part D: additional points."""

from collections.abc import Iterator

from crs.profile import Profile
from crs.ranking.lines import Line
from crs.rules import Additional
from crs.wording import Said


def additional_lines(profile: Profile, table: Additional) -> Iterator[Line]:
    yield _french(profile, table)
    study = profile.canadian_study
    points = table.canadian_study.get(study, 0)
    most = max(table.canadian_study.values())
    yield _line("canadian_study", points, most, f"study-{study}")
    yield _yes_no("sibling", profile.sibling, table.sibling)
    yield _yes_no("nomination", profile.nomination, table.nomination)
    yield _job_offer(profile.job_offer, table)


def _line(key: str, points: int, most: int, code: str, **values: object) -> Line:
    return Line(key, "additional", points, most, Said(code, values))


def _yes_no(key: str, has: bool, points: int) -> Line:
    return _line(key, points if has else 0, points, key if has else f"no-{key}")


def _job_offer(offer: str, table: Additional) -> Line:
    points, most = table.job_offer.get(offer, 0), max(table.job_offer.values())
    if offer == "none":
        return _line("job_offer", 0, most, "no-job-offer")
    return _line("job_offer", points, most, f"job-offer-{offer}" if most else "job-offer-ended")


def _french(profile: Profile, table: Additional) -> Line:
    """The page names English “at 5 in all four” and “at 4 or lower”. Between the two, the row
    that asks for all four is not met, and so the lower one counts."""
    rule, french, english = table.french, profile.french, profile.english
    most = rule["with_english"]
    points, code = most, "french-with-english"
    if french is None or french.weakest < rule["level"]:
        points, code = 0, "french-too-low" if french else "no-french"
    elif english is None or english.weakest < rule["english"]:
        between = english is not None and max(english) >= rule["english"]
        points = rule["without_english"]
        code = "french-english-between" if between else "french-without-english"
    return _line("french", points, most, code, level=rule["level"], english=rule["english"])
