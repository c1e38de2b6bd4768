"""Reading the registry: `registry.toml`, where each part of a rule is explained."""

import datetime as dt
import hashlib
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from crs.official import PAGES

FILE = Path(__file__).with_name("registry.toml")
LANGUAGES = ("en", "fr")
# What an address of a figure can hold: see articles.prose.forms.
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# After so many days a rule is to be looked up again.
STALE_AFTER = dt.timedelta(days=180)

Confidence = Literal["high", "medium", "low"]
Value = int | dt.date


class RegistryWrong(ValueError):
    """A rule that lacks something, or two of one topic in force on one day."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `name` and `statement` are by language; `starts` and `ends` are its first and last
    day, None where not known or still in force; after `known_until` nothing is judged by it."""

    key: str
    topic: str
    name: Mapping[str, str]
    statement: Mapping[str, str]
    figures: Mapping[str, Value]
    starts: dt.date | None
    ends: dt.date | None
    known_until: dt.date | None
    source: str
    checked: dt.date
    confidence: Confidence

    def holds(self, on: dt.date) -> bool:
        """Whether it was in force on a day."""
        return (self.starts or dt.date.min) <= on <= (self.ends or dt.date.max)

    def is_known(self, on: dt.date) -> bool:
        """Whether a statement of that day may be judged by it."""
        return self.known_until is None or on <= self.known_until

    def is_stale(self, on: dt.date) -> bool:
        return on - self.checked > STALE_AFTER

    def address(self, figure: str) -> str:
        """What a figure in a text is bound to: rule/nomination/points."""
        return f"rule/{self.key}/{figure}"

    @property
    def path(self) -> str:
        """Its place on the page of rules, without a language."""
        return f"/rules/#{self.key}"

    @property
    def digest(self) -> str:
        """Of all that the rule says. The day of the last look is not part of it."""
        said = {name: value for name, value in asdict(self).items() if name != "checked"}
        return _hash(said)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the file.

    Raises RegistryWrong.
    """
    return read(FILE.read_text(encoding="utf-8"))


def rule(key: str) -> Rule | None:
    return _by_key().get(key)


def topics() -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.topic for each in rules()))


def of_topic(topic: str) -> list[Rule]:
    """The rules that followed each other on one matter, oldest first."""
    return _in_order([each for each in rules() if each.topic == topic])


def in_force(topic: str, on: dt.date) -> Rule | None:
    """The rule of a topic on a day; None while there was none."""
    return next((each for each in of_topic(topic) if each.holds(on)), None)


@cache
def digest() -> str:
    """Of the whole registry, as far as texts are judged by it."""
    return _hash([each.digest for each in rules()])


def read(text: str) -> tuple[Rule, ...]:
    """The rules of a file. Raises RegistryWrong."""
    found = tuple(_rule(entry) for entry in tomllib.loads(text)["rule"])
    if len({each.key for each in found}) != len(found):
        raise RegistryWrong("two rules have one key")
    by_topic = defaultdict(list)
    for each in found:
        by_topic[each.topic].append(each)
    for topic, row in by_topic.items():
        for before, after in pairwise(_in_order(row)):
            if before.ends is None or after.starts is None or before.ends >= after.starts:
                raise RegistryWrong(f"{topic}: {before.key} and {after.key} overlap")
    return found


@cache
def _by_key() -> dict[str, Rule]:
    return {each.key: each for each in rules()}


def _in_order(row: list[Rule]) -> list[Rule]:
    return sorted(row, key=lambda each: each.starts or dt.date.min)


def _rule(entry: dict[str, Any]) -> Rule:
    try:
        made = Rule(
            key=entry["key"],
            topic=entry.get("topic", entry["key"]),
            name=_worded(entry, "name"),
            statement=_worded(entry, "statement"),
            figures=entry.get("figures", {}),
            starts=entry.get("from"),
            ends=entry.get("until"),
            known_until=entry.get("known_until"),
            source=PAGES.get(entry["source"], entry["source"]),
            checked=entry["checked"],
            confidence=entry["confidence"],
        )
    except KeyError as missing:
        raise RegistryWrong(f"{entry.get('key', 'a rule')} has no {missing.args[0]}") from None
    if doubt := _doubt(made):
        raise RegistryWrong(f"{made.key}: {doubt}")
    return made


def _worded(entry: dict[str, Any], part: str) -> dict[str, str]:
    return {language: entry[f"{part}_{language}"] for language in LANGUAGES}


def _doubt(made: Rule) -> str:
    """What is wrong with a rule by itself; "" if nothing is."""
    if not all(WORD.fullmatch(word) for word in (made.key, made.topic, *made.figures)):
        return "a key or the name of a figure cannot stand in an address"
    if made.confidence not in ("high", "medium", "low"):
        return f"confidence {made.confidence!r}"
    if not made.source.startswith("https://"):
        return f"source {made.source!r}"
    if made.starts and made.ends and made.starts > made.ends:
        return "it ends before it starts"
    return ""


def _hash(value: Any) -> str:
    written = json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
