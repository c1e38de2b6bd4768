"""Accounts to try the desk with: on this machine only, passwords printed once."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from articles.signin import factors

pytestmark = pytest.mark.django_db


def run(*options: str) -> str:
    out = StringIO()
    call_command("demo_accounts", *options, stdout=out)
    return out.getvalue()


def passwords(text: str) -> dict[str, str]:
    return dict(re.findall(r"(\w+) +password: (\S+)", text))


def test_it_makes_one_account_for_each_group_and_prints_how_to_log_in():
    told = run("--first-start")
    assert "/admin/" in told
    for name, password in passwords(told).items():
        user = authenticate(username=name, password=password)
        assert user is not None
        assert user.is_staff
        assert not user.is_superuser
        assert [group.name.lower() for group in user.groups.all()] == [name]
    assert set(passwords(told)) == {"reporter", "editor", "publisher"}


def test_it_keeps_no_password_and_prints_it_once():
    told = run("--first-start")
    stored = list(get_user_model().objects.values_list("password", flat=True))
    assert not any(word in kept for word in passwords(told).values() for kept in stored)
    assert run("--first-start") == ""


def test_it_gives_new_passwords_when_asked():
    first = passwords(run())
    second = passwords(run())
    assert first.keys() == second.keys()
    assert not {*first.values()} & {*second.values()}
    assert authenticate(username="editor", password=first["editor"]) is None


def test_it_leaves_a_site_with_people_alone():
    get_user_model().objects.create(username="somebody")
    assert run("--first-start") == ""
    assert get_user_model().objects.count() == 1


@pytest.mark.parametrize(
    "address", ["https://cutline.example", "http://10.0.0.4", "http://localhost.example", ""]
)
def test_it_refuses_where_others_can_reach_the_site(settings, address):
    settings.SITE_URL = address
    assert run("--first-start") == ""
    with pytest.raises(CommandError):
        run()
    assert not get_user_model().objects.exists()


def test_it_does_not_touch_an_account_with_every_permission():
    get_user_model().objects.create(username="editor", is_superuser=True, password="kept")
    with pytest.raises(CommandError):
        run()
    assert get_user_model().objects.get().password == "kept"


def test_it_refuses_behind_a_proxy(settings):
    settings.BEHIND_PROXY = True
    assert run("--first-start") == ""
    with pytest.raises(CommandError):
        run()


def test_only_the_publisher_is_asked_for_a_code_and_the_command_tells_it():
    assert "publisher" in next(line for line in run().splitlines() if "(and a code)" in line)
    (told,) = re.findall(r"(\w+) +code: (\d{6})", run("--code"))
    publisher = get_user_model().objects.get(username="publisher")
    assert told == ("publisher", factors.code(publisher))
    assert not factors.missing(publisher)


def test_it_tells_no_code_where_others_can_reach_the_site(settings):
    run()
    settings.SITE_URL = "https://cutline.example"
    with pytest.raises(CommandError):
        run("--code")
