"""One requirement: what the rule asks, what was found, and whether that is enough."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from crs.language import Levels
from crs.official import PAGES
from crs.wording import Said

Verdict = Literal["yes", "no", "missing"]


@dataclass(frozen=True, slots=True)
class Check:
    """`rule.code` is the stable reason; `page` the official page that it is from."""

    verdict: Verdict
    rule: Said
    found: Said
    page: str

    def as_json(self) -> dict[str, object]:
        return {
            "verdict": self.verdict,
            "reason": self.rule.as_json(),
            "found": self.found.as_json(),
            "page": self.page,
        }


MISSING = Said("answer-missing")


def check(has: bool | None, page: str, rule: Said, found: Said | None = None) -> Check:
    """A check of something that is so, is not so, or was not answered (None)."""
    if has is None:
        return Check("missing", rule, MISSING, PAGES[page])
    said = found or Said("answer-yes" if has else "answer-no")
    return Check("yes" if has else "no", rule, said, PAGES[page])


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """No if anything is no; else missing if anything is."""
    found = set(verdicts)
    return "no" if "no" in found else "missing" if "missing" in found else "yes"


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    found = set(verdicts)
    return "yes" if "yes" in found else "missing" if "missing" in found else "no"


def best_weakest(*results: Levels | None) -> int | None:
    """The weakest ability in the better of the languages; None without a result."""
    return max((levels.weakest for levels in results if levels), default=None)
