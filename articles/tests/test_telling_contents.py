"""What webhooks say of events: the words and values of the files."""

from articles.telling import contents
from articles.tests import newsroom
from ingest import events


def test_a_message_of_a_draw_has_every_column_of_the_file(db, settings):
    settings.SITE_URL = "https://cutline.example"
    newsroom.draw("396", crs=508)
    said = contents.of_draw(events.emit("draw.published", "draw/396", 3))
    assert said["number"] == "396"
    assert said["date"] == "2026-02-17"
    assert said["crs"] == 508
    assert said["pool_total"] is None
    assert said["url"] == "https://cutline.example/draws/396/"


def test_there_is_nothing_to_say_of_a_draw_that_is_gone(db):
    assert contents.of_draw(events.emit("draw.published", "draw/9999", 3)) is None


def test_a_message_of_a_correction_has_both_values(db, settings):
    settings.SITE_URL = "https://cutline.example"
    newsroom.draw("396")
    event = events.emit("figure.corrected", "draw/396", 3, fields={"crs": ["507", "508"]})
    assert contents.of_correction(event) == {
        "changes": [{"field": "crs", "old": "507", "new": "508"}],
        "url": "https://cutline.example/draws/396/",
    }
