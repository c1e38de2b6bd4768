"""The audit of packages never passes for want of an answer."""

import pytest

from config.tests.check_packages import CLEAN, LISTS, NO_ANSWER, ROOT, WEAK, judge


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        (0, "No known vulnerabilities found", CLEAN),
        (1, "Found 2 known vulnerabilities in 1 package\nName Version", WEAK),
        (1, "Found 1 known vulnerability in 1 package", WEAK),
        (1, "ERROR:pip_audit._cli:Connection refused", NO_ANSWER),
        (0, "", NO_ANSWER),
        (0, "Skipped 80 packages", NO_ANSWER),
        (2, "usage: pip-audit", NO_ANSWER),
    ],
)
def test_only_the_tools_own_sentence_is_an_answer(code: int, said: str, expected: int) -> None:
    assert judge(code, said) == expected


def test_both_lists_are_there_with_their_hashes() -> None:
    for name in LISTS:
        assert "--hash=sha256:" in (ROOT / name).read_text()
