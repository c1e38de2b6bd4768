"""`manage.py messages`: strings in, French out, and every fault named."""

import gettext
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

VIEW = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
title = _("All draws")
month = pgettext("month", "May")
verb = pgettext("permission", "May")
def count(n):
    return ngettext("one draw", "%(n)s draws", n) % {"n": n}
"""
PAGE = """{% load i18n %}
  {# Translators: the number that decides #}
  <p title="{% translate "It’s a draw" %}">{{ x|default:_("not published") }}</p>
    {% blocktranslate trimmed count n=rows|length %}
      {{ n }} row
    {% plural %}
      {{ n }} rows
    {% endblocktranslate %}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "tests" / "cutline"  # wherever somebody keeps it
    (root / "draws" / "templates" / "draws").mkdir(parents=True)
    (root / "draws" / "views.py").write_text(VIEW)
    (root / "draws" / "templates" / "draws" / "list.html").write_text(PAGE)
    return root


def po(project: Path) -> Path:
    return project / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def write(project: Path) -> str:
    call_command("messages", root=project, stdout=StringIO())
    return po(project).read_text()


def entry(project: Path, msgid: str, msgstr: str) -> None:
    """Writes one French string under its English one."""
    text = po(project).read_text()
    before = f'msgid "{msgid}"\nmsgstr ""'
    assert before in text
    po(project).write_text(text.replace(before, f'msgid "{msgid}"\nmsgstr "{msgstr}"'))


def faults(project: Path) -> str:
    with pytest.raises(CommandError) as raised:
        call_command("messages", check=True, root=project, stdout=StringIO())
    return str(raised.value)


def finish(project: Path) -> None:
    """A complete translation of the small project above."""
    write(project)
    entry(project, "All draws", "Toutes les rondes")
    entry(project, "It’s a draw", "C’est une ronde")
    entry(project, "not published", "non publié")
    text = po(project).read_text()
    for english, french in (
        ('msgctxt "month"\nmsgid "May"\nmsgstr ""', 'msgctxt "month"\nmsgid "May"\nmsgstr "mai"'),
        (
            'msgctxt "permission"\nmsgid "May"\nmsgstr ""',
            'msgctxt "permission"\nmsgid "May"\nmsgstr "Peut"',
        ),
        (
            'msgid_plural "%(n)s draws"\nmsgstr[0] ""\nmsgstr[1] ""',
            'msgid_plural "%(n)s draws"\nmsgstr[0] "%(n)s ronde"\nmsgstr[1] "%(n)s rondes"',
        ),
        (
            'msgid_plural "%(n)s rows"\nmsgstr[0] ""\nmsgstr[1] ""',
            'msgid_plural "%(n)s rows"\nmsgstr[0] "%(n)s ligne"\nmsgstr[1] "%(n)s lignes"',
        ),
    ):
        assert english in text
        text = text.replace(english, french)
    po(project).write_text(text)
    write(project)


def test_it_collects_from_code_and_templates_with_contexts_and_plurals(project: Path) -> None:
    text = write(project)
    for line in (
        'msgid "All draws"',
        'msgctxt "month"\nmsgid "May"',
        'msgctxt "permission"\nmsgid "May"',
        'msgid "one draw"\nmsgid_plural "%(n)s draws"',
        'msgid "It’s a draw"',
        'msgid "not published"',
        'msgid "%(n)s row"\nmsgid_plural "%(n)s rows"',
        "#. Translators: the number that decides",
        "#: draws/views.py\n",
    ):
        assert line in text


def test_it_sorts_by_string_so_that_moved_code_changes_nothing(project: Path) -> None:
    text = write(project)
    assert text.index('"All draws"') < text.index('"It’s a draw"') < text.index('"one draw"')


def test_it_keeps_translations_and_writes_the_same_bytes_again(project: Path) -> None:
    finish(project)
    first, compiled = po(project).read_bytes(), po(project).with_suffix(".mo").read_bytes()
    write(project)
    assert po(project).read_bytes() == first
    assert po(project).with_suffix(".mo").read_bytes() == compiled
    assert "Toutes les rondes" in first.decode()


def test_it_compiles_what_the_gettext_of_python_reads(project: Path) -> None:
    finish(project)
    with po(project).with_suffix(".mo").open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("All draws") == "Toutes les rondes"
    assert french.pgettext("month", "May") == "mai"
    assert french.ngettext("one draw", "%(n)s draws", 0) == "%(n)s ronde"
    assert french.ngettext("one draw", "%(n)s draws", 2) == "%(n)s rondes"


def test_it_says_that_a_finished_catalogue_is_finished(project: Path) -> None:
    finish(project)
    out = StringIO()
    call_command("messages", check=True, root=project, stdout=out)
    assert "7 strings, all in French" in out.getvalue()


def test_it_names_each_string_without_french(project: Path) -> None:
    write(project)
    assert "not translated: 'All draws'" in faults(project)
    assert "not translated: 'one draw'" in faults(project)


def test_it_names_a_new_string_and_drops_a_dead_one(project: Path) -> None:
    finish(project)
    (project / "draws" / "views.py").write_text('title = _("Every draw")')
    told = faults(project)
    assert "not in the catalogue (run `make messages`): 'Every draw'" in told
    assert "no longer in the source (run `make messages`): 'All draws'" in told
    assert "All draws" not in write(project)


def test_it_names_a_fuzzy_string_and_a_stale_mo(project: Path) -> None:
    finish(project)
    text = po(project).read_text()
    po(project).write_text(text.replace('msgid "All draws"', '#, fuzzy\nmsgid "All draws"'))
    told = faults(project)
    assert "marked fuzzy: 'All draws'" in told
    assert "django.mo is not made from django.po" in told


@pytest.mark.parametrize(
    ("french", "fault"),
    [
        ("%(m)s rondes", "places differ"),
        ("des rondes", "places differ"),
        ("%(n)s rondes {x}", "places differ"),
        ("%(n)s rondes aujourd'hui", "not French"),
        ("%(n)s rondes : toutes", "not French"),
    ],
)
def test_it_names_french_that_would_break_or_looks_english(
    project: Path, french: str, fault: str
) -> None:
    finish(project)
    text = po(project).read_text()
    po(project).write_text(text.replace('"%(n)s rondes"', f'"{french}"'))
    assert fault in faults(project)


def test_it_lets_a_place_follow_a_plain_space(project: Path) -> None:
    finish(project)
    text = po(project).read_text()
    po(project).write_text(text.replace('"%(n)s rondes"', '"les %(n)s rondes"'))
    assert "not French" not in faults(project)


def test_it_does_not_collect_from_tests_or_from_what_the_site_made(project: Path) -> None:
    for folder in ("draws/tests", "var", ".venv/lib"):
        (project / folder).mkdir(parents=True)
        (project / folder / "made.py").write_text('_("Not a string of the site")')
    assert "Not a string of the site" not in write(project)
