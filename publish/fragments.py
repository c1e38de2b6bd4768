"""Pieces that many pages of one edition show alike, made once in each process.

What is kept is of the newest edition alone, so a new one leaves nothing of the old behind. A piece
that names its edition can be no older than it: whoever asks knew of the edition before.
"""

from collections.abc import Callable, Hashable
from threading import Lock

from django.conf import settings
from django.utils.safestring import SafeString

from publish.models import Edition

_lock = Lock()
_edition: tuple[Hashable, ...] = ()
_kept: dict[Hashable, SafeString] = {}


def fragment(edition: Edition, key: Hashable, make: Callable[[], SafeString]) -> SafeString:
    """The piece of this key at an edition, made by `make` where it is not there yet. The key
    names whatever it depends on beside the edition, the language before all."""
    named = (edition.number, edition.created_at, settings.BUILD, settings.SITE_URL)
    with _lock:
        _move_on(named)
        if named == _edition and key in _kept:
            return _kept[key]
    made = make()
    with _lock:
        if named == _edition:
            _kept[key] = made
    return made


def forget() -> None:
    """Keep nothing."""
    global _edition  # noqa: PLW0603
    with _lock:
        _edition = ()
        _kept.clear()


def _move_on(named: tuple[Hashable, ...]) -> None:
    """To another edition, unless it is older than the one that is known."""
    global _edition  # noqa: PLW0603
    if named != _edition and (not _edition or named[:2] >= _edition[:2]):
        _edition = named
        _kept.clear()
