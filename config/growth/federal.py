"""Draws and counts of the pool, many times; all draws get new numbers, in the order of days."""

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import Any

from config.growth.copying import Copier
from config.growth.times import back, move
from draws.models import Draw, PoolCount
from draws.records import serial_of

# (turn, the number that a draw had) -> the number that its copy has; turn 0: the draw itself.
Numbers = Mapping[tuple[int, str], str]


def copy_draws(copier: Copier, turns: range) -> Numbers:
    """The draws with their counts; returns what became of each number."""
    numbers = _numbers(turns)
    # From the last: a number only grows, so that the new one is free.
    for draw in Draw.objects.order_by("-serial").only("number"):
        new = numbers[0, draw.number]
        Draw.objects.filter(pk=draw.pk).update(number=new, serial=serial_of(new))
    old = {new: number for (turn, number), new in numbers.items() if turn == 0}
    copier.copy(PoolCount, turns, _vary_count)
    copier.copy(Draw, turns, partial(_vary_draw, numbers=numbers, old=old))
    return numbers


def _numbers(turns: range) -> Numbers:
    """1, 2, 3 … for all draws, oldest first; of those of one day, the copies first."""
    draws = list(Draw.objects.values_list("date", "serial", "number"))
    places = sorted(
        (date - back(turn), -turn, serial, number)
        for turn in (0, *turns)
        for date, serial, number in draws
    )
    return {
        (-turn, number): str(place)
        for place, (_day, turn, _serial, number) in enumerate(places, start=1)
    }


def _vary_count(count: Any, turn: int) -> None:
    move(count, turn, "as_of")
    count.fingerprint = hashlib.sha256(f"{count.fingerprint}|{turn}".encode()).hexdigest()


def _vary_draw(draw: Any, turn: int, *, numbers: Numbers, old: Mapping[str, str]) -> None:
    move(draw, turn, "date", "tie_break_at", "held_at", "pool_as_of", "first_seen_at")
    # As printed, the moments would not be those of the columns.
    draw.tie_break_text = draw.held_at_text = ""
    draw.number = numbers[turn, old[draw.number]]
    draw.serial = serial_of(draw.number)
