"""What must be so after a drill, read from the database and from those who were told, past the
site's own code: nothing lost, nothing twice, no wrong figure."""

import csv
import io
import json
import urllib.request
from collections import Counter
from dataclasses import dataclass, field

from config.drills.cast import READERS
from config.drills.world import World

Figures = dict[str, tuple[str, int, int]]
TWICE = {
    "draws": "SELECT number FROM draws_draw GROUP BY number HAVING count(*) > 1",
    "events": "SELECT subject FROM ingest_event WHERE kind = 'draw.published'"
    " GROUP BY subject HAVING count(*) > 1",
    "deliveries": "SELECT event_id FROM ingest_delivery GROUP BY event_id, handler"
    " HAVING count(*) > 1",
    "drafts": "SELECT drafted_from FROM articles_story WHERE drafted_from <> ''"
    " GROUP BY drafted_from HAVING count(*) > 1",
    "articles": "SELECT story_id FROM articles_article GROUP BY story_id, language"
    " HAVING count(*) > 1",
    "revisions": "SELECT subject FROM ingest_revision GROUP BY subject, field, old, new, seen_at"
    " HAVING count(*) > 1",
    "editions": "SELECT number FROM publish_edition GROUP BY number HAVING count(*) > 1",
    "captures": "SELECT sha256 FROM ingest_capture GROUP BY source_id, sha256 HAVING count(*) > 1",
}


@dataclass(slots=True)
class Verdict:
    """Sentences, each of which is a fault of the site."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lost or self.twice or self.wrong)


def printed(world: World) -> Figures:
    """Date, invitations and cut-off of each round, as the official source prints them now."""
    return {row["drawNumber"]: _figures(row) for row in world.official.official.rows("en")}


def _figures(row: dict[str, str]) -> tuple[str, int, int]:
    return row["drawDate"], int(row["drawSize"].replace(",", "")), int(row["drawCRS"])


def recorded(world: World) -> Figures:
    rows = world.rows("SELECT number, date, invitations, crs FROM draws_draw")
    return {number: (str(date), size, crs) for number, date, size, crs in rows}


def shown(world: World) -> Figures:
    """What readers get as a file."""
    with urllib.request.urlopen(f"{world.url}/draws.csv", timeout=20) as answer:
        rows = csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig")))
        return {
            row["number"]: (row["date"], int(row["invitations"]), int(row["crs"])) for row in rows
        }


def settled(world: World) -> bool:
    """Whether the newest round is on record and everybody was told of everything."""
    waiting = "done_at IS NULL AND gave_up_at IS NULL"
    newest = world.official.official.newest.number
    return (
        world.count(f"draws_draw WHERE number = '{newest}'") == 1
        and not world.count(f"ingest_delivery WHERE {waiting}")
        and not world.count(f"ingest_sending WHERE {waiting}")
    )


def wait_until_settled(world: World, seconds: float = 180) -> float:
    """Seconds that it took. TimeoutError, with what is still waiting."""
    try:
        return world.wait("the newest round", lambda: settled(world), seconds)
    except TimeoutError as late:
        raise TimeoutError(f"{late}: {'; '.join(_waiting(world))}") from late


def _waiting(world: World) -> list[str]:
    open_ = "WHERE done_at IS NULL AND gave_up_at IS NULL"
    rows = world.rows(f"SELECT handler, tries, error FROM ingest_delivery {open_}")
    rows += world.rows(f"SELECT url, tries, answer FROM ingest_sending {open_}")
    last = "SELECT outcome, started_at, message FROM ingest_attempt ORDER BY id DESC LIMIT 2"
    return [str(row) for row in [*world.rows(last), *rows][:8]]


def published(world: World) -> str:
    """The number of a new round, once everybody was told of it."""
    number = world.publish()
    wait_until_settled(world)
    return number


def judge(world: World, numbers: list[str]) -> Verdict:
    """After these rounds were published; numbers as printed."""
    found = Verdict()
    for name, sql in TWICE.items():
        found.twice += [f"{name}: {row[0]}" for row in world.rows(sql)]
    wanted, have = printed(world), recorded(world)
    found.lost += [f"draw {number}" for number in wanted.keys() - have.keys()]
    found.wrong += [f"draw {n}: {have[n]}" for n in have if have[n] != wanted.get(n)]
    if "web" in world.programs:
        public = shown(world)
        found.lost += [f"draw {number} on /draws.csv" for number in wanted.keys() - public.keys()]
        found.wrong += [
            f"/draws.csv {n}: {public[n]}" for n in public if public[n] != wanted.get(n)
        ]
    _judge_work(world, numbers, found)
    _judge_told(world, numbers, found)
    return found


def _judge_work(world: World, numbers: list[str], found: Verdict) -> None:
    """Events, drafts and deliveries of each round."""
    for number in numbers:
        about = f"WHERE subject = 'draw/{number}'"
        events = world.count(f"ingest_event {about} AND kind = 'draw.published'")
        if events != 1:
            found.lost.append(f"event of draw {number}: {events}")
        drafts = world.count(
            "articles_article a JOIN articles_story s ON a.story_id = s.id"
            f" WHERE s.drafted_from = 'draw/{number}'"
        )
        if drafts != 2:
            (found.lost if drafts < 2 else found.twice).append(f"drafts on {number}: {drafts}")
    for (error,) in world.rows("SELECT error FROM ingest_delivery WHERE gave_up_at IS NOT NULL"):
        found.lost.append(f"delivery given up: {error}")


def _judge_told(world: World, numbers: list[str], found: Verdict) -> None:
    """A message has one id however often it comes; each round has one for each receiver."""
    posts = {(path, name, body) for path, name, body in world.receivers.posts if path == "/hook"}
    told = Counter(json.loads(body)["subject"] for _path, _name, body in posts)
    letters = {(letter["To"], letter["Message-ID"]) for letter in world.receivers.letters}
    mailed = Counter(to for to, _name in letters if to in READERS)
    for number in numbers:
        count = told[f"draw/{number}"]
        if count != 1:
            (found.twice if count else found.lost).append(f"webhook of {number}: {count}")
    for reader in READERS:
        if mailed[reader] != len(numbers):
            several = mailed[reader] > len(numbers)
            said = f"letters to {reader}: {mailed[reader]} of {len(numbers)}"
            (found.twice if several else found.lost).append(said)


def repeats(world: World) -> int:
    """Messages that came again under an id that they had before."""
    posts = [name for path, name, _body in world.receivers.posts if path == "/hook"]
    letters = [letter["Message-ID"] for letter in world.receivers.letters]
    return len(posts) - len(set(posts)) + len(letters) - len(set(letters))
