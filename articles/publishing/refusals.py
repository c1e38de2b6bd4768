"""Why a step is not taken. Nothing is written where one of these is raised."""

from django.core.exceptions import PermissionDenied, ValidationError


class NotReady(ValidationError):
    """The article lacks something that every published article has; `messages` say what."""


class NotAllowed(PermissionDenied):
    """This person may not take this step, or wrote the words and so may not approve them. Its
    text says who could instead."""


class WrongState(ValueError):
    """The step cannot be taken from the state that the article is in."""


class Outrun(ValueError):
    """Somebody else has stored the article since this change of it was begun."""
