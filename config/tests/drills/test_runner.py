"""The drills themselves take minutes (`make drill`); that they can be held at all is seen here."""

from random import Random

import pytest

from config.drills import feeding, mutations, runner
from config.drills.disks import Skipped
from config.drills.results import Options, Result

QUICK = Options(seconds=1, steps=1, bodies=20)


def hold(monkeypatch, folder, drill):
    monkeypatch.setattr(runner, "DRILLS", {"x": drill})
    return runner.hold(["x"], 1, QUICK, folder, keep=False)


def skip(stage, random, options):
    raise Skipped("a disk cannot be mounted")


def feed(stage, random, options):
    """The drill of mutated bodies, in the database of the test instead of processes of its own."""
    told = feeding.feed(str(stage.seed), 0, options.bodies)
    part = {name: getattr(told, name) for name in feeding.Tally.__slots__}
    return mutations.told(options.bodies, [part])


@pytest.mark.django_db
def test_it_feeds_mutated_bodies_to_the_pipeline(monkeypatch, tmp_path, capsys):
    assert hold(monkeypatch, tmp_path / "run", feed)
    printed = capsys.readouterr().out
    assert "20 bodies, mutated" in printed
    assert printed.endswith("all good\n")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (Result("a part", faults=["it fell"]), "FAULT it fell"),
        (Result("a part", recovered=3.0), "3.0 s"),
    ],
)
def test_it_says_what_a_drill_found(monkeypatch, tmp_path, capsys, result, said):
    good = hold(monkeypatch, tmp_path / "run", lambda *_: result)
    printed = capsys.readouterr().out
    assert said in printed
    assert good == (not result.faults)


def test_it_goes_on_after_a_drill_that_broke_down(monkeypatch, tmp_path, capsys):
    assert not hold(monkeypatch, tmp_path / "run", lambda *_: 1 / 0)
    assert "FAULT ZeroDivisionError" in capsys.readouterr().out


def test_it_leaves_out_what_this_machine_cannot_do(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("REQUIRE_SERVICES", raising=False)
    assert hold(monkeypatch, tmp_path / "run", skip)
    assert "left out: a disk cannot be mounted" in capsys.readouterr().out


def test_it_fails_where_nothing_may_be_left_out(monkeypatch, tmp_path):
    monkeypatch.setenv("REQUIRE_SERVICES", "1")
    assert not hold(monkeypatch, tmp_path / "run", skip)


def test_it_gives_each_drill_the_same_chance_for_the_same_seed(monkeypatch, tmp_path):
    drawn = []

    def draws(stage, random: Random, options):
        drawn.append(random.random())
        return Result("")

    for _ in range(2):
        hold(monkeypatch, tmp_path / "run", draws)
    assert drawn[0] == drawn[1]
