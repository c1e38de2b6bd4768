"""The one road in: bytes to a Capture, a Capture to the record, and an Attempt whatever happens.

    fetch ──> Capture ──> store function of the source ──> Outcome
                 (its own transaction)   (one transaction with held rows and the source's ETag)

The network is never used inside a transaction. Each step can be killed; the next pull goes on.
"""

import hashlib
import logging
import zlib
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from ingest import schedule
from ingest.fetch import Fetched, FetchFailed, fetch
from ingest.held import hold
from ingest.models import Attempt, Capture, HeldRow, Source
from ingest.records import Arrival, Outcome, Refused, Seen, StoreFunction

logger = logging.getLogger(__name__)

# Longer than the slowest pull (tries times timeout, with waits between them).
LEASE = timedelta(minutes=3)
# So far the clocks of two hosts may be apart.
AHEAD = timedelta(seconds=20)


class UnknownSource(Exception):
    """No source of that name in settings."""


def source(key: str) -> Source:
    """The row of a source that settings name; made when first asked for."""
    if key not in settings.INGEST_SOURCES:
        known = ", ".join(settings.INGEST_SOURCES)
        raise UnknownSource(f"There is no source {key!r}. Known: {known}.")
    return Source.objects.get_or_create(key=key)[0]


def fetched_sources() -> list[str]:
    """Sources with an address, in the order of settings."""
    return [key for key, entry in settings.INGEST_SOURCES.items() if entry["url"]]


def due_sources(now: datetime | None = None) -> list[str]:
    now = now or timezone.now()
    return [key for key in fetched_sources() if _is_due(key, now)]


def rhythm_of(key: str) -> timedelta | None:
    """The time between two pulls of a source that has a rhythm of its own: `every_minutes`."""
    minutes = settings.INGEST_SOURCES[key].get("every_minutes")
    return timedelta(minutes=minutes) if minutes else None


def _is_due(key: str, now: datetime) -> bool:
    return schedule.is_due(now, _last_started(key, now), rhythm_of(key))


def _last_started(key: str, now: datetime) -> datetime | None:
    """What is noted for later was noted by a clock that has been set back since."""
    newest = Attempt.objects.of(key).before(now + AHEAD).newest_first().first()
    return newest.started_at if newest else None


def pull_if_free(key: str, now: datetime | None = None) -> Attempt | None:
    """Pull once, unless another worker is at it or has just been."""
    now = now or timezone.now()
    source(key)
    if not Source.objects.claim(key, now, LEASE):
        return None
    try:
        return pull(key) if _is_due(key, now) else None
    finally:
        Source.objects.release(key)


def pull(key: str) -> Attempt:
    """Fetch a source and store what came. Never raises for what the other side did."""
    from_source = source(key)
    attempt = Attempt.objects.create(source=from_source, started_at=timezone.now())
    try:
        came = fetch(
            from_source.url, etag=from_source.etag, last_modified=from_source.last_modified
        )
    except FetchFailed as failure:
        return _finish(attempt, Attempt.Outcome.FAILED, message=str(failure))
    attempt.status = came.status
    if came.status == 304:
        return _finish(attempt, Attempt.Outcome.NOT_MODIFIED)
    return _take_in(attempt, came, Capture.Via.FETCH)


def bring_in(key: str, body: bytes, via: str = Capture.Via.UPLOAD) -> Attempt:
    """The manual way in: the same road, without the network."""
    return take_in(key, Fetched(status=200, body=body, headers={}, url=""), via)


def has_stored(key: str, body: bytes) -> bool:
    """Whether these bytes are what was last stored of a source."""
    digest = hashlib.sha256(body).hexdigest()
    return Source.objects.filter(key=key, stored_capture__sha256=digest).exists()


def take_in(key: str, came: Fetched, via: str = Capture.Via.FETCH) -> Attempt:
    """Take a body that somebody else fetched."""
    attempt = Attempt.objects.create(source=source(key), started_at=timezone.now())
    return _take_in(attempt, came, via)


def take_in_again(held: HeldRow) -> Attempt:
    """Run the capture of a held row once more, now that an editor has decided."""
    attempt = Attempt.objects.create(source=held.source, started_at=timezone.now())
    return _store(attempt, held.capture, {})


