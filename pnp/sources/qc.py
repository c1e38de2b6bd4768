"""Quebec: the skilled worker selection program (PSTQ) through Arrima. Not a nominee program."""

import re

from pnp.marking import marked as _
from pnp.notation import count_of
from pnp.programs import Aliases, Feed, Program, Province, Scale, Stream
from pnp.records import NO_SCORE, Count, Counted, Parsed, Score, at_least
from pnp.sources.dates import Days
from pnp.sources.page import Block, blocks_of
from pnp.sources.reading import Reading

PAGE = (
    "https://www.quebec.ca/en/immigration/permanent/skilled-workers"
    "/skilled-worker-selection-program/invitation/2026"
)
RANKING = Scale("pstq", "PSTQ", _("Quebec skilled worker ranking score"), 1400)


def _stream(number: int, name: str, scale: str = RANKING.slug) -> Stream:
    words = name.partition(": ")[2]
    return Stream(f"qc-{number}", "pstq", name, "base", (f"PSTQ {name}", words), scale)


_STREAM = re.compile(r"Stream (\d)\s*[:–-]\s*.+")
_ROUND = re.compile(r"Invitations for (.+)", re.IGNORECASE)
_FIGURE = r"((?:from \d+ to \d+)|(?:(?:less|fewer) than \d+)|X{2,}|\d{1,3}(?:[ ,]\d{3})+|\d+)"
_TOTAL = re.compile(rf"\binvited {_FIGURE} (?:people|persons|candidates)", re.IGNORECASE)
_EXERCISE = re.compile(r"\bExercise (\d+)\b")
_SENT = re.compile(
    rf"{_FIGURE} (?:of these )?invitations (?:were|was) (?:sent|issued)", re.IGNORECASE
)
# Three wordings of one thing.
_SCORE = re.compile(
    r"(?:at least (\d{2,4}) points|score (?:equal to or )?(?:greater|higher) than (?:or equal to )?"
    r"(\d{2,4})|minimum score (?:of|:) ?(\d{2,4}))",
    re.IGNORECASE,
)
STREAM_LEVEL = 6


def parse(body: bytes, aliases: Aliases) -> Parsed:
    """Rounds in prose: under each stream, collapsible parts “Invitations for June 4, 2026”.

    A stream's exercises have to add up to its number. Raises Unreadable.
    """
    reading = Reading(PROVINCE, aliases)
    stream, when, told = "", "", list[str]()
    for block in [*blocks_of(body), Block("", level=1)]:
        if not block.level or block.level > STREAM_LEVEL or _EXERCISE.fullmatch(block.text):
            told.append(block.text)
            continue
        if stream and when:
            _round(reading, stream, when, " ".join(told))
        if _STREAM.fullmatch(block.text):
            stream = block.text
        match = _ROUND.fullmatch(block.text)
        when, told = (match[1] if match else ""), []
    return reading.parsed("the page has no “Invitations for …” under a stream.")


def _round(reading: Reading, stream: str, when: str, text: str) -> None:
    raw = f"{stream} | {when} | {text}"[:1000]
    days = reading.days(when, raw)
    if days is None:
        return
    found = _TOTAL.search(text)
    total = count_of(found[1]) if found else None
    if total is None:
        reading.doubt("bad-count", "this round has no number of people", raw, days.last)
        return
    parts = _exercises(text)
    if not parts:
        _add(reading, days, stream, "", total, _score(text), when)
    elif any(count is None for _name, count, _score_ in parts):
        reading.doubt("bad-count", "an exercise has no number of invitations", raw, days.last)
    elif not _adds_up(total, [count for _name, count, _score_ in parts if count]):
        why = "the exercises of this stream do not add up to its number"
        reading.doubt("sum-differs", why, raw, days.last, whole=True)
    else:
        for name, count, score in parts:
            if count is not None:
                _add(reading, days, stream, name, count, score, when)


def _exercises(text: str) -> list[tuple[str, Count | None, Score]]:
    """Name, count and score of each exercise, in order."""
    pieces = _EXERCISE.split(text)
    found = []
    for number, told in zip(pieces[1::2], pieces[2::2], strict=True):
        sent = _SENT.search(told)
        count = count_of(sent[1]) if sent else None
        found.append((f"Exercise {number}", count, _score(told)))
    return found


def _score(text: str) -> Score:
    match = _SCORE.search(text)
    return at_least(int(next(filter(None, match.groups())))) if match else NO_SCORE


def _adds_up(total: Count, parts: list[Count]) -> bool:
    """Whether the printed number lies within what the parts can add up to."""
    if total.kind is Counted.PLACEHOLDER:
        return True
    low = sum(part.low for part in parts)
    highs = [part.high for part in parts]
    open_end = None in highs
    high = sum(part for part in highs if part is not None)
    return low <= (total.high or total.low) and (open_end or total.low <= high)


def _add(
    reading: Reading, days: Days, stream: str, name: str, count: Count, score: Score, when: str
) -> None:
    date_text = when[:100] if days.first else ""
    reading.add(days, stream, count, score, target=name, date_text=date_text)


PROVINCE = Province(
    code="qc",
    slug="quebec",
    name=_("Quebec"),
    programs=(
        Program(
            "pstq",
            "PSTQ",
            _("Skilled Worker Selection Program"),
            PAGE,
            kind="quebec",
            note=_(
                "Quebec selects its own skilled workers; its rounds are no part of the Provincial "
                "Nominee Program and of no total here. It publishes counts and scores per stream."
            ),
        ),
    ),
    streams=(
        _stream(1, _("Stream 1: Highly qualified and specialized skills")),
        _stream(2, _("Stream 2: Intermediate and manual skills")),
        _stream(3, _("Stream 3: Regulated professions")),
        _stream(4, _("Stream 4: Exceptional talent"), ""),
    ),
    scales=(RANKING,),
    feeds=(Feed("pnp-qc", _("Quebec, rounds of invitations"), PAGE, parse, review=True),),
)
