"""What can be asked of the stand-in by POST: path, and a function from a JSON object to one."""

from collections.abc import Callable, Mapping
from typing import Any

from draws.standin.official import Official
from draws.standin.wishes import BadWish

Order = Callable[[Official, Mapping[str, Any]], dict[str, Any]]


def publish_next(official: Official, body: Mapping[str, Any]) -> dict[str, Any]:
    return {"published": official.publish_next(body)}


def fault(official: Official, body: Mapping[str, Any]) -> dict[str, Any]:
    given = _read(body, kind=str, times=(int, None), seconds=(int, float, None), language=_MAYBE)
    official.fail(**given)
    return {"fault": given}


def correct(official: Official, body: Mapping[str, Any]) -> dict[str, Any]:
    given = _read(body, number=str, field=str, value=str, language=_MAYBE)
    official.correct(**given)
    return {"corrected": given}


def encode(official: Official, body: Mapping[str, Any]) -> dict[str, Any]:
    given = _read(body, encoding=str)
    official.encode_french(**given)
    return {"french": given}


def reset(official: Official, body: Mapping[str, Any]) -> dict[str, Any]:
    _read(body)
    official.reset()
    return {"newest": official.newest.number}


ORDERS: dict[str, Order] = {
    "next": publish_next,
    "fault": fault,
    "correct": correct,
    "encoding": encode,
    "reset": reset,
}

_MAYBE = (str, None)
_NAMES = {str: "a text", int: "a whole number", float: "a number"}


def _read(body: Mapping[str, Any], **kinds: Any) -> dict[str, Any]:
    """The keys of a request, each of its kind; None in a kind makes it optional."""
    unknown = sorted(body.keys() - kinds.keys())
    if unknown:
        raise BadWish(f"{', '.join(unknown)}: unknown; there is {', '.join(kinds) or 'nothing'}")
    return {key: _value(key, body.get(key), kind) for key, kind in kinds.items()}


def _value(key: str, value: Any, kind: Any) -> Any:
    allowed = kind if isinstance(kind, tuple) else (kind,)
    if value is None and None in allowed:
        return None
    kinds = tuple(each for each in allowed if each is not None)
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise BadWish(f"{key}: {value!r} is not {_NAMES[kinds[-1]]}")
    return value
