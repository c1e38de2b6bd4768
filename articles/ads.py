"""Which advertisement stands where: the room is kept in any case."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import Ad, AdSlot, Position, Size

# What is kept free at a position that no editor has set.
USUAL = {
    Position.ARTICLE_TOP: Size.BANNER,
    Position.ARTICLE_MID: Size.BOX,
    Position.SIDEBAR_1: Size.BOX,
    Position.SIDEBAR_2: Size.BOX,
    Position.LIST: Size.BANNER,
}


@dataclass(frozen=True, slots=True)
class Box:
    """The room at one position, and the advertisement in it; None where there is not even one
    of our own."""

    slot: AdSlot
    ad: Ad | None

    @property
    def css(self) -> str:
        """The classes that keep the room: see `.ad` in components.css."""
        narrow, wide = self.slot.narrow, self.slot.wide
        classes = ["ad"]
        if wide == Size.BANNER or (wide == Size.NONE and narrow == Size.BANNER):
            classes.append("ad-wide")
        if narrow == Size.BOX and wide == Size.BANNER:
            classes.append("ad-tall-s")
        if narrow == Size.BANNER and wide == Size.BOX:
            classes.append("ad-low-s")
        classes += [
            name for size, name in ((narrow, "hide-s"), (wide, "only-s")) if size == Size.NONE
        ]
        return " ".join(classes)


def boxes(language: str, at: datetime) -> dict[str, Box]:
    """A box for each position that is not switched off. Two queries."""
    slots = {slot.position: slot for slot in AdSlot.objects.all()}
    running = Ad.objects.running(at).in_language(language).select_related("picture").best_first()
    best: dict[str, Ad] = {}
    for ad in running:
        best.setdefault(ad.position, ad)
    found = {}
    for position, usual in USUAL.items():
        slot = slots.get(position) or AdSlot(position=position, narrow=usual, wide=usual)
        if (slot.narrow, slot.wide) != (Size.NONE, Size.NONE):
            found[str(position)] = Box(slot, best.get(position))
    return found
