"""People of a newsroom for tests, in the groups that migrations make."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.tests.factors import enrolled


def person(name: str, group: str = "", **values: Any) -> Any:
    """Somebody who may log in to the desk, in one group or in none."""
    user = get_user_model().objects.create(username=name, is_staff=True, **values)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return enrolled(user)
