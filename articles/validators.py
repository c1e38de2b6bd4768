"""Rules for what editors type into plain fields."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# A path of this site begins with one slash: two of them would begin another site's address.
SITE_PATH = re.compile(r"/(?![/\\])[^\s\\<>\"'\x00-\x1f\x7f]*")
HTTPS = re.compile(r"https://[A-Za-z0-9][^\s\\<>\"'\x00-\x1f\x7f]*")


def site_path(value: str) -> None:
    """/draws/cec/: an address of this site, without the host."""
    if not SITE_PATH.fullmatch(value):
        raise ValidationError(_("Begin with a slash, as in /draws/cec/."), code="not-a-path")


def site_path_or_https(value: str) -> None:
    """/draws/cec/ or https://example.com/."""
    if not (SITE_PATH.fullmatch(value) or HTTPS.fullmatch(value)):
        raise ValidationError(
            _("Begin with a slash, as in /draws/cec/, or with https://."), code="not-a-link"
        )
