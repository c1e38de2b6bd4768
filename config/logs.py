"""How the log is written: one line each for people, one JSON object each for machines.

Every line of a request carries its `request_id`, every line of a task its `task_id` and the
`request_id` of the request that sent it off. Nothing personal goes in: no address of a visitor,
no browser, no query string (a profile that somebody typed into a form would be in it).
"""

import io
import logging
import re
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

_COMMON: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
)
# Django's templates say in this error all that a page knew, with what its reader had typed.
_CONTEXT = re.compile(r"(Failed lookup for key \[[^\]\n]{0,99}\]) in .*")


def without_context(
    logger: Any, name: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """What went wrong in a template, without what stood in it."""
    for each in line.get("exception") or ():
        each["exc_value"] = _CONTEXT.sub(r"\1", str(each["exc_value"]))
    return line


def _traceback(
    out: TextIO, found: tuple[type[BaseException], BaseException, TracebackType | None]
) -> None:
    whole = io.StringIO()
    structlog.dev.plain_traceback(whole, found)
    out.write(_CONTEXT.sub(r"\1", whole.getvalue()))


# Without the values of variables: a form, a password or a key may be among them.
_AS_JSON: tuple[Processor, ...] = (
    structlog.processors.ExceptionRenderer(
        structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    ),
    without_context,
    structlog.processors.JSONRenderer(sort_keys=True),
)
_FOR_PEOPLE: tuple[Processor, ...] = (
    structlog.dev.ConsoleRenderer(
        colors=False,
        pad_event_to=0,
        pad_level=False,
        exception_formatter=_traceback,
    ),
)
_PERSONAL = ("user_agent", "ip")


def configured(level: str, form: str) -> dict[str, Any]:
    """The LOGGING setting. `form` is "lines" or "json". Also sets up structlog itself, whose
    loggers write through the handlers of this."""
    if form not in ("lines", "json"):
        raise ValueError(f"LOG_FORMAT is {form!r}; it may be lines or json.")
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_COMMON,
            without_persons,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"out": {"()": _formatter, "form": form}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "out"}},
        "loggers": {
            # The broker of files has no host, and kombu would warn of it at each start.
            "kombu.connection": {"level": "ERROR"},
            # A pull says in one line what came of it; its requests and retries are in the Attempt.
            "httpx2": {"level": "WARNING"},
            "stamina": {"level": "ERROR"},
            # One line for each request is written by config.observing.requests, with its id.
            "django.request": {"level": "CRITICAL"},
        },
        "root": {"handlers": ["console"], "level": level},
    }


def without_persons(
    logger: Any, name: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drop what libraries add of a visitor."""
    for key in _PERSONAL:
        line.pop(key, None)
    # Django puts the request itself beside a refusal, which prints with its query.
    if not isinstance(line.get("request", ""), str):
        del line["request"]
    return line


def _formatter(form: str) -> logging.Formatter:
    render = _AS_JSON if form == "json" else _FOR_PEOPLE
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_COMMON, without_persons],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
    )
