"""Signatures by the Standard Webhooks specification: HMAC-SHA256 over id, time and body."""

import base64
import hmac
from collections.abc import Iterable
from datetime import datetime


def headers(identity: str, body: bytes, secrets: Iterable[str], at: datetime) -> dict[str, str]:
    """What a receiver checks a try by. The time is that of the try, so that an old message that
    somebody recorded can be told from a new one."""
    seconds = str(int(at.timestamp()))
    signatures = (f"v1,{_signature(identity, seconds, body, secret)}" for secret in secrets)
    return {
        "webhook-id": identity,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(signatures),
    }


def _signature(identity: str, seconds: str, body: bytes, secret: str) -> str:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b".".join([identity.encode(), seconds.encode(), body])
    return base64.b64encode(hmac.digest(key, signed, "sha256")).decode()
