"""The way into the desk: closed to others, limited, and with a second step where it matters."""

import socket
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from articles.signin import factors
from articles.tasks import forget
from articles.tests.desk_people import person

pytestmark = pytest.mark.django_db
PASSWORD = "a long word or two"
NOW = datetime(2026, 11, 2, 15, 0, 7, tzinfo=UTC)
LOGIN, DESK = "/admin/login/", "/admin/"


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def committing(monkeypatch):
    """allauth writes its letters when the request commits; a test is one transaction that never
    does, and after the request there is none to write of."""
    monkeypatch.setattr(transaction, "on_commit", lambda then, **_options: then())


def member(name: str, group: str = "", **values):
    user = person(name, group, email=f"{name}@example.org", **values)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, name: str, password: str = PASSWORD, **headers: str):
    return client.post(LOGIN, {"username": name, "password": password, **headers})


def keyless(name: str = "pia"):
    """A publisher who has not set up anything yet."""
    user = member(name, "Publisher")
    Authenticator.objects.all().delete()
    return user


def is_in(client: Client) -> bool:
    return client.get(DESK).status_code == 200


def test_it_takes_a_reporter_by_name_and_password(client):
    member("rita", "Reporter")
    answer = sign_in(client, "rita")
    assert answer.headers["Location"] == DESK
    assert is_in(client)


@pytest.mark.parametrize("name", ["rita", "nobody"])
def test_it_says_the_same_of_a_wrong_password_and_of_a_name_that_nobody_has(client, name):
    member("rita", "Reporter")
    page = sign_in(client, name, "wrong").content.decode()
    assert "The username and/or password you specified are not correct." in page
    assert not is_in(client)


def test_it_lets_in_nobody_who_is_not_staff(client):
    reader = get_user_model().objects.create_user("reader", password=PASSWORD)
    assert sign_in(client, "reader").headers["Location"] == reverse("account_inactive")
    assert not is_in(client)
    client.force_login(reader)
    assert client.get(DESK).status_code == 403


@pytest.mark.parametrize("path", ["signup/", "account/signup/", "password/reset/", "email/"])
def test_nobody_can_open_an_account_or_have_a_password_sent(client, path):
    assert client.get(f"/admin/{path}").status_code in (302, 404)
    before = get_user_model().objects.count()
    client.post(
        f"/admin/{path}", {"username": "x", "email": "x@example.org", "password1": "y" * 12}
    )
    assert get_user_model().objects.count() == before
    assert mail.outbox == []


def test_it_stops_after_five_wrong_passwords_for_an_account_from_anywhere(
    client, settings, at_noon
):
    settings.BEHIND_PROXY = True
    member("rita", "Reporter")
    for number in range(5):
        sign = {"username": "Rita" if number % 2 else "rita", "password": "wrong"}
        client.post(LOGIN, sign, headers={"X-Forwarded-For": f"198.51.100.{number}"})
    page = sign_in(client, "rita").content.decode()
    assert "Too many failed login attempts" in page
    at_noon.shift(301)
    sign_in(client, "rita")
    assert is_in(client)


def test_it_stops_after_five_wrong_passwords_while_redis_is_away(client, settings):
    member("rita", "Reporter")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.CACHES = {
            "default": {
                "BACKEND": "publish.limits.LimitingRedisCache",
                "LOCATION": f"redis://127.0.0.1:{taken.getsockname()[1]}/0",
            }
        }
        for _turn in range(5):
            sign_in(client, "rita", "wrong")
        assert "Too many" in sign_in(client, "rita").content.decode()


def test_it_counts_the_tries_of_an_account_over_all_names_of_the_machine(client):
    member("rita", "Reporter")
    for host in ("localhost", "127.0.0.1", "[::1]") * 2:
        client.post(LOGIN, {"username": "rita", "password": "wrong"}, headers={"Host": host})
    assert "Too many" in sign_in(client, "rita").content.decode()


def test_it_stops_a_visitor_who_tries_many_names(client):
    member("rita", "Reporter")
    for number in range(10):
        sign_in(client, f"name-{number}", "wrong")
    assert "Too many" in sign_in(client, "rita").content.decode()
    other = Client(REMOTE_ADDR="198.51.100.9")
    sign_in(other, "rita")
    assert is_in(other)


def test_a_header_of_the_visitor_makes_no_new_visitor_of_them(client):
    for number in range(10):
        client.post(
            LOGIN,
            {"username": f"name-{number}", "password": "wrong"},
            headers={"X-Forwarded-For": f"198.51.100.{number}", "X-Real-IP": f"192.0.2.{number}"},
        )
    assert "Too many" in sign_in(client, "name-x").content.decode()


def test_it_keeps_no_address_of_a_visitor(client, monkeypatch):
    kept: list[str] = []
    member("rita", "Reporter")
    original = cache.set

    def noting(key, value, *args, **kwargs):
        kept.append(f"{key} {value}")
        return original(key, value, *args, **kwargs)

    monkeypatch.setattr("allauth.core.internal.ratelimit.cache.set", noting, raising=False)
    visitor = Client(REMOTE_ADDR="198.51.100.77")
    sign_in(visitor, "rita", "wrong")
    sign_in(visitor, "rita")
    visitor.post(reverse("mfa_generate_recovery_codes"))
    kept += [str(row.get_decoded()) for row in Session.objects.all()]
    assert kept
    assert not [each for each in kept if "198.51.100" in each]


