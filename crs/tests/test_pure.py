"""The rules load and answer without Django, and quickly."""

import subprocess
import sys
import timeit
from pathlib import Path

import pytest

from crs.ranking import score
from crs.tests.people import ON, couple

ROOT = Path(__file__).resolve().parents[2]
# An interpreter in which Django cannot be found: an import of it anywhere would fail.
WITHOUT_DJANGO = """
import sys
class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Nowhere())
"""


@pytest.mark.parametrize(
    "module",
    [
        "crs.credentials",
        "crs.eligibility",
        "crs.improve",
        "crs.invited",
        "crs.occupations",
        "crs.position",
        "crs.ranking",
    ],
)
def test_it_loads_where_there_is_no_django(module: str) -> None:
    subprocess.run(
        [sys.executable, "-c", f"{WITHOUT_DJANGO}import {module}"],
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )


def test_it_scores_in_well_under_a_millisecond() -> None:
    inputs = couple(
        {"education": "two_year", "language": {"clb": 7}},
        first_language={"test": "ielts_gt", "scores": {"R": 7, "W": 6.5, "L": 8, "S": 7}},
        second_language={"clb": 5},
        canadian_work_years=2,
    )
    best = min(timeit.repeat(lambda: score(inputs, ON), number=50, repeat=9)) / 50
    assert best < 0.001
