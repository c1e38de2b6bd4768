"""Sending what waits: claimed by one worker, tried with growing pauses for a day, then given up.

A message arrives at least once: a receiver that answered while we were killed gets it again,
under the same id.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ingest.models import Sending, Webhook
from ingest.models.webhooks import new_secret
from ingest.send import SendFailed, Sent, send
from ingest.webhooks.signing import headers

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=2)
TRIED_FOR = timedelta(days=1)
# Longer than one try may take with all its redirects, so that nobody else takes it meanwhile.
CLAIMED_FOR = timedelta(minutes=2)
OLD_SECRET_LIVES = timedelta(days=1)
KEPT_FOR = timedelta(days=30)


def send_due(now: datetime | None = None, limit: int = 200) -> int:
    """Send what is due; returns how many receivers accepted."""
    now = now or timezone.now()
    due = Sending.objects.due(now).select_related("webhook")[:limit]
    return sum(_try(sending, now) for sending in due)


def _try(sending: Sending, now: datetime) -> bool:
    # The claim: of several workers that read the same row, one changes it.
    claimed = Sending.objects.due(now).filter(pk=sending.pk, tries=sending.tries)
    if not claimed.update(tries=F("tries") + 1, next_at=now + CLAIMED_FOR):
        return False
    sending.tries += 1
    answer = _answer_to(sending, now)
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
    if sending.webhook is None:
        logger.error("%s took nothing for a day: %s", sending.url, words)
    elif gone:
        _disable(sending.webhook, _("The receiver answered that it is gone."), now)
    elif not _heard_from(sending.webhook, now):
        _disable(sending.webhook, _("No message arrived for a day: %s") % words, now)


def _heard_from(webhook: Webhook, now: datetime) -> bool:
    """Whether anything arrived lately: then one bad message is no reason to stop."""
    return Webhook.objects.filter(pk=webhook.pk, succeeded_at__gt=now - TRIED_FOR).exists()


def _disable(webhook: Webhook, because: str, now: datetime) -> None:
    """Stop sending, unless something arrived meanwhile, and tell those whom it concerns."""
    silent = (
        Webhook.objects.active().filter(pk=webhook.pk).exclude(succeeded_at__gt=now - TRIED_FOR)
    )
    if not silent.update(disabled_at=now, disabled_because=because[:300]):
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
