"""Accounts to try the desk with: a reporter, an editor and a publisher, on this machine only."""

import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from articles.signin import factors

# The name of the account -> its group.
ACCOUNTS = {"reporter": "Reporter", "editor": "Editor", "publisher": "Publisher"}
LOCAL = ("localhost", "127.0.0.1", "::1")


class NotHere(Exception):
    """Such accounts are not made on a site that others can reach, nor over a real account."""


@dataclass(frozen=True, slots=True)
class Account:
    """The password is nowhere but here."""

    name: str
    password: str
    asked_for_code: bool = False


def is_local() -> bool:
    """Whether only this machine reaches the site, as the settings have it."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    return not settings.BEHIND_PROXY and (host in LOCAL or host.endswith(".localhost"))


def anybody() -> bool:
    """Whether the site has an account of any kind."""
    return bool(get_user_model().objects.exists())


@transaction.atomic
def make() -> list[Account]:
    """Make the accounts, or give them new passwords. Raises NotHere."""
    if not is_local():
        raise NotHere(f"{settings.SITE_URL} can be reached by others than this machine.")
    return [_made(name, group) for name, group in ACCOUNTS.items()]


def _made(name: str, group: str) -> Account:
    user, _new = get_user_model().objects.get_or_create(username=name)
    if user.is_superuser:
        raise NotHere(f"“{name}” is an account with every permission: it stays as it is.")
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.is_staff = user.is_active = True
    user.save()
    user.groups.set([Group.objects.get(name=group)])
    if factors.missing(get_user_model().objects.get(pk=user.pk)):
        factors.enrol(user)
    return Account(name, password, asked_for_code=bool(factors.held(user)))


def codes() -> dict[str, str]:
    """What the app of each of these accounts would show now, of those that are asked for it.
    Raises NotHere."""
    if not is_local():
        raise NotHere(f"{settings.SITE_URL} can be reached by others than this machine.")
    people = get_user_model().objects.filter(username__in=ACCOUNTS, is_superuser=False)
    return {user.username: factors.code(user) for user in people if factors.has_app(user)}
