"""Who did what at the desk, and when. Rows come and stay: the database changes none of them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 200


class AuditEntry(models.Model):
    """One deed. Names stand beside the keys: they say who it was when the account is gone."""

    at = models.DateTimeField(_("when"), db_index=True)
    action = models.CharField(_("what"), max_length=60, db_index=True)
    # No constraint: deleting an account must not reach into the record of what it did.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
        verbose_name=_("who"),
    )
    actor_name = models.CharField(_("name of who"), max_length=LONGEST_NAME, blank=True)
    object_type = models.CharField(_("kind of thing"), max_length=100, blank=True)
    object_id = models.CharField(_("key of the thing"), max_length=60, blank=True)
    object_name = models.CharField(_("thing"), max_length=LONGEST_NAME, blank=True)
    detail = models.JSONField(_("more"), default=dict, blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.action} {self.actor_name}"