@pytest.mark.parametrize("who", ["publisher", "superuser"])
def test_a_publisher_without_a_second_factor_reaches_nothing_but_setting_one_up(client, who):
    user = keyless()
    user.is_superuser = who == "superuser"
    user.save()
    sign_in(client, user.username)
    start = reverse("mfa_index")
    for path in (DESK, "/fr/admin/", "/admin/articles/article/", "/admin/search/?q=x"):
        answer = client.get(path)
        assert answer.headers["Location"] in (start, f"/fr{start}"), path
        assert client.post(path).status_code == 302, path
    assert client.get(start).status_code == 200


def test_it_asks_an_editor_for_none_unless_the_newsroom_asks_everyone(client, settings):
    member("eve", "Editor")
    sign_in(client, "eve")
    assert is_in(client)
    settings.SECOND_FACTOR_FOR_EVERYONE = True
    assert not is_in(client)


def set_up_app(client: Client):
    address = reverse("mfa_activate_totp")
    asked = client.get(address)
    if asked.status_code == 302:
        client.post(asked.headers["Location"], {"password": PASSWORD})
        asked = client.get(address)
    secret = asked.context["form"].secret
    counter = next(totp.yield_hotp_counters_from_time())
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    return client.post(address, {"code": code})


def test_a_publisher_sets_up_an_app_and_is_asked_for_its_code_from_then_on(
    client, at_noon, committing
):
    user = keyless()
    sign_in(client, "pia")
    assert set_up_app(client).headers["Location"] == reverse("mfa_view_recovery_codes")
    assert is_in(client)
    assert [letter.to for letter in mail.outbox] == [["pia@example.org"]]
    assert "127.0.0.1" not in mail.outbox[0].body

    at_noon.shift(60)
    later = Client()
    assert sign_in(later, "pia").headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(later)
    later.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_in(later)
    code = factors.code(user)
    later.post(reverse("mfa_authenticate"), {"code": code})
    assert is_in(later)

    again = Client()
    sign_in(again, "pia")
    again.post(reverse("mfa_authenticate"), {"code": code})
    assert not is_in(again), "a code opens the desk once"


def test_a_recovery_code_opens_the_desk_once():
    user = member("pia", "Publisher")
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    for expected in (True, False):
        client = Client()
        sign_in(client, "pia")
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert is_in(client) == expected


def test_it_stops_after_five_wrong_codes(client):
    user = member("pia", "Publisher")
    sign_in(client, "pia")
    for _time in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": factors.code(user)})
    assert not is_in(client)


def test_a_publisher_keeps_their_last_factor(client):
    user = member("pia", "Publisher")
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))
    assert factors.held(user) == 1


@pytest.mark.parametrize(
    "name", ["mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"]
)
def test_it_asks_who_one_is_before_factors_are_changed(client, name):
    client.force_login(member("pia", "Publisher"))
    for ask in (client.get, client.post):
        assert reverse("account_reauthenticate") in ask(reverse(name)).headers["Location"]


def test_secrets_of_factors_are_not_readable_in_the_database():
    user = member("pia", "Publisher")
    RecoveryCodes.activate(user)
    secret = totp.decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"])
    assert len(secret) == 32
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().generate_codes()
    assert not [code for code in codes if code in stored]


def test_a_new_factor_and_a_new_password_end_other_sessions(client, committing):
    user = keyless()
    thief = Client()
    for each in (client, thief):
        sign_in(each, "pia")
    set_up_app(client)
    assert is_in(client)
    assert not is_in(thief)
    thief.force_login(user)
    assert is_in(thief)
    changed = {
        "oldpassword": PASSWORD,
        "password1": "some other words",
        "password2": "some other words",
    }
    assert client.post(reverse("account_change_password"), changed).status_code == 302
    assert is_in(client)
    assert not is_in(thief)
    assert mail.outbox[-1].to == ["pia@example.org"]


def test_a_session_ends_when_nobody_was_there_and_at_the_end_of_the_day(client, at_noon, settings):
    member("rita", "Reporter")
    sign_in(client, "rita")
    for _time in range(13):
        at_noon.shift(settings.SESSION_IDLE_MINUTES * 60 - 60)
        if not is_in(client):
            break
    worked = (datetime.now(UTC) - NOW).total_seconds() / 3600
    assert settings.SESSION_HOURS <= worked < settings.SESSION_HOURS + 1
    sign_in(client, "rita")
    at_noon.shift(settings.SESSION_IDLE_MINUTES * 60)
    answer = client.get("/admin/articles/article/")
    assert answer.headers["Location"] == f"{LOGIN}?next=%2Fadmin%2Farticles%2Farticle%2F"
    assert not is_in(client)


def test_signing_out_ends_the_session_and_only_by_a_form(client):
    member("rita", "Reporter")
    sign_in(client, "rita")
    client.get("/admin/logout/")
    assert is_in(client)
    client.post("/admin/logout/")
    assert not is_in(client)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "path", [LOGIN, DESK, "/admin/account/factors/", "/admin/nothing/", "/fr/admin/login/"]
)
def test_no_cache_keeps_a_page_of_the_desk(client, path):
    client.force_login(member("rita", "Reporter"))
    assert "no-store" in client.get(path).headers["Cache-Control"]


def test_ended_sessions_are_forgotten_once_a_day(client, at_noon):
    member("rita", "Reporter")
    sign_in(client, "rita")
    forget()
    assert Session.objects.count() == 1
    at_noon.shift(13 * 3600)
    forget()
    assert not Session.objects.exists()
