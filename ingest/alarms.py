"""What an operator must hear of without looking: a source that is silent or failing for longer
than it should, one that has said nothing new for long, and work that is not getting done.

`watch` may be run by the scheduler, by a timer and by hand, all at once: an alarm is opened once,
told once, and its end is told once. It reads only the database, so it also notices that the
worker is gone, as long as something other than the worker runs it: `manage.py watch` on a timer.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _

from ingest import health, pipeline, schedule
from ingest.models import Alarm, Attempt, Delivery

logger = logging.getLogger(__name__)

# As many pulls may be missed or fail as on the page of the data's state, and never less than this
# time: a pull has retries of its own, and the official server is restarted now and then.
SHORTEST_PATIENCE = timedelta(minutes=15)
# Events are delivered within a minute. What was given up is told of for a day.
STUCK_AFTER = timedelta(minutes=15)
GIVEN_UP_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong now, and since when."""

    kind: str
    subject: str
    since: datetime
    message: str


def watch(now: datetime | None = None) -> list[Alarm]:
    """Open and close alarms, tell of both, and return those that are open, oldest first."""
    now = now or timezone.now()
    _settle(list(troubles(now)), now)
    _tell(now)
    return list(Alarm.objects.open().order_by("began_at", "pk"))


def troubles(now: datetime) -> Iterator[Trouble]:
    """Everything that is wrong at a moment. Queries do not grow with the rows."""
    keys, asked = pipeline.fetched_sources(), health.last_attempts()
    late = {key for key in keys if key in asked and _is_late(key, asked[key], now)}
    never = {key for key in keys if key not in asked}
    if keys and late | never == set(keys):
        yield from _nobody_works([asked[key].started_at for key in late], now)
    else:
        # One that was never asked may have been added a minute ago.
        good, changed = health.last_successes(), health.last_changes()
        for key in (key for key in keys if key in asked):
            found = (
                _silent(key, asked[key].started_at)
                if key in late
                else _failing(key, asked[key], good.get(key), now)
                or _quiet(key, changed.get(key), now)
            )
            if found:
                yield found
    yield from _stuck(now)


def patience(key: str, now: datetime) -> timedelta:
    """How long a source may go without a good answer at this moment."""
    # Just after the office opens the last pull may be as old as the quiet hours allow.
    interval = schedule.interval_at(now, pipeline.rhythm_of(key))
    earlier = schedule.interval_at(now - SHORTEST_PATIENCE, pipeline.rhythm_of(key))
    return max(health.MISSED_PULLS * interval, earlier + SHORTEST_PATIENCE)


def _is_late(key: str, newest: Attempt, now: datetime) -> bool:
    return now - newest.started_at > patience(key, now)


def _nobody_works(asked: list[datetime], now: datetime) -> Iterator[Trouble]:
    """No source was asked in time: one alarm about the worker, not one about each of them."""
    first = Attempt.objects.order_by("pk").first()
    since = max(asked) if asked else first.started_at if first else now
    if now - since > SHORTEST_PATIENCE:
        message = _("No source was asked since %(moment)s UTC. Does the worker run?")
        words = {"moment": f"{since:%Y-%m-%d %H:%M}"}
        yield Trouble(Alarm.Kind.SILENT, "worker", since, message % words)


def _silent(key: str, since: datetime) -> Trouble:
    message = _("Nobody has asked %(source)s since %(moment)s UTC, though others were asked.")
    return Trouble(Alarm.Kind.SILENT, key, since, message % _words(key, since))


def _failing(key: str, newest: Attempt, good: Attempt | None, now: datetime) -> Trouble | None:
    if newest.succeeded:
        return None
    since = good or Attempt.objects.of(key).order_by("started_at").first() or newest
    if now - since.started_at <= patience(key, now):
        return None
    message = _("%(source)s has given no good answer since %(moment)s UTC. The last: %(answer)s")
    answer = newest.message or newest.get_outcome_display()
    words = _words(key, since.started_at) | {"answer": answer}
    return Trouble(Alarm.Kind.FAILING, key, since.started_at, message % words)


