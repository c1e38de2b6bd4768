"""What the pretended server holds: rounds, corrections made to them, and faults to come."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from draws.bundle import rounds as bundled_rounds
from draws.records import RoundRecord
from draws.standin.faults import FAULTS, Answer, File
from draws.standin.rows import KEYS, LANGUAGES, Row, rows_of
from draws.standin.upcoming import next_round
from draws.standin.wishes import BadWish, with_wishes

ENCODINGS = ("utf-8", "cp1252")


@dataclass(slots=True)
class _Ordered:
    """A fault that was ordered: for so many answers, None until it is taken back."""

    kind: str = "none"
    times: int | None = None
    seconds: float | None = None


class Official:
    """The state behind the server. Every method may be called from any thread."""

    def __init__(self, rounds: int | None = None, french_encoding: str = "utf-8") -> None:
        """Start with the first `rounds` of the bundled rounds, None for all of them."""
        self._lock = threading.RLock()
        self._first = rounds
        self._first_encoding = french_encoding
        self.reset()

    def reset(self) -> None:
        """As it was at the start."""
        with self._lock:
            everything = list(bundled_rounds())
            count = len(everything) if self._first is None else self._first
            if not 1 <= count <= len(everything):
                raise BadWish(f"rounds: between 1 and {len(everything)}, not {count}")
            self._published = everything[:count]
            self._waiting = everything[count:]
            self._corrections: dict[tuple[str, str], Row] = {}
            self._faults = {language: _Ordered() for language in LANGUAGES}
            self.encode_french(self._first_encoding)

    @property
    def newest(self) -> RoundRecord:
        with self._lock:
            return self._published[-1]

    def publish_next(self, wishes: Mapping[str, Any]) -> Row:
        """Add the next real round, or an invented one when all are out; its English row.

        Raises BadWish.
        """
        with self._lock:
            if self._waiting and not {"family", "label"} & wishes.keys():
                round_ = with_wishes(self._waiting[0], wishes)
                del self._waiting[0]
            else:
                round_ = next_round(self._published, wishes)
                self._waiting.clear()  # an invented round has taken their place
            self._published.append(round_)
            return self.rows("en")[0]

    def correct(self, number: str, field: str, value: str, language: str | None = None) -> None:
        """Print `value` under `field` of a round from now on. Raises BadWish.

        Both files get it, a name only the English one, unless `language` says which. In the
        French one a thousand is set with a blank.
        """
        languages = _languages(language)
        if language is None and field == "drawName":
            languages = ("en",)
        with self._lock:
            if field not in KEYS:
                raise BadWish(f"field: {field!r} is none of {', '.join(KEYS)}")
            if number not in {each.number for each in self._published}:
                raise BadWish(f"number: there is no draw {number!r}")
            for each in languages:
                printed = value.replace(",", " ") if each == "fr" and _is_figure(value) else value
                self._corrections.setdefault((each, number), {})[field] = printed

    def fail(
        self,
        kind: str,
        times: int | None = None,
        seconds: float | None = None,
        language: str | None = None,
    ) -> None:
        """Misbehave for so many answers of each file, None: until told otherwise.

        Raises BadWish.
        """
        if kind not in FAULTS:
            raise BadWish(f"kind: {kind!r} is none of {', '.join(FAULTS)}")
        if times is not None and times < 1:
            raise BadWish(f"times: {times} is less than one")
        with self._lock:
            for each in _languages(language):
                self._faults[each] = _Ordered(kind, times, seconds)

    def encode_french(self, encoding: str) -> None:
        """Raises BadWish."""
        if encoding not in ENCODINGS:
            raise BadWish(f"encoding: {encoding!r} is none of {', '.join(ENCODINGS)}")
        with self._lock:
            self._encoding = encoding

    def rows(self, language: str) -> list[Row]:
        with self._lock:
            rows = rows_of(self._published, language)
            return [row | self._corrections.get((language, row["drawNumber"]), {}) for row in rows]

    def answer(self, language: str) -> tuple[str, Answer]:
        """The kind of fault that is due, and the answer; counts it down."""
        with self._lock:
            ordered = self._faults[language]
            if ordered.times is not None:
                ordered.times -= 1
                if ordered.times == 0:
                    self._faults[language] = _Ordered()
            rows, encoding = self.rows(language), self._encoding
        file = File(rows, language, encoding, ordered.seconds)
        return ordered.kind, FAULTS[ordered.kind](file)


def _languages(language: str | None) -> tuple[str, ...]:
    if language is None:
        return LANGUAGES
    if language not in LANGUAGES:
        raise BadWish(f"language: {language!r} is none of {', '.join(LANGUAGES)}")
    return (language,)


def _is_figure(value: str) -> bool:
    return value.replace(",", "").isdecimal()
