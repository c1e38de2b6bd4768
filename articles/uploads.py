"""Files that editors upload, judged by what they are and not by what they are called."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

if TYPE_CHECKING:
    PictureField = models.ImageField
else:
    from pictures.models import PictureField

MEGABYTE = 1024 * 1024
LARGEST_PICTURE = 10 * MEGABYTE
LARGEST_AUDIO = 300 * MEGABYTE
MOST_PIXELS = 50_000_000
# What a picture may be, and the suffix that its file gets.
PICTURE_TYPES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif"}
QUALITY = {"JPEG": 90, "WEBP": 90, "AVIF": 80}


def clean_picture(file: File, name: str) -> tuple[ContentFile, tuple[int, int]]:
    """The picture without camera data, upright, under its true suffix; and (width, height).

    Raises ValidationError for anything that is not a sound picture of an allowed type.
    """
    if file.size > LARGEST_PICTURE:
        raise ValidationError(_("The picture is larger than 10 MB."), code="too-large")
    file.seek(0)
    body = file.read()
    kind = _verified(body)
    with Image.open(io.BytesIO(body), formats=list(PICTURE_TYPES)) as opened:
        upright = _redrawn(opened)
    out = io.BytesIO()
    options = {"quality": QUALITY[kind]} if kind in QUALITY else {}
    upright.save(out, format=kind, **options)
    stem = Path(name).stem or "picture"
    return ContentFile(out.getvalue(), name=stem + PICTURE_TYPES[kind]), upright.size


def _verified(body: bytes) -> str:
    refused = ValidationError(
        _("This is not a JPEG, PNG, WebP or AVIF picture."), code="not-a-picture"
    )
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a picture that unpacks to more than it thinks wise.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(body), formats=list(PICTURE_TYPES)) as opened:
                kind, pixels = opened.format or "", opened.width * opened.height
                if pixels <= MOST_PIXELS:
                    opened.verify()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        pixels, kind = MOST_PIXELS + 1, ""
    except Exception as error:  # decoders fail in many ways, and each means the same
        raise refused from error
    if pixels > MOST_PIXELS:
        raise ValidationError(_("The picture has too many pixels."), code="too-many-pixels")
    return kind


def _redrawn(opened: Image.Image) -> Image.Image:
    """The pixels alone, turned the way the camera was held, in the colours of the web."""
    try:
        upright = ImageOps.exif_transpose(opened)
        upright.load()
        upright = _in_web_colours(upright)
    except Exception as error:
        raise ValidationError(_("The picture is damaged."), code="damaged") from error
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare


def _in_web_colours(picture: Image.Image) -> Image.Image:
    mode = "RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB"
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert(mode)
    own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if picture.mode not in ("RGB", "RGBA", "L", "CMYK"):
        picture = picture.convert(mode)
    web = ImageCms.createProfile("sRGB")
    done = ImageCms.profileToProfile(picture, own, web, outputMode=mode)
    return done if done is not None else picture


def _is_new(file: FieldFile) -> bool:
    """Whether a file is on its way in: Django asks the same name before it stores one."""
    return bool(file) and not getattr(file, "_committed")  # noqa: B009 - unknown to the stubs


class CheckedPictureField(PictureField):
    """A picture that is checked and cleaned on its way into storage, whoever saves it.

    It fills `width` and `height`.
    """

    def update_dimension_fields(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: Django would open any file as soon as a row has it, before it is checked."""

    def formfield(self, **kwargs: Any) -> Any:
        """A plain file: Django's own picture field would open it with every decoder there is."""
        return super().formfield(**({"form_class": forms.FileField} | kwargs))

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        file = getattr(model_instance, self.attname)
        if _is_new(file):
            cleaned, size = clean_picture(file.file, file.name)
            model_instance.width, model_instance.height = size
            file.save(cleaned.name, cleaned, save=False)
        return getattr(model_instance, self.attname)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        cleaned = super().clean(value, model_instance)
        if _is_new(cleaned):
            clean_picture(cleaned.file, cleaned.name)
        return cleaned


@dataclass(frozen=True, slots=True)
class Audio:
    """What a sound file is: its type, suffix, size in bytes and length in whole seconds."""

    mime: str
    suffix: str
    size: int
    seconds: int


def read_audio(file: File) -> Audio:
    """What is in a sound file. Raises ValidationError if it is neither MP3 nor M4A."""
    # Web processes that no editor uploads to do without it.
    from mutagen import MutagenError
    from mutagen.mp3 import MP3
    from mutagen.mp4 import MP4

    if file.size > LARGEST_AUDIO:
        raise ValidationError(_("The sound file is larger than 300 MB."), code="too-large")
    for kind, mime, suffix in ((MP3, "audio/mpeg", ".mp3"), (MP4, "audio/mp4", ".m4a")):
        file.seek(0)
        try:
            info: Any = kind(fileobj=file).info
        except (MutagenError, OSError, ValueError):
            continue
        if info is not None and (seconds := info.length) > 0:
            file.seek(0)
            return Audio(mime, suffix, file.size, max(round(seconds), 1))
    raise ValidationError(_("This is not an MP3 or M4A sound file."), code="not-audio")


class CheckedAudioField(models.FileField):
    """A sound file, checked when stored. It fills `audio_type`, `audio_bytes`, `seconds`."""

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        file = getattr(model_instance, self.attname)
        if _is_new(file):
            found = read_audio(file.file)
            model_instance.audio_type = found.mime
            model_instance.audio_bytes = found.size
            model_instance.seconds = found.seconds
            file.name = Path(file.name).stem + found.suffix
        return super().pre_save(model_instance, add)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        cleaned = super().clean(value, model_instance)
        if _is_new(cleaned):
            read_audio(cleaned.file)
        return cleaned


def make_copies(**work: Any) -> None:
    """Make the AVIF and WebP copies of a picture at once, before its page can name them.

    `work` is what django-pictures hands to a processor. In the worker's queue they would come
    later than the page: browsers prefer the copies and show nothing where one is missing.
    """
    from pictures.tasks import _process_picture

    _process_picture(**work)
