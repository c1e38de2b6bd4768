from pathlib import Path

import pytest
from kombu import Connection

from config.celery import app


@pytest.fixture
def queue(tmp_path):
    folders = dict.fromkeys(("data_folder_in", "data_folder_out"), str(tmp_path))
    options = folders | {"control_folder": str(tmp_path / "control")}
    assert app.main
    with Connection("filesystem://", transport_options=options) as connection:
        yield connection.SimpleQueue("x")


def test_it_passes_over_a_message_that_a_full_disk_cut_off(queue, tmp_path: Path):
    (tmp_path / "0_cut.x.msg").touch()
    (tmp_path / "1_half.x.msg").write_text('{"body": "')
    queue.put({"whole": True})
    assert queue.get(timeout=2).payload == {"whole": True}
