"""How each source is doing: what a reader and an alarm want to know."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from ingest import pipeline
from ingest.models import Attempt, HeldRow, Source
from ingest.models.arrivals import AttemptQuerySet

# Three missed pulls are a fault; the longest quiet of the usual schedule is 15 minutes.
MISSED_PULLS = 3
STALE_AFTER = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """`state`: "fresh", "failing" (the last attempt failed), "stale" (nobody tried) or "new"."""

    key: str
    name: str
    url: str
    state: str
    last_attempt: Attempt | None
    last_success: Attempt | None
    last_change: Attempt | None
    held: tuple[HeldRow, ...]

    @property
    def held_count(self) -> int:
        return len(self.held)


def of_fetched_sources() -> list[SourceHealth]:
    """The health of every source that has an address, in the order of settings."""
    known = {row.key: row for row in Source.objects.all()}
    waiting = list(HeldRow.objects.waiting().select_related("source"))
    return [_health(known.get(key, Source(key=key)), waiting) for key in pipeline.fetched_sources()]


def _health(source: Source, waiting: list[HeldRow]) -> SourceHealth:
    attempts = Attempt.objects.of(source.key).newest_first()
    last = attempts.exclude(outcome=Attempt.Outcome.RUNNING).first()
    return SourceHealth(
        key=source.key,
        name=source.name,
        url=source.url,
        state=_state(source.key, last),
        last_attempt=last,
        last_success=attempts.good().first(),
        last_change=attempts.that_changed_something().first(),
        held=tuple(row for row in waiting if row.source.key == source.key),
    )


@dataclass(frozen=True, slots=True)
class Trouble:
    """A source that an editor has to look at. `state`: "failing" or "stale"."""

    pk: int
    name: str
    state: str
    asked_at: datetime
    message: str


def troubled_sources(now: datetime) -> list[Trouble]:
    """Fetched sources that are failing or stale, in the order of settings. One query."""
    last = last_attempts()
    states = {key: _state(key, last.get(key), now) for key in pipeline.fetched_sources()}
    return [
        Trouble(
            last[key].source.pk,
            last[key].source.name,
            state,
            last[key].started_at,
            last[key].message,
        )
        for key, state in states.items()
        if state in ("failing", "stale")
    ]


def last_attempts() -> dict[str, Attempt]:
    """The newest finished attempt of each source. One query."""
    return _newest(Attempt.objects.exclude(outcome=Attempt.Outcome.RUNNING))


def last_successes() -> dict[str, Attempt]:
    """The newest good attempt of each source. One query."""
    return _newest(Attempt.objects.good())


def last_changes() -> dict[str, Attempt]:
    """The newest attempt of each source that brought something new. One query."""
    return _newest(Attempt.objects.that_changed_something())


def _newest(attempts: AttemptQuerySet) -> dict[str, Attempt]:
    newest = attempts.filter(source=OuterRef("pk")).newest_first().values("pk")[:1]
    keys = Source.objects.annotate(newest=Subquery(newest)).values("newest")
    found = attempts.filter(pk__in=keys).select_related("source")
    return {attempt.source.key: attempt for attempt in found}


def _state(key: str, last: Attempt | None, now: datetime | None = None) -> str:
    if last is None:
        return "new"
    rhythm = pipeline.rhythm_of(key)
    stale_after = MISSED_PULLS * rhythm if rhythm else STALE_AFTER
    if (now or timezone.now()) - last.started_at > stale_after:
        return "stale"
    return "fresh" if last.succeeded else "failing"
