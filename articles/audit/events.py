"""What is noted of accounts: signing in and out, failures, factors, passwords, permissions."""

import logging
from typing import Any

from allauth.account.signals import password_changed
from allauth.core import context
from allauth.mfa import signals as factors
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from articles.audit.notes import note

logger = logging.getLogger("audit")
# What of an account decides what it may do.
STANDING = ("username", "is_active", "is_staff", "is_superuser", "password")


def actor() -> Any:
    """Who is signed in where this runs; None outside of a request."""
    user = getattr(context.request, "user", None)
    return user if user is not None and user.is_authenticated else None


def on_login(sender: object, user: Any, **kwargs: Any) -> None:
    note("account.signed-in", by=user)


def on_logout(sender: object, user: Any, **kwargs: Any) -> None:
    if user is not None:
        note("account.signed-out", by=user)


def on_failure(sender: object, credentials: dict[str, Any], **kwargs: Any) -> None:
    """The account that was tried. For a name that nobody has there is no row, or anybody could
    fill the table; and what was typed is not kept: people type their
    password into the field of the name."""
    tried = get_user_model().objects.filter(username=credentials.get("username", "")).first()
    if tried is None:
        logger.info("account.sign-in-failed")
        return
    note("account.sign-in-failed", by=None, of=tried)


def on_factor(action: str) -> Any:
    def noted(sender: object, user: Any, authenticator: Any, **kwargs: Any) -> None:
        note(f"factor.{action}", by=user, of=user, type=str(authenticator.type))

    return noted


def on_password(sender: object, user: Any, **kwargs: Any) -> None:
    note("account.password-changed", by=user, of=user)


def on_permissions(
    sender: Any, instance: Any, action: str, pk_set: set[int] | None, **kwargs: Any
) -> None:
    if action in ("post_add", "post_remove", "post_clear") and (pk_set or action == "post_clear"):
        kind = sender._meta.object_name or ""
        note(
            f"permissions.{action.removeprefix('post_')}",
            by=actor(),
            of=instance,
            kind=kind,
            keys=sorted(pk_set or ()),
        )


def before_account(sender: object, instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    instance.audit_was = None
    if update_fields is not None and not {*STANDING} & {*update_fields}:
        return
    was = User.objects.filter(pk=instance.pk).values(*STANDING).first()
    instance.audit_was = was


def on_account(sender: object, instance: Any, created: bool, **kwargs: Any) -> None:
    was = instance.audit_was
    if was is None and not created:
        return
    changed = sorted(name for name in STANDING if (was or {}).get(name) != getattr(instance, name))
    if created or changed:
        action = "account.created" if created else "account.changed"
        note(action, by=actor(), of=instance, fields=changed)


def on_removed(sender: object, instance: Any, **kwargs: Any) -> None:
    note(f"{instance._meta.model_name}.deleted", by=actor(), of=instance)


def connect() -> None:
    user_logged_in.connect(on_login, dispatch_uid="audit.in")
    user_logged_out.connect(on_logout, dispatch_uid="audit.out")
    user_login_failed.connect(on_failure, dispatch_uid="audit.failed")
    password_changed.connect(on_password, dispatch_uid="audit.password")
    for name in ("added", "removed", "reset"):
        signal = getattr(factors, f"authenticator_{name}")
        signal.connect(on_factor(name), weak=False, dispatch_uid=f"audit.factor.{name}")
    factors.authentication_failed.connect(
        on_factor("failed"), weak=False, dispatch_uid="audit.factor.failed"
    )
    for through in (User.groups.through, User.user_permissions.through, Group.permissions.through):
        m2m_changed.connect(on_permissions, sender=through, dispatch_uid=f"audit.{through}")
    pre_save.connect(before_account, sender=User, dispatch_uid="audit.account.before")
    post_save.connect(on_account, sender=User, dispatch_uid="audit.account")
    for removed in (User, Group, Permission):
        post_delete.connect(on_removed, sender=removed, dispatch_uid=f"audit.gone.{removed}")
