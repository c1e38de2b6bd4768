"""Who has to hold a second factor, and whether they do."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings

# What only publishers and administrators may do: a stolen password alone must not do it.
POWERFUL = (
    "articles.withdraw_article",
    "articles.override_claims",
    "ingest.change_webhook",
    "auth.add_user",
    "auth.change_user",
    "auth.change_group",
)
# Recovery codes stand in for one of these; alone they are none.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def required(user: Any) -> bool:
    """Whether this person may work here only with a second factor."""
    if not user.is_active or not user.is_staff:
        return False
    everyone: bool = settings.SECOND_FACTOR_FOR_EVERYONE
    return everyone or any(user.has_perm(name) for name in POWERFUL)


def held(user: Any) -> int:
    """How many second factors somebody has."""
    return int(Authenticator.objects.filter(user=user, type__in=FACTORS).count())


def missing(user: Any) -> bool:
    """Whether somebody needs a second factor and has none."""
    return required(user) and not held(user)


def has_app(user: Any) -> bool:
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def enrol(user: Any) -> None:
    """Give somebody an app factor whose key only `code` knows, unless they hold one."""
    if not has_app(user):
        totp.TOTP.activate(user, totp.generate_totp_secret())


def code(user: Any) -> str:
    """The code that the app of somebody shows now. Raises Authenticator.DoesNotExist."""
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    counter = next(totp.yield_hotp_counters_from_time())
    return str(totp.format_hotp_value(totp.hotp_value(totp.decrypt(row.data["secret"]), counter)))
