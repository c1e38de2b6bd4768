"""The podcast."""

import uuid
from datetime import datetime

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.fields import ProseField
from articles.models.words import Language, in_active_language
from articles.uploads import CheckedAudioField


class EpisodeQuerySet(models.QuerySet["Episode"]):
    def published(self, at: datetime | None = None) -> "EpisodeQuerySet":
        """What listeners may hear at a moment; now if none is given."""
        return self.filter(published_at__lte=at or timezone.now())

    def newest_first(self) -> "EpisodeQuerySet":
        return self.order_by("-published_at", "-number")


class Episode(models.Model):
    """One episode. Its type, size and length are read from the sound file when that is stored."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    language = models.CharField(
        _("spoken language"), max_length=2, choices=Language.choices, default=Language.ENGLISH
    )
    title_en = models.CharField(_("title"), max_length=160)
    title_fr = models.CharField(_("title in French"), max_length=160, blank=True)
    summary_en = models.TextField(_("summary"), max_length=500)
    summary_fr = models.TextField(_("summary in French"), max_length=500, blank=True)
    notes_en = ProseField(_("notes"), blank=True)
    notes_fr = ProseField(_("notes in French"), blank=True)
    transcript_en = ProseField(_("transcript"), blank=True)
    transcript_fr = ProseField(_("transcript in French"), blank=True)
    audio = CheckedAudioField(_("sound file"), upload_to="podcast/", help_text=_("MP3 or M4A."))
    audio_type = models.CharField(_("type"), max_length=20, blank=True, editable=False)
    audio_bytes = models.PositiveBigIntegerField(_("size"), default=0, editable=False)
    seconds = models.PositiveIntegerField(_("length in seconds"), default=0, editable=False)
    explicit = models.BooleanField(_("explicit"), default=False)
    # The podcast directories know the episode by this: it never changes.
    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, help_text=_("Blank: a draft.")
    )

    objects = EpisodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number}. {self.title_en}"

    def get_absolute_url(self) -> str:
        return reverse("episode", args=[self.slug])

    @property
    def title(self) -> str:
        return in_active_language(self, "title")

    @property
    def summary(self) -> str:
        return in_active_language(self, "summary")

    @property
    def notes(self) -> str:
        return in_active_language(self, "notes")

    @property
    def transcript(self) -> str:
        return in_active_language(self, "transcript")

    @property
    def subject(self) -> str:
        """How events name this episode. Never changes."""
        return f"episode/{self.pk}"
