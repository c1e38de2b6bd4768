"""The state of the site in numbers, each with its name, its meaning, its labels and its values.

Ages are in seconds. A new number is one function and one entry in NUMBERS.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import Count
from redis import Redis, RedisError

from articles.models import Article
from draws.models import Draw
from ingest import health, pipeline
from ingest.models import Alarm, Attempt, Delivery, HeldRow, Sending
from publish.editions import current

Values = list[tuple[list[str], float]]
Number = tuple[str, str, Sequence[str], Values]
DAY = timedelta(days=1)


def all_of_them(now: datetime) -> Iterator[Number]:
    """Queries do not grow with the rows, but for the attempts of one day, which are counted."""
    for name, (about, labels, read) in NUMBERS.items():
        yield name, about, labels, read(now)


def _pulls(now: datetime) -> Values:
    rows = Attempt.objects.filter(started_at__gt=now - DAY).order_by()
    counted = rows.values_list("source__key", "outcome").annotate(Count("pk"))
    return [([key, outcome], count) for key, outcome, count in counted]


def _age_of_success(now: datetime) -> Values:
    return _ages(health.last_successes(), now)


def _age_of_attempt(now: datetime) -> Values:
    return _ages(health.last_attempts(), now)


def _age_of_change(now: datetime) -> Values:
    return _ages(health.last_changes(), now)


def _ages(attempts: dict[str, Attempt], now: datetime) -> Values:
    known = [key for key in pipeline.fetched_sources() if key in attempts]
    return [([key], (now - attempts[key].started_at).total_seconds()) for key in known]


def _length_of_pull(now: datetime) -> Values:
    """How long the last finished attempt took."""
    return [
        ([key], (each.finished_at - each.started_at).total_seconds())
        for key, each in health.last_attempts().items()
        if each.finished_at
    ]


def _age_of_newest_draw(now: datetime) -> Values:
    """Since midnight UTC of its date: the source gives no time of day."""
    newest = Draw.objects.newest_first().values_list("date", flat=True).first()
    if newest is None:
        return []
    return [([], (now - datetime.combine(newest, datetime.min.time(), UTC)).total_seconds())]


def _edition(now: datetime) -> Values:
    return [([], current().number)]


def _age_of_edition(now: datetime) -> Values:
    return [([], (now - current().created_at).total_seconds())]


def _queue(now: datetime) -> Values:
    """Tasks that no worker has taken yet; nothing while nobody knows."""
    if settings.REDIS_URL:
        patience = {"socket_timeout": 1, "socket_connect_timeout": 1}
        try:
            with Redis.from_url(settings.REDIS_URL, **patience) as broker:
                return [([], float(broker.llen("celery")))]
        except (RedisError, OSError):
            return []
    return [([], sum(1 for _ in (settings.BROKER_DIR / "messages").glob("*.msg")))]


def _deliveries(now: datetime) -> Values:
    waiting = Delivery.objects.filter(done_at=None, gave_up_at=None).count()
    given_up = Delivery.objects.filter(done_at=None, gave_up_at__gt=now - DAY).count()
    return [(["waiting"], waiting), (["given-up"], given_up)]


def _webhooks(now: datetime) -> Values:
    due = Sending.objects.due(now).count()
    given_up = Sending.objects.filter(done_at=None, gave_up_at__gt=now - DAY).count()
    return [(["waiting"], due), (["given-up"], given_up)]


def _held(now: datetime) -> Values:
    return [([], HeldRow.objects.waiting().count())]


def _alarms(now: datetime) -> Values:
    counted = Alarm.objects.open().order_by().values_list("kind").annotate(Count("pk"))
    return [([kind], count) for kind, count in counted]


def _overdue(now: datetime) -> Values:
    """Articles whose moment has passed by more than the minute between two looks."""
    return [([], Article.objects.due(now - timedelta(minutes=2)).count())]


_OF_SOURCE = ("source",)
NUMBERS: dict[str, tuple[str, Sequence[str], Callable[[datetime], Values]]] = {
    "pulls_last_day": ("Attempts of the last 24 hours", ("source", "outcome"), _pulls),
    "source_success_age_seconds": ("Since the last good answer", _OF_SOURCE, _age_of_success),
    "source_attempt_age_seconds": ("Since the last attempt", _OF_SOURCE, _age_of_attempt),
    "source_change_age_seconds": ("Since something new came", _OF_SOURCE, _age_of_change),
    "pull_seconds": ("Length of the last attempt", _OF_SOURCE, _length_of_pull),
    "newest_draw_age_seconds": ("Age of the newest draw", (), _age_of_newest_draw),
    "edition": ("Number of the present edition", (), _edition),
    "edition_age_seconds": ("Age of the present edition", (), _age_of_edition),
    "queue_tasks": ("Tasks that wait for a worker", (), _queue),
    "deliveries": ("Events on their way to handlers", ("state",), _deliveries),
    "webhook_messages": ("Messages on their way to webhooks", ("state",), _webhooks),
    "held_rows": ("Rows that wait for an editor", (), _held),
    "alarms_open": ("Alarms that are not over", ("kind",), _alarms),
    "articles_overdue": ("Scheduled articles that should be out", (), _overdue),
}
