import pytest

from draws.records import serial_of


@pytest.mark.parametrize(
    ("number", "serial"),
    [("1", 10), ("396", 3960), ("91", 910), ("91a", 911), ("91b", 912), ("92", 920)],
)
def test_it_gives_a_draw_number_its_place_in_time(number: str, serial: int) -> None:
    assert serial_of(number) == serial


@pytest.mark.parametrize(
    "text", ["", "0", "091", "91A", "91z", "91ab", "a", "-1", " 91", "91\n", "٩١", "1" * 6]
)
def test_it_refuses_what_is_no_draw_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a draw number"):
        serial_of(text)
