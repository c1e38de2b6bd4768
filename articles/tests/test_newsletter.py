import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles import newsletter
from articles.models import Subscriber

pytestmark = pytest.mark.django_db

HERE = "/newsletter/"


@pytest.fixture
def client():
    return Client(enforce_csrf_checks=True)


def sign_up(client, email="reader@example.com", address=HERE, headers=None, **data):
    return client.post(address, {"email": email, **data}, headers=headers or {})


def link(name):
    """The path of a link in the last mail."""
    body = str(mail.outbox[-1].body)
    return re.findall(rf"http://localhost:8000(/\S*newsletter/\S+/{name}\S*)", body)[0]


def confirmed(email="reader@example.com", **values):
    return Subscriber.objects.create(email=email, confirmed_at=timezone.now(), **values)


def test_it_begins_with_the_button_behind_the_link_in_the_mail(client):
    answer = sign_up(client, family=["cec", "french"])
    assert (answer.status_code, answer.headers["Location"]) == (302, "/newsletter/sent/")
    reader = Subscriber.objects.get()
    assert (reader.confirmed_at, reader.families) == (None, ["cec", "french"])
    assert mail.outbox[0].to == ["reader@example.com"]
    page = link("confirm")
    assert client.get(page).status_code == 200
    reader.refresh_from_db()
    assert reader.confirmed_at is None
    assert client.post(page).status_code == 302
    reader.refresh_from_db()
    assert reader.confirmed_at is not None


def test_it_sets_no_cookie(client):
    for answer in (client.get(HERE), sign_up(client), client.post(link("confirm"), follow=True)):
        assert not answer.cookies
    assert not client.cookies


def test_it_writes_in_the_language_of_the_page(client):
    sign_up(client, address="/fr/newsletter/")
    assert Subscriber.objects.get().language == "fr"
    assert link("confirm").startswith("/fr/newsletter/")


@pytest.mark.parametrize(
    "email", ["", "x", "x@", "a@b", "a b@example.com", "a@example.com\nBcc: b@c.d"]
)
def test_it_says_what_is_wrong_and_loses_nothing(client, email):
    answer = sign_up(client, email, family=["pnp", "trades"])
    html = answer.content.decode()
    assert answer.status_code == 400
    assert 'class="bad"' in html
    assert 'aria-invalid="true" aria-describedby="em-e"' in html
    ticked = re.findall(r'name="family" value="([\w-]+)" checked', html)
    assert ticked == ["pnp", "trades"]
    if email and "\n" not in email:
        assert f'value="{email}"' in html
    assert not mail.outbox
    assert not Subscriber.objects.exists()


def test_it_asks_for_every_draw_where_nothing_or_all_is_ticked(client):
    sign_up(client, "a@example.com")
    sign_up(client, "b@example.com", family=["all", "cec"])
    sign_up(client, "c@example.com", family=["nonsense", "pnp", "pnp"])
    wishes = dict(Subscriber.objects.values_list("email", "families"))
    assert wishes == {"a@example.com": [], "b@example.com": [], "c@example.com": ["pnp"]}


def test_it_says_the_same_to_who_is_on_the_list_and_changes_nothing(client):
    confirmed(families=["cec"])
    answer = sign_up(client, "Reader@Example.com", family=["pnp"])
    assert answer.headers["Location"] == "/newsletter/sent/"
    assert Subscriber.objects.get().families == ["cec"]
    assert "nothing was changed" in mail.outbox[0].body
    assert client.get(link("")).status_code == 200


def test_it_sends_one_address_a_few_mails_a_day(client):
    for _ in range(newsletter.MAILS_A_DAY + 3):
        assert sign_up(client).status_code == 302
    assert len(mail.outbox) == newsletter.MAILS_A_DAY


def test_it_stops_who_enters_address_after_address(client):
    answers = [sign_up(client, f"r{n}@example.com") for n in range(12)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429] * 2
    assert 'value="r11@example.com"' in answers[-1].content.decode()
    assert len(mail.outbox) == 10
    elsewhere = client.post(HERE, {"email": "z@example.com"}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_it_says_so_when_the_mail_cannot_be_sent(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = sign_up(client)
    assert answer.status_code == 503
    assert 'value="reader@example.com"' in answer.content.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 302),
        ({"Origin": "http://testserver"}, 302),
        ({"Origin": "http://localhost:8000"}, 302),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
    ],
)
def test_it_takes_forms_from_its_own_pages_alone(client, headers, status):
    assert sign_up(client, headers=headers).status_code == status
    assert Subscriber.objects.count() == (status == 302)


@pytest.mark.parametrize("page", ["confirm/", "leave/", ""])
def test_it_guards_every_form_of_a_subscriber(client, page):
    reader = confirmed(families=["cec"])
    address = f"/newsletter/{reader.token}/{page}"
    answer = client.post(address, {"family": "pnp"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    reader.refresh_from_db()
    assert reader.families == ["cec"]


def test_it_is_left_with_one_click_and_keeps_nothing(client):
    sign_up(client)
    client.post(link("confirm"))
    sign_up(client)
    message = mail.outbox[-1]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page = link("leave")
    assert f"<http://localhost:8000{page}>" == message.extra_headers["List-Unsubscribe"]
    assert client.get(page).status_code == 200
    assert Subscriber.objects.exists()
    assert client.post(page, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscriber.objects.exists()
    assert client.post(page).status_code == 200


def test_it_lets_a_reader_choose(client):
    reader = confirmed()
    address = f"/newsletter/{reader.token}/"
    html = client.post(address, {"family": ["stem", "cec"]}).content.decode()
    assert 'role="status"' in html
    reader.refresh_from_db()
    assert reader.families == ["cec", "stem"]


def test_it_shows_an_unconfirmed_reader_no_choices(client):
    reader = Subscriber.objects.create(email="a@example.com")
    assert client.get(f"/newsletter/{reader.token}/").status_code == 404


@pytest.mark.parametrize("token", ["nonsense", "%00", "é", "a" * 3000])
@pytest.mark.parametrize(("page", "status"), [("", 404), ("confirm/", 404), ("leave/", 200)])
def test_it_answers_links_that_no_longer_work(client, token, page, status):
    assert client.get(f"/newsletter/{token}/{page}").status_code == status


def test_it_forgets_addresses_that_nobody_confirmed(time_machine):
    now = timezone.now()
    time_machine.move_to(now)
    Subscriber.objects.create(email="a@example.com")
    confirmed("b@example.com")
    time_machine.move_to(now + newsletter.WAITS + timedelta(minutes=1))
    Subscriber.objects.create(email="c@example.com")
    assert newsletter.forget_unconfirmed() == 1
    kept = Subscriber.objects.order_by("email").values_list("email", flat=True)
    assert list(kept) == ["b@example.com", "c@example.com"]
