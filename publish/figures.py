"""A figure as a page shows it, whatever domain it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """The words of a figure in one language, and its machine form where it is a date or a time.

    `iso` is fit for `<time datetime>`: 2026-02-17, 2026-02-17T11:33:44Z; "" for other figures.
    """

    text: str
    iso: str = ""
