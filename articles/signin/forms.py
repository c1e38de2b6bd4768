"""The forms of accounts that say something of their own."""

from collections.abc import Callable
from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """allauth's, with the field of the name called as browsers and people expect it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def add_prefix(self, field_name: str) -> str:
        return str(super().add_prefix("username" if field_name == "login" else field_name))


class Read:
    """For what a key signed, which anybody may send: the libraries that read it fail in many ways,
    and each means that it is none."""

    fields: dict[str, forms.Field]

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)  # type: ignore[misc]

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()  # type: ignore[misc]
        except (RecursionError, ValueError):  # JSON that Django's field does not expect
            self.add_error("credential", _refused())  # type: ignore[attr-defined]


def _read(reading: Callable[[], Any]) -> Any:
    try:
        return reading()
    except (ValidationError, DatabaseError):
        raise
    except Exception as error:
        raise _refused() from error


def _refused() -> ValidationError:
    refusal: ValidationError = get_adapter().validation_error("incorrect_code")
    return refusal


class LoginKeyForm(Read, LoginWebAuthnForm):
    """A passkey in place of name and password."""


class KeyForm(Read, AuthenticateWebAuthnForm):
    """A key as the second step."""


class KeyAgainForm(Read, ReauthenticateWebAuthnForm):
    """A key before factors are changed."""


class AddKeyForm(AddWebAuthnForm):
    """A new passkey or security key."""

    def clean(self) -> Any:
        return _read(super().clean)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
        self.fields["passwordless"].label = _("Log in with this key alone, without the password")


class RenameKeyForm(EditWebAuthnForm):
    """The name of a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
