"""Sending what waits: claimed by one worker, tried with growing pauses for a day, then given up.

A message arrives at least once: a receiver that answered while we were killed gets it again,
under the same id. Messages go out side by side: one that hangs holds up no other.
"""

import logging
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ingest.models import Sending, Webhook
from ingest.models.webhooks import WebhookQuerySet, new_secret
from ingest.send import SendFailed, Sent, send
from ingest.webhooks.signing import headers

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=2)
TRIED_FOR = timedelta(days=1)
# Longer than one round may take, slow name servers included, so that nobody else takes it.
CLAIMED_FOR = timedelta(minutes=2)
# In one round, all side by side: so many messages, and so many to one receiver.
AT_ONCE = 50
TO_ONE_AT_ONCE = 10
ROUNDS = 20
# Receivers that hang may hold so many tasks of a worker: it has other things to do.
_sweeps = threading.BoundedSemaphore(2)
OLD_SECRET_LIVES = timedelta(days=1)
KEPT_FOR = timedelta(days=30)


def send_due(now: datetime | None = None) -> int:
    """Send what is due, round by round; returns how many accepted. Without `now`, each round has
    its own."""
    if not _sweeps.acquire(blocking=False):
        return 0
    try:
        return sum(_rounds(now))
    finally:
        _sweeps.release()


def _rounds(now: datetime | None) -> Iterator[int]:
    for _round in range(ROUNDS):
        began = now or timezone.now()
        claimed = [sending for sending in _share(began) if _claim(sending, began)]
        if not claimed:
            return
        yield _send_side_by_side(claimed, began)


def _send_side_by_side(claimed: list[Sending], now: datetime) -> int:
    # Only the network is in the threads: the database sees this one alone.
    with ThreadPoolExecutor(len(claimed)) as lines:
        waiting = {lines.submit(_answer_to, sending, now): sending for sending in claimed}
        return sum(_note(waiting[done], done.result(), now) for done in as_completed(waiting))


def _share(now: datetime) -> list[Sending]:
    """What one round sends: a receiver with a thousand messages leaves room for the others."""
    taken: Counter[int | str] = Counter()
    share: list[int] = []
    due = Sending.objects.due(now).values_list("pk", "webhook_id", "url")
    for pk, webhook_id, url in due.iterator():
        receiver = webhook_id or url
        if len(share) < AT_ONCE and taken[receiver] < TO_ONE_AT_ONCE:
            taken[receiver] += 1
            share.append(pk)
    return list(Sending.objects.filter(pk__in=share).select_related("webhook"))


def _claim(sending: Sending, now: datetime) -> bool:
    """Whether it is ours: of several workers that read the same row, one changes it."""
    free = Sending.objects.due(now).filter(pk=sending.pk, tries=sending.tries)
    claimed = free.update(tries=F("tries") + 1, next_at=now + CLAIMED_FOR) == 1
    sending.tries += claimed
    return claimed


def _note(sending: Sending, answer: Sent | str, now: datetime) -> bool:
    if isinstance(answer, Sent) and answer.accepted:
        _accepted(sending, answer)
        return True
    _not_accepted(sending, answer, now)
    return False


def _answer_to(sending: Sending, now: datetime) -> Sent | str:
    """What the receiver answered, or why there is no answer."""
    body, hook = sending.body.encode(), sending.webhook
    about = {"Content-Type": sending.content_type}
    if hook:
        about |= headers(sending.identity, body, hook.secrets_at(now), now)
    try:
        return send(hook.url if hook else sending.url, body, about)
    except SendFailed as failure:
        return str(failure)


def _accepted(sending: Sending, answer: Sent) -> None:
    done = timezone.now()
    Sending.objects.filter(pk=sending.pk).update(done_at=done, answer=_in_words(answer))
    if sending.webhook_id:
        Webhook.objects.filter(pk=sending.webhook_id).update(succeeded_at=done)


def _not_accepted(sending: Sending, answer: Sent | str, now: datetime) -> None:
    words, row = _in_words(answer), Sending.objects.filter(pk=sending.pk)
    pause = min(FIRST_PAUSE * 2 ** (sending.tries - 1), LONGEST_PAUSE)
    gone = isinstance(answer, Sent) and answer.gone
    if not gone and now + pause <= sending.made_at + TRIED_FOR:
        row.update(next_at=now + pause, answer=words)
        return
    row.update(gave_up_at=now, answer=words)
    hook = sending.webhook
    if hook is None:
        logger.error("%s took nothing for a day: %s", sending.url, words)
    elif gone:
        _disable(hook, Webhook.objects.active(), _("The receiver answered that it is gone."), now)
    else:
        # Where anything arrived lately, one bad message is no reason to stop.
        silent = Webhook.objects.active().exclude(succeeded_at__gt=now - TRIED_FOR)
        _disable(hook, silent, _("No message arrived for a day: %s") % words, now)


def _disable(webhook: Webhook, these: WebhookQuerySet, because: str, now: datetime) -> None:
    """Stop sending if it is one of these, and tell those whom it concerns."""
    found = these.filter(pk=webhook.pk)
    if not found.update(disabled_at=now, disabled_because=because[:300]):
        return
    logger.warning("webhook %s is disabled: %s", webhook.pk, because)
    readers = [address for address in (webhook.contact, *settings.EDITOR_EMAILS) if address]
    if not readers:
        return
    page = settings.SITE_URL + reverse("admin:ingest_webhook_change", args=[webhook.pk])
    send_mail(
        _("Webhook disabled: %(name)s") % {"name": webhook.name},
        f"{webhook.url}\n{because}\n\n{page}\n",
        settings.DEFAULT_FROM_EMAIL,
        readers,
        fail_silently=True,
    )


def revive(webhook: Webhook) -> None:
    """Begin to send again; what was given up meanwhile comes with a replay."""
    webhook.disabled_at, webhook.disabled_because = None, ""
    webhook.save(update_fields=["disabled_at", "disabled_because"])


def renew_secret(webhook: Webhook, now: datetime | None = None) -> None:
    """Sign with a new secret; for a day the old one signs as well, so that nothing is refused."""
    webhook.old_secret, webhook.secret = webhook.secret, new_secret()
    webhook.old_secret_until = (now or timezone.now()) + OLD_SECRET_LIVES
    webhook.save(update_fields=["secret", "old_secret", "old_secret_until"])


def forget(now: datetime | None = None) -> int:
    """Delete messages that are long over; returns how many."""
    old = Sending.objects.filter(made_at__lt=(now or timezone.now()) - KEPT_FOR)
    return old.delete()[0]


def _in_words(answer: Sent | str) -> str:
    return f"HTTP {answer.status}" if isinstance(answer, Sent) else answer[:300]
