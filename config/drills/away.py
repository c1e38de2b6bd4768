"""Redis gone; PostgreSQL restarted, and gone: the site goes on with what it knows."""

import time
from random import Random

from config.drills.asking import Answer, ask
from config.drills.load import PATHS, Load
from config.drills.oracle import judge, published, shown, wait_until_settled
from config.drills.results import Options, Result
from config.drills.world import Stage, World, world

# Pages that nobody has asked for, and forms: they need what is gone.
UNKNOWN = ("/draws/12/", "/draws/?family=cec&year=2021&score=470")
FORMS = {"/newsletter/": {"email": "late@drill.example", "family": "all"}}


def redis_drill(stage: Stage, random: Random, options: Options) -> Result:
    """Killed with all it held, and empty when it is back."""
    with world(stage, "redis", random) as site:
        site.start("web", "worker", "beat")
        numbers = [published(site)]
        with Load(site.port, random) as load:
            time.sleep(2)
            stage.redis.kill()
            time.sleep(options.seconds / 2)
            numbers.append(site.publish())
            asked = [ask(site, path).status for path in UNKNOWN]
            asked.append(ask(site, "/newsletter/", FORMS["/newsletter/"]).status)
            time.sleep(options.seconds / 2)
            restarts = site.restarts
            stage.redis.start()
            back = wait_until_settled(site)
            numbers.append(published(site))
        result = Result(
            f"Redis killed for {options.seconds:g} s, all it held lost", load.told, recovered=back
        )
        result.verdict = judge(site, numbers)
        result.faults += _unanswered(load)
        result.faults += [f"without Redis, answered {status}" for status in asked if status >= 500]
        result.remarks.append(f"worker and clock ended by themselves {restarts} times meanwhile")
        return result


def restart_drill(stage: Stage, random: Random, options: Options) -> Result:
    """PostgreSQL restarted, as for an update, while everything runs."""
    with world(stage, "postgres-restart", random) as site:
        site.start("web", "worker", "beat")
        numbers = [published(site)]
        with Load(site.port, random) as load:
            _warm(site)
            longest = 0.0
            for _ in range(3):
                numbers.append(site.publish())
                time.sleep(random.uniform(0, 2))
                stage.postgres.stop()
                stage.postgres.start()
                longest = max(longest, wait_until_settled(site), _until_fresh(site))
        result = Result("PostgreSQL restarted 3 times", load.told, judge(site, numbers), longest)
        result.faults += _unanswered(load)
        return result


def postgres_drill(stage: Stage, random: Random, options: Options) -> Result:
    """PostgreSQL killed, and back after a while."""
    with world(stage, "postgres", random) as site:
        site.start("web", "worker", "beat")
        numbers = [published(site)]
        with Load(site.port, random) as load:
            _warm(site)
            faults = _without_database(stage, site, numbers, options.seconds)
            began = time.monotonic()
            stage.postgres.start()
            fresh = _until_fresh(site)
            wait_until_settled(site)
            back = time.monotonic() - began
        result = Result(
            f"PostgreSQL killed for {options.seconds:g} s", load.told, recovered=back, faults=faults
        )
        result.verdict = judge(site, numbers)
        result.faults += _unanswered(load)
        result.remarks.append(f"pages were fresh {fresh:.1f} s after it was there again")
        result.remarks.append(f"programs ended by themselves {site.restarts} times")
        return result


def _without_database(stage: Stage, site: World, numbers: list[str], seconds: float) -> list[str]:
    """What is wrong while it is gone."""
    stage.postgres.kill()
    numbers.append(site.publish())
    faults, end = [], time.monotonic() + seconds
    time.sleep(min(5.0, seconds / 2))
    while True:
        for path in PATHS:
            answer = ask(site, path)
            if answer.status != 200:
                faults.append(f"{path}: {answer.status}")
            elif not answer.says_its_age:
                faults.append(f"{path} does not say that it may be old")
        if time.monotonic() >= end:
            break
        time.sleep(1)
    for path in UNKNOWN:
        faults += _not_sorry(path, ask(site, path))
    for path, form in FORMS.items():
        faults += _not_sorry(path, ask(site, path, form))
    return sorted(set(faults))


def _not_sorry(path: str, answer: Answer) -> list[str]:
    in_words = "<html" in answer.text and "<h1" in answer.text
    good = answer.status == 503 and in_words
    return [] if good else [f"{path}: {answer.status}, and no page of words"]


def _warm(site: World) -> None:
    for path in PATHS:
        ask(site, path)
    time.sleep(1)


def _until_fresh(site: World) -> float:
    """Seconds until every page is served as it is, with the newest round."""
    newest = site.official.official.newest.number

    def is_fresh() -> bool:
        answers = [ask(site, path) for path in PATHS]
        fresh = all(each.status == 200 and "cutline-stale" not in each.headers for each in answers)
        return fresh and newest in shown(site)

    return site.wait("fresh pages", is_fresh)


def _unanswered(load: Load) -> list[str]:
    """Nobody who asked for a known page may be left without one."""
    return [f"{count} × {what}" for what, count in load.told.refused.items()]