def _take_in(attempt: Attempt, came: Fetched, via: str) -> Attempt:
    capture = _keep(attempt.source, came, via)
    return _store(attempt, capture, came.headers)


def _keep(from_source: Source, came: Fetched, via: str) -> Capture:
    digest = hashlib.sha256(came.body).hexdigest()
    capture, _ = Capture.objects.get_or_create(
        source=from_source,
        sha256=digest,
        defaults={
            "packed": zlib.compress(came.body, 6),
            "size": len(came.body),
            "headers": came.headers,
            "url": came.url[:500],
            "via": via,
            "fetched_at": timezone.now(),
        },
    )
    return capture


def _store(attempt: Attempt, capture: Capture, headers: dict[str, str]) -> Attempt:
    attempt.capture = capture
    try:
        with transaction.atomic():
            outcome = _into_the_record(attempt, capture, headers)
    except Refused as refusal:
        return _finish(attempt, Attempt.Outcome.REFUSED, message=str(refusal))
    except Exception as error:  # a fault of ours: logged and shown, and the next source goes on
        logger.exception("storing %s failed", attempt.source.key)
        text = f"{type(error).__name__}: {error}"
        return _finish(attempt, Attempt.Outcome.FAILED, message=text)
    return _finish(
        attempt,
        Attempt.Outcome.STORED if outcome.stored else Attempt.Outcome.HELD,
        message=" ".join(outcome.remarks),
        created=outcome.created,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        held=len(outcome.held),
    )


def _into_the_record(attempt: Attempt, capture: Capture, headers: dict[str, str]) -> Outcome:
    # The row lock puts stores of one source in a line, on every database.
    locked = Source.objects.select_for_update().get(pk=attempt.source_id)
    if _is_outrun(attempt, locked.stored_asked_at):
        raise Refused("A newer answer of this source was stored while this one was on its way.")
    decisions = HeldRow.objects.of(locked.key).decisions()
    arrival = Arrival(capture, capture.body, attempt.started_at, decisions, _last_seen(locked))
    outcome = hold(locked, capture, _store_function(locked.key)(arrival))
    if outcome.stored:
        _remember(locked, attempt, capture, {} if _unfinished(outcome) else headers)
    return outcome


def _is_outrun(attempt: Attempt, stored: datetime | None) -> bool:
    """Whether what was asked for later is stored already. A moment that is still to come was noted
    by a clock that has been set back since, and says nothing."""
    return stored is not None and attempt.started_at < stored <= timezone.now() + AHEAD


def _last_seen(locked: Source) -> Seen | None:
    """The last stored bytes, and the last time that the source was known to send them."""
    if locked.stored_capture_id is None:
        return None
    stored = Capture.objects.values_list("sha256", flat=True).get(pk=locked.stored_capture_id)
    good = Attempt.objects.of(locked.key).good().newest_first().values_list("started_at", flat=True)
    at = good.first() or locked.stored_asked_at
    return Seen(at, stored) if at else None


def _unfinished(outcome: Outcome) -> bool:
    """Whether the same bytes may lead to more than this time: after a decision, a release of ours
    that knows a label, or another source."""
    return outcome.ask_again or bool(outcome.held)


def _remember(locked: Source, attempt: Attempt, capture: Capture, headers: dict[str, str]) -> None:
    """Only what was wholly stored may be answered with "not modified" next time."""
    locked.etag = headers.get("etag", "")[:300]
    locked.last_modified = headers.get("last-modified", "")[:100]
    locked.stored_capture = capture
    locked.stored_asked_at = attempt.started_at
    locked.save(update_fields=["etag", "last_modified", "stored_capture", "stored_asked_at"])


def _store_function(key: str) -> StoreFunction:
    function: StoreFunction = import_string(settings.INGEST_SOURCES[key]["store"])
    return function


def _finish(attempt: Attempt, outcome: str, message: str = "", **counts: Any) -> Attempt:
    attempt.outcome = outcome
    attempt.message = message.replace("\x00", "\\x00")
    attempt.finished_at = timezone.now()
    for name, value in counts.items():
        setattr(attempt, name, value)
    attempt.save()
    return attempt