def _quiet(key: str, changed: Attempt | None, now: datetime) -> Trouble | None:
    """A source that answers well but has said nothing new for longer than its entry in settings
    allows: perhaps the figures are now elsewhere."""
    days = settings.INGEST_SOURCES[key].get("quiet_after_days")
    if not days or changed is None or now - changed.started_at <= timedelta(days=days):
        return None
    message = _(
        "%(source)s answers, but has said nothing new since %(moment)s UTC. Has the page moved?"
    )
    since = changed.started_at
    return Trouble(Alarm.Kind.QUIET, key, since, message % _words(key, since))


def _stuck(now: datetime) -> Iterator[Trouble]:
    stuck = Delivery.objects.stuck(now - STUCK_AFTER, now - GIVEN_UP_FOR)
    oldest = stuck.select_related("event").order_by("event__happened_at").first()
    if oldest:
        message = _("%(count)s deliveries are stuck, the oldest that of %(event)s: %(error)s")
        words = {"count": stuck.count(), "event": oldest.event, "error": oldest.error or "–"}
        happened = oldest.event.happened_at
        yield Trouble(Alarm.Kind.DELIVERIES, "events", happened, message % words)


def _words(key: str, moment: datetime) -> dict[str, str]:
    name = settings.INGEST_SOURCES[key]["name"]
    return {"source": str(name), "moment": f"{moment:%Y-%m-%d %H:%M}"}


def _settle(found: Iterable[Trouble], now: datetime) -> None:
    troubled = {(each.kind, each.subject): each for each in found}
    alarms = {(alarm.kind, alarm.subject): alarm for alarm in Alarm.objects.open()}
    over = [alarm.pk for key, alarm in alarms.items() if key not in troubled]
    Alarm.objects.open().filter(pk__in=over).update(over_at=now)
    fresh = [
        Alarm(
            kind=each.kind,
            subject=each.subject,
            began_at=each.since,
            message=each.message[:2000].replace("\x00", ""),
        )
        for key, each in troubled.items()
        if key not in alarms
    ]
    # Another watch may have opened the same alarm in between: then it is already there.
    Alarm.objects.bulk_create(fresh, ignore_conflicts=True)


def _tell(now: datetime) -> None:
    """One letter about all that is new. One that cannot leave is tried again at the next watch;
    the log has it at once."""
    untold = [alarm for alarm in Alarm.objects.untold() if _claimed(alarm, now)]
    if not untold:
        return
    for alarm in untold:
        logger.error("alarm %s: %s", "over" if alarm.over_at else "begun", alarm.message)
    try:
        _write(untold)
    except OSError:  # of the socket or of SMTP
        logger.exception("no letter could be sent about an alarm")
        pks = [alarm.pk for alarm in untold]
        Alarm.objects.filter(pk__in=pks, told_at=now).update(told_at=None)
        Alarm.objects.filter(pk__in=pks, told_over_at=now).update(told_over_at=None)


def _claimed(alarm: Alarm, now: datetime) -> bool:
    """Of several watches that see the same alarm, one tells it."""
    mine = Alarm.objects.untold().filter(pk=alarm.pk, over_at=alarm.over_at)
    told = {"told_at": alarm.told_at or now}
    if alarm.over_at:
        told["told_over_at"] = now
    return bool(mine.order_by().update(**told))


def _write(alarms: list[Alarm]) -> None:
    receivers = settings.ALARM_EMAILS
    if not receivers:
        return
    begun = [alarm for alarm in alarms if alarm.over_at is None]
    subject = str(begun[0]) if begun else _("Over: %(alarm)s") % {"alarm": alarms[0]}
    if len(alarms) > 1:
        subject = _("%(subject)s, and %(count)s more") % {
            "subject": subject,
            "count": len(alarms) - 1,
        }
    lines = [_line(alarm) for alarm in alarms]
    body = "\n\n".join([*lines, f"{settings.SITE_URL}/status/", ""])
    send_mail(subject.replace("\n", " "), body, settings.DEFAULT_FROM_EMAIL, receivers)


def _line(alarm: Alarm) -> str:
    return _("Over: %(alarm)s") % {"alarm": alarm.message} if alarm.over_at else alarm.message
