"""Reading the demonstration content: what lies in `content/`, checked for its shape alone.

- `articles/<story>.<language>.html`: front matter in TOML between two lines of `+++`, then the
  body as the desk keeps it. The English file says in `[story]` what both languages share. In a
  body `story/<key>` stands for a story and `picture/<key>` for a picture: their numbers are not
  known before they are stored.
- `questions.toml`, `episodes.toml`, `site.toml`; `audio/` and `pictures/` hold what they name.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
FENCE = "+++\n"

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One language side of a story. `head` is the front matter without `[story]`."""

    language: str
    head: Table
    body: str

    @property
    def questions(self) -> list[Table]:
        """In the order of the page: {"bank": slug} or {"slug", "question", "answer"}."""
        asked: list[Table] = self.head.get("questions", [])
        return asked


@dataclass(slots=True)
class StoryFile:
    """A story with its sides by language; `shared` is the `[story]` of its English file."""

    key: str
    shared: Table
    sides: dict[str, Side] = field(default_factory=dict)


@cache
def stories() -> tuple[StoryFile, ...]:
    """Every story, by the moment at which its English side was published."""
    found: dict[str, StoryFile] = {}
    # "en" comes before "fr", so that the story is there when its French side is read.
    for path in sorted((CONTENT / "articles").glob("*.html")):
        key, language, _suffix = path.name.split(".")
        side, shared = _side(path, language)
        if language == "en":
            found[key] = StoryFile(key, shared)
        found[key].sides[language] = side
    return tuple(sorted(found.values(), key=lambda story: story.sides["en"].head["published"]))


def _side(path: Path, language: str) -> tuple[Side, Table]:
    before, front, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    if before:
        raise ValueError(f"{path.name}: the front matter does not begin the file")
    head = tomllib.loads(front)
    return Side(language, head, body), head.pop("story", {})


def questions() -> list[Table]:
    """The bank of questions."""
    return list(_tables("questions.toml")["question"])


def episodes() -> list[Table]:
    """The episodes of the podcast, oldest first."""
    return list(_tables("episodes.toml")["episode"])


def site() -> dict[str, Any]:
    """Categories, topics, authors, pictures, advertisements and the menu."""
    return _tables("site.toml")


def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))
