"""`make audit`: are there known weaknesses in the packages that are locked?

Exits 0 only after every package of both lists was looked up: 1 where one has a known weakness, 3
where the list of weaknesses could not be reached, which is no answer at all.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements.txt", "requirements-dev.txt")
CLEAN, WEAK, NO_ANSWER = 0, 1, 3
_PIN = re.compile(r"^[A-Za-z0-9._-]+(?:\[[^\]]*\])?==", re.MULTILINE)


def look_up(path: Path) -> tuple[int, str]:
    """CLEAN, WEAK or NO_ANSWER, and what the tool printed."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip"),
            *("--progress-spinner", "off", "--timeout", "15", "--requirement", str(path)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"{done.stdout}\n{done.stderr}".strip()
    return judge(done.returncode, said), said


def judge(code: int, said: str) -> int:
    """What an exit code and the words beside it mean. The tool ends with 1 for a weakness and for
    a network that is away alike, so only its own sentence counts as an answer."""
    if code == 0 and "No known vulnerabilities found" in said:
        return CLEAN
    if re.search(r"Found \d+ known vulnerabilit", said):
        return WEAK
    return NO_ANSWER


def main() -> int:
    results = []
    for name in LISTS:
        result, said = look_up(ROOT / name)
        results.append(result)
        if result == CLEAN:
            count = len(_PIN.findall((ROOT / name).read_text()))
            sys.stdout.write(f"{name}: {count} packages, no known weakness\n")
        elif result == WEAK:
            sys.stdout.write(f"{name}: packages with known weaknesses\n{said}\n")
        else:
            last = said.splitlines()[-1] if said else "it said nothing"
            sys.stdout.write(
                f"{name}: NOT AUDITED, the source of weaknesses gave no answer: {last}\n"
            )
    return WEAK if WEAK in results else max(results)


if __name__ == "__main__":
    sys.exit(main())
