import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["about", "methodology", "corrections", "privacy", "accessibility"]
)
def test_it_has_a_page_with_one_title_and_a_way_to_write_to_us(client, settings, name):
    settings.DESK_EMAIL = "desk@news.example"
    for address in (f"/{name}/", f"/fr/{name}/"):
        html = client.get(address).content.decode()
        title = html.split("<h1>")[1].split("</h1>")[0]
        assert title
        assert f"<title>{title} · Cutline</title>" in html
        assert 'href="mailto:desk@news.example"' in html


def test_it_is_linked_from_the_foot_of_every_page(client):
    foot = client.get("/").content.decode().split('<footer class="foot">')[1]
    for name in ("about", "methodology", "corrections", "privacy", "accessibility"):
        assert f'href="/{name}/"' in foot
