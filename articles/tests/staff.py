"""People of the newsroom for tests, each with the permissions of a role."""

from typing import Any

from django.contrib.auth.models import Permission, User

from articles.tests.factors import enrolled

WRITES = ("add_article", "change_article", "view_article", "add_story", "change_story")
APPROVES = (*WRITES, "publish_article")
DECIDES = (*APPROVES, "withdraw_article", "override_claims")


def person(name: str, *permissions: str, **values: Any) -> User:
    """A member of staff with these permissions of the newsroom."""
    made, new = User.objects.get_or_create(username=name, defaults={"is_staff": True, **values})
    if new:
        found = Permission.objects.filter(
            content_type__app_label="articles", codename__in=permissions
        )
        made.user_permissions.set(found)
        enrolled(User.objects.get(pk=made.pk))
    return made


def reporter() -> User:
    return person("rita", *WRITES)


def editor() -> User:
    return person("eve", *APPROVES)


def publisher() -> User:
    return person("paula", *DECIDES)
