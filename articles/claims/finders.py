"""Patterns that find figures and names in a text: made once for each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from articles.claims.lexicon import LEXICONS, Lexicon
from articles.claims.names import named

_TIME = (
    r"(?P<hour>\d{1,2})(?:(?::| ?h ?)(?P<minute>\d{1,2})(?:(?::| ?min ?)(?P<second>\d{2}|\d(?= ?s)))?"
    r"(?: ?s\b)?)(?:\.\d+)?(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<zone>utc|gmt|tuc|z|e[sd]?t|he|p[sd]?t)\b)?"
)
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})(?:t(?P<ih>\d{2}):(?P<im>\d{2})(?::(?P<is>\d{2}))?(?:\.\d+)?z?)?"


@dataclass(frozen=True)
class Finders:
    """What is looked for in one language, in this order: the first to claim a word keeps it."""

    lexicon: Lexicon
    dates: re.Pattern[str]
    months: re.Pattern[str]
    year: re.Pattern[str]
    time: re.Pattern[str]
    draws: re.Pattern[str]
    listed: re.Pattern[str]
    band: re.Pattern[str]
    families: re.Pattern[str]
    provinces: re.Pattern[str]
    ordinal: re.Pattern[str]
    number: re.Pattern[str]
    spelled: re.Pattern[str]
    word: re.Pattern[str]
    slugs: Mapping[str, str]


@cache
def finders(language: str) -> Finders:
    """Raises KeyError for a language that nobody taught."""
    words = LEXICONS[language]
    slugs: dict[str, str] = {}
    month = rf"(?P<month>{_either(words.months)})\b\.?"
    digits = r"\d{1,3}(?:[,_]\d{3})+(?![,_]?\d)|\d{1,3}(?:\.\d{3})+(?![.,]?\d)"
    if language == "fr":
        digits += r"|(?<![\d,])\d{1,3}(?: \d{3})+(?!\d)"
    spelled = _either(words.numbers)
    return Finders(
        lexicon=words,
        dates=re.compile(_date_pattern(language, month)),
        months=re.compile(rf"\b{month}(?:,? (?:of |de )?(?P<year>(?:19|20)\d\d)\b)?"),
        year=re.compile(r"(?<![\d.,_#$])20[12]\d(?![\d_%]|[,.]\d)"),
        time=re.compile(rf"(?<![\d:]){_TIME}"),
        draws=re.compile(
            rf"\b(?P<word>{words.draw_words})(?: d'invitations?)? {words.reference}"
            r"#?(?P<first>\d{1,3}[a-c]?)\b(?![,._]\d|-\d|:\d| (?:people|candidat|invitation|personn|ita|point))"
            r"|#(?P<bare>\d{1,3}[a-c]?)\b(?![,.]\d)"
            r"|\b(?:number|numbered|numéro|numérotée?|numéro de (?:la|cette) ronde ?:) ?(?P<called>\d{2,3}[a-c]?)\b(?![,._]\d| (?:people|candidat))"
        ),
        listed=re.compile(
            r"(?:, (?:and |et )?| and | to | et | à | & | through |-)#?(\d{1,3}[a-c]?)\b"
            r"(?![,._]\d| (?:people|candidat|invitation|personn|ita|point|itas))"
        ),
        band=re.compile(
            r"(?<!\d)(?P<low>\d{1,3}) ?(?:-|to|and|à|et) ?(?P<high>\d{3,4}|1,200|1_200)(?![\d,]\d)"
        ),
        families=named(words.families, words.near_draws, words, slugs),
        provinces=named(words.provinces, {}, words, slugs),
        ordinal=re.compile(
            rf"\b(?:(?P<word>{_either(words.ordinals)})|(?P<digits>\d{{1,3}})(?:{words.ordinal_endings}))\b"
        ),
        number=re.compile(
            rf"(?<![\d.,_:])(?:(?P<grouped>{digits})|(?P<short>\d{{1,3}}(?:\.\d)?)k\b|(?P<plain>\d+)(?P<rest>[.,]\d+)?)(?!\d)"
        ),
        spelled=re.compile(rf"\b(?:{spelled})(?:[ -](?:(?:and|et)[ -])?(?:{spelled}))*\b"),
        word=re.compile(
            r"[^\W\d_]+n't\b|[^\W\d_]+(?:-[^\W\d_]+)*|aujourd'hui|[,;:()?\"/|%$#+@]|(?<= )-(?= )|(?<!\w)-(?=\d)|(?<=\d\d\d)-(?!\w)"
        ),
        slugs=slugs,
    )


def _date_pattern(language: str, month: str) -> str:
    day = r"(?P<day>\d{1,2})"
    year = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    link = r"(?:,? ?(?:at|à|a)? |[ ,(]+)"
    other = month.replace("?P<month>", "?P<month2>")
    first = rf"\b{month} {day}(?:st|nd|rd|th)?\b(?![,_]\d{{3}}|\.\d|:\d){year}"
    second = (
        rf"(?<![\d,.])(?P<day2>\d{{1,2}})(?:st|nd|rd|th|er|re)?(?:(?: of| de)? |-){other}"
        r"(?:(?:,? |-)(?P<year2>(?:19|20)\d\d)\b)?"
    )
    if language == "fr":
        numeric = r"(?P<d3>\d{1,2})/(?P<m3>\d{1,2})/(?P<y3>\d{4})"
    else:
        numeric = r"(?P<m3>\d{1,2})/(?P<d3>\d{1,2})/(?P<y3>\d{4})"
    return rf"(?:{first}|{second}|(?<![\d/]){numeric}|(?<!\d){_ISO})(?:{link}{_TIME})?"


def _either(words: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
