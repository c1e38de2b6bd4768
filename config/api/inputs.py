"""What a person tells the rules, as a JSON schema: made from the rules, so that both agree.

Whatever the schema refuses, the rules refuse, too. They refuse one thing more: work that ends
before it begins.
"""

from collections.abc import Iterable
from typing import Any

from crs.eligibility.inputs import FLAGS, MOST_HOURS, MOST_JOBS, NUMBERS, PARTNER_QUESTIONS
from crs.language import ABILITIES, LANGUAGES, MOST_LEVEL, Chart, LanguageTest, tables
from crs.profile import JOB_OFFERS, MARITAL, MOST_AGE, MOST_YEARS, STUDY
from crs.rules import EDUCATION

Schema = dict[str, Any]
YES_NO: Schema = {"type": ["boolean", "null"]}
DAY: Schema = {"type": ["string", "null"], "format": "date"}
_OTHER = {"en": "fr", "fr": "en"}


def score_inputs() -> Schema:
    """The body of a question for a score."""
    return _person({}, _partner({}))


def eligibility_inputs() -> Schema:
    """The body of a question for eligibility."""
    more = dict.fromkeys(FLAGS, YES_NO) | {key: _upto(most) for key, most in NUMBERS.items()}
    partner = _partner(dict.fromkeys(PARTNER_QUESTIONS, YES_NO))
    work = {"type": ["array", "null"], "maxItems": MOST_JOBS, "items": _job()}
    return _person({**more, "work": work}, partner)


def _person(more: Schema, partner: Schema) -> Schema:
    return {
        **_object(
            {
                "marital": _one_of(MARITAL),
                "partner_accompanying": YES_NO,
                "partner_citizen_or_pr": YES_NO,
                "age": {"type": "number", "minimum": 0, "exclusiveMaximum": MOST_AGE + 1},
                "education": _one_of(EDUCATION),
                "canadian_credential": _one_of(STUDY),
                "first_language_is": _one_of(LANGUAGES),
                "first_language": {},
                "second_language": {},
                "canadian_work_years": _upto(MOST_YEARS),
                "foreign_work_years": _upto(MOST_YEARS),
                "certificate": YES_NO,
                "nomination": YES_NO,
                "sibling": YES_NO,
                "job_offer": _one_of(JOB_OFFERS),
                "partner": partner,
                **more,
            },
            required=("age",),
        ),
        "anyOf": [*_languages()],
    }


def _languages() -> Iterable[Schema]:
    """Either language first, and the other one second. A French test names French by itself."""
    for first in LANGUAGES:
        named: Schema = {"enum": [first, *([None] if first == "en" else [])]}
        yield {
            "properties": {
                "first_language_is": named,
                "first_language": _result(first),
                "second_language": _result(_OTHER[first]),
            },
            "required": [] if first == "en" else ["first_language_is"],
        }
    yield {
        "properties": {
            "first_language_is": {"type": "null"},
            "first_language": {"anyOf": _tested("fr")},
            "second_language": _result("en"),
        },
        "required": ["first_language"],
    }


def _result(*languages: str) -> Schema:
    tested = [one for language in languages for one in _tested(language)]
    level = {"type": "integer", "minimum": 0, "maximum": MOST_LEVEL}
    each = _object(dict.fromkeys(ABILITIES, level), required=ABILITIES)
    levels = _object({"clb": {"anyOf": [level, each]}, "taken_on": DAY}, required=("clb",))
    return {"anyOf": [{"type": "null"}, levels, *tested]}


def _tested(language: str) -> list[Schema]:
    return [_test(test) for test in tables() if test.language == language]


def _test(test: LanguageTest) -> Schema:
    scores = {letter: _score(test, chart) for letter, chart in test.charts.items()}
    return _object(
        {
            "test": {"const": test.key},
            "scores": _object(scores, required=ABILITIES),
            "taken_on": DAY,
        },
        required=("test", "scores"),
    )


def _score(test: LanguageTest, chart: Chart) -> Schema:
    number = {"type": "number", "minimum": chart.low, "maximum": chart.high}
    number["multipleOf"] = test.step
    return {"anyOf": [number, {"const": "M"}]} if test.key == "celpip_g" else number


def _partner(more: Schema) -> Schema:
    return {
        "anyOf": [
            {"type": "null"},
            _object(
                {
                    "education": _one_of(EDUCATION),
                    "language": _result(*LANGUAGES),
                    "canadian_work_years": _upto(MOST_YEARS),
                    **more,
                }
            ),
        ]
    }


def _job() -> Schema:
    return _object(
        {
            "noc": {"type": "string", "pattern": "^[0-9][0-5][0-9]{3}$"},
            "where": {"enum": ["canada", "abroad"]},
            "from": {"type": "string", "format": "date"},
            "to": DAY,
            "hours_per_week": {
                "type": ["number", "null"],
                "exclusiveMinimum": 0,
                "maximum": MOST_HOURS,
            },
            "self_employed": YES_NO,
            "student": YES_NO,
            "authorized": YES_NO,
        },
        required=("noc", "where", "from"),
    )


def _object(properties: Schema, required: Iterable[str] = ()) -> Schema:
    found: Schema = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return {**found, "required": list(required)} if required else found


def _upto(most: int) -> Schema:
    return {"type": ["number", "null"], "minimum": 0, "exclusiveMaximum": most + 1}


def _one_of(options: Iterable[str]) -> Schema:
    return {"enum": [*options, None]}
