"""What this house decides where allauth asks: accounts, second factors, mail."""

import logging
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme

from articles.signin import factors, sealing
from articles.throttle import visitor

logger = logging.getLogger(__name__)
# The hash of an address changes with each hour: nothing that is kept names a visitor for longer.
HOUR = 3600


class AccountAdapter(DefaultAccountAdapter):
    """Accounts of staff alone, which administrators make."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """A keyed hash in place of the address: the limits need one value for one visitor."""
        stretch = int(timezone.now().timestamp()) // HOUR
        return salted_hmac("articles.signin", f"{stretch} {visitor(request)}").hexdigest()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # Without the host, which allauth puts first: each name of this machine would be another
        # five tries.
        return str(credentials.get("username", "")).casefold()

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        going: HttpResponse | None = (
            super().pre_login(request, user, **kwargs)
            if user.is_staff
            else self.respond_user_inactive(request, user)
        )
        return going

    def is_safe_url(self, url: str | None) -> bool:
        """Paths of this site alone. No other host is ours, whatever ALLOWED_HOSTS has."""
        own = bool(url) and str(url).startswith("/")
        return own and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("admin:index")

    def format_email_subject(self, subject: str) -> str:
        return f"Cutline: {subject}"

    def get_from_email(self) -> str:
        return str(settings.DEFAULT_FROM_EMAIL)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell somebody of a change to their account. A mail server that is away does not undo
        the change, and neither the address nor the browser that it came from is written down."""
        to = email or user.email
        if not to or not app_settings.EMAIL_NOTIFICATIONS:
            return
        told = {"timestamp": timezone.now(), "site_url": settings.SITE_URL, **(context or {})}
        try:
            self.send_mail(template_prefix, to, told)
        except OSError:
            logger.exception("a notice of a changed account could not be sent")


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: named for this site, sealed in the database, kept by those who need one."""

    def get_totp_issuer(self) -> str:
        return "Cutline"

    def _get_site_name(self) -> str:
        return "Cutline"

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """The last one goes only from somebody who may work without."""
        if authenticator.type == Authenticator.Type.RECOVERY_CODES:
            return True
        user = authenticator.user
        return factors.held(user) > 1 or not factors.required(user)
