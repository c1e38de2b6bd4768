"""The official source slow, wrong, and gone for a day."""

import time
from random import Random

from config.drills.load import Load
from config.drills.oracle import judge, published, recorded, shown
from config.drills.results import Options, Result
from config.drills.world import Stage, World, world
from draws.standin.faults import FAULTS

OPEN = "ingest_alarm WHERE kind = 'failing' AND subject = 'ircc' AND over_at IS NULL"


def faults_drill(stage: Stage, random: Random, options: Options) -> Result:
    """Every fault of the stand-in, in an order of chance: no figure may move."""
    kinds = sorted(FAULTS.keys() - {"none"})
    random.shuffle(kinds)
    with world(stage, "source-faults", random) as site:
        site.start("web", "worker", "beat")
        numbers = [published(site)]
        result = Result(f"the source misbehaves in {len(kinds)} ways", recovered=0.0)
        with Load(site.port, random) as load:
            for kind in kinds:
                result.faults += _misbehaves(site, kind)
            site.official.fail("none")
            began = time.monotonic()
            numbers.append(published(site))
            result.recovered = time.monotonic() - began
        result.told = load.told
        result.faults += [f"{count} × {what}" for what, count in load.told.refused.items()]
        result.verdict = judge(site, numbers)
        return result


def _misbehaves(site: World, kind: str) -> list[str]:
    before = recorded(site)
    site.official.fail(kind, seconds=30 if kind == "slow" else None)
    _attempts(site, 2)
    found = []
    if recorded(site) != before:
        found.append(f"{kind}: the record moved")
    if shown(site) != before:
        found.append(f"{kind}: what readers see moved")
    return found


def _attempts(site: World, more: int) -> None:
    """Returns after so many more pulls have begun and ended."""
    ended = (
        "ingest_attempt WHERE outcome <> 'running' AND source_id = (SELECT id FROM ingest_source"
    )
    ended += " WHERE key = 'ircc') AND started_at >= '{}'"
    newest = site.rows("SELECT max(started_at) FROM ingest_attempt")[0][0]
    sql = ended.format(newest)
    first = site.count(sql)
    site.wait("pulls", lambda: site.count(sql) >= first + more)


def day_drill(stage: Stage, random: Random, options: Options) -> Result:
    """Gone for a day (what was asked before is made a day older): somebody is called, once, and
    told once that it is over."""
    with world(stage, "source-gone", random) as site:
        site.start("web", "worker", "beat")
        numbers = [published(site)]
        result = Result("the source answers 503 for a day")
        with Load(site.port, random) as load:
            site.official.fail("503")
            _attempts(site, 1)
            site.tell(
                "UPDATE ingest_attempt SET started_at = started_at - interval '1 day'"
                " WHERE outcome IN ('stored', 'not-modified')"
            )
            called = site.wait("the alarm", lambda: site.count(OPEN) == 1)
            site.wait("the letter", lambda: len(_calls(site)) == 1)
            if recorded(site) != shown(site) or numbers[0] not in shown(site):
                result.faults.append("the last good record is not what readers see")
            time.sleep(min(options.seconds, 5))
            site.official.fail("none")
            numbers.append(published(site))
            result.recovered = site.wait("the end of the alarm", lambda: site.count(OPEN) == 0)
            site.wait("the second letter", lambda: len(_calls(site)) == 2)
            time.sleep(3)
        result.told = load.told
        result.faults += [f"{count} × {what}" for what, count in load.told.refused.items()]
        result.verdict = judge(site, numbers)
        over = [line.startswith("Over: ") for line in _calls(site)]
        if over != [False, True]:
            result.faults.append(f"letters about one alarm: {_calls(site)}")
        result.remarks.append(f"somebody was called {called:.1f} s after patience was over")
        return result


def _calls(site: World) -> list[str]:
    """The lines about the English file in the letters to editors: its beginning, then its end."""
    letters = [letter for letter in site.receivers.letters if "editor@" in str(letter["To"])]
    texts = [str(letter.get_payload(decode=True), "utf-8") for letter in letters]  # type: ignore[arg-type]
    return [line for text in texts for line in text.splitlines() if "_en.json" in line]
