"""The second factor that some people of the newsroom need before the desk lets them in."""

from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser

from articles.signin import factors

Person = TypeVar("Person", bound=AbstractBaseUser)


def enrolled(user: Person) -> Person:
    """The person, with an app factor where their role asks for one."""
    if factors.missing(user):
        factors.enrol(user)
    return user
