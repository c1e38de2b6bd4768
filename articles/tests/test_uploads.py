import io
import re
import shutil
import struct
import subprocess
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.template import Context, Template
from PIL import Image, ImageCms

from articles import publishing, uploads
from articles.models import Episode, Picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def drawn(kind: str, size: tuple[int, int] = (900, 600), **options) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", size, "#b3122a")
    picture.putpixel((0, 0), (0, 0, 255))
    picture.save(out, format=kind, **options)
    return out.getvalue()


def saved(body: bytes, name: str = "picture.jpg") -> Picture:
    picture = Picture(file=ContentFile(body, name=name), alt_en="A red field")
    publishing.save(picture, by=None)
    return picture


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", ".jpg"), ("PNG", ".png"), ("WEBP", ".webp"), ("AVIF", ".avif")]
)
def test_it_takes_a_picture_for_what_it_is_and_not_what_it_is_called(kind, suffix):
    picture = saved(drawn(kind), "evil.php")
    assert picture.file.name.endswith(suffix)
    assert (picture.width, picture.height) == (900, 600)
    with picture.file.open() as file:
        assert Image.open(file).format == kind


def test_it_makes_avif_and_webp_copies_at_once(media):
    picture = saved(drawn("JPEG"))
    made = sorted(path.name for path in media.rglob("*w.*"))
    assert made == ["300w.avif", "300w.webp", "600w.avif", "600w.webp", "900w.avif", "900w.webp"]
    # What a page's <picture> names is there.
    page = Template("{% load pictures %}{% picture row.file img_alt='' %}")
    named = re.findall(r"/media/(\S+\.(?:avif|webp|jpg))", page.render(Context({"row": picture})))
    assert len(named) == 7
    assert all(media.joinpath(name).exists() for name in named)


def test_it_drops_camera_data_and_turns_the_picture_upright(media):
    exif = Image.Exif()
    exif[0x010F] = "SecretCam"
    exif[0x0112] = 6  # held upright: turn by a quarter
    exif.get_ifd(0x8825)[2] = (45.0, 25.0, 0.0)  # where it was taken
    xmp = b"<x:xmpmeta>SecretCam</x:xmpmeta>"
    picture = saved(drawn("JPEG", exif=exif, xmp=xmp))
    assert (picture.width, picture.height) == (600, 900)
    for path in media.rglob("*.*"):
        assert b"SecretCam" not in path.read_bytes()
        with Image.open(path) as image:
            assert not image.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_it_keeps_the_colours_of_a_picture_with_a_profile_of_its_own(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red = saved(drawn(kind, icc_profile=profile))
    with red.file.open() as file, Image.open(file) as image:
        assert "icc_profile" not in image.info
        shown = image.convert("RGB").crop((450, 300, 451, 301)).tobytes()
    assert all(abs(a - b) < 6 for a, b in zip(shown, (0xB3, 0x12, 0x2A), strict=True))


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "RGBA", "LA", "I;16"])
def test_it_takes_every_way_to_write_a_pixel(mode):
    out = io.BytesIO()
    Image.new(mode, (320, 200)).save(out, format="JPEG" if mode == "CMYK" else "PNG")
    assert saved(out.getvalue()).width == 320


def test_it_drops_what_other_programs_hide_in_a_picture(media):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", "SecretWords")
    saved(drawn("PNG", pnginfo=info) + b"<script>alert(1)</script>")
    assert not [path for path in media.rglob("*.*") if b"Secret" in path.read_bytes()]
    assert not [path for path in media.rglob("*.*") if b"<script" in path.read_bytes()]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "body",
    [
        SVG,
        b"",
        b"<html><script>alert(1)</script></html>",
        b"\xff\xd8\xff\xe0" + b"x" * 200,
        drawn("GIF"),
        drawn("TIFF"),
        drawn("JPEG")[:400],
    ],
    ids=["svg", "empty", "html", "jpeg-like", "gif", "tiff", "cut"],
)
def test_it_refuses_what_is_no_picture_of_ours(media, body):
    with pytest.raises(ValidationError):
        saved(body)
    # Also where nobody asked a form.
    with pytest.raises(ValidationError), transaction.atomic():
        Picture.objects.create(file=ContentFile(body, name="x.jpg"))
    assert not Picture.objects.exists()
    assert not list(media.rglob("*.*"))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be this large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize("size", [(8_000, 8_000), (12_000, 12_000), (60_000, 60_000)])
def test_it_refuses_a_picture_that_unpacks_to_too_much(size):
    with pytest.raises(ValidationError, match="too many pixels"):
        saved(bomb(*size))


def test_it_refuses_a_file_that_is_too_large(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_PICTURE", 1000)
    with pytest.raises(ValidationError, match="10 MB"):
        saved(drawn("JPEG"))


def test_it_keeps_a_name_inside_its_folder(media):
    picture = saved(drawn("JPEG"), "../../../etc/passwd.jpg")
    assert media in (media / picture.file.name).resolve().parents
    assert picture.file.name.startswith("pictures/")


def test_it_leaves_a_stored_picture_alone():
    picture = saved(drawn("JPEG"))
    with picture.file.open() as file:
        before = file.read()
    picture.caption_en = "New words"
    publishing.save(picture, by=None)
    with Picture.objects.get().file.open() as file:
        assert file.read() == before


# Sound ----------------------------------------------------------------------------------------

# A second and a half of silence: MPEG-1 layer III frames of 128 kbit/s at 44.1 kHz.
SILENCE = (b"\xff\xfb\x90\x00" + bytes(413)) * 58


def episode(body: bytes, name: str = "one.mp3", number: int = 1) -> Episode:
    made = Episode(
        number=number,
        slug=f"e{number}",
        title_en="One",
        summary_en="One.",
        audio=ContentFile(body, name=name),
    )
    publishing.save(made, by=None)
    return made


def test_it_reads_type_size_and_length_from_the_sound_itself():
    made = episode(SILENCE, "one.exe")
    stored = Episode.objects.get()
    assert (stored.audio_type, stored.audio_bytes) == ("audio/mpeg", len(SILENCE))
    assert stored.seconds == 2
    assert made.audio.name.endswith(".mp3")


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no ffmpeg to make an M4A with")
def test_it_takes_m4a(tmp_path):
    file = tmp_path / "made.m4a"
    silence = ("-f", "lavfi", "-i", "anullsrc=r=22050:cl=mono", "-t", "2")
    subprocess.run(["ffmpeg", "-v", "error", *silence, str(file)], check=True)
    made = episode(file.read_bytes(), "x.mp3")
    assert (made.audio_type, made.seconds) == ("audio/mp4", 2)
    assert made.audio.name.endswith(".m4a")


@pytest.mark.parametrize(
    "body", [b"", b"MZ" + bytes(500), SVG, drawn("JPEG")], ids=["empty", "exe", "svg", "jpeg"]
)
def test_it_refuses_what_is_no_sound(media, body):
    with pytest.raises(ValidationError):
        episode(body)
    with pytest.raises(ValidationError), transaction.atomic():
        Episode.objects.create(number=2, slug="b", audio=ContentFile(body, name="x.mp3"))
    assert not Episode.objects.exists()


def test_it_keeps_the_guid_of_an_episode():
    made = episode(SILENCE)
    made.slug, made.title_en = "other", "Other"
    publishing.save(made, by=None)
    assert Episode.objects.get().guid == made.guid
