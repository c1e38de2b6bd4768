"""What the surroundings of a sentence say for or against one of its figures."""

from collections.abc import Iterable
from functools import cached_property

from articles.claims.admissible import around, in_play, is_open, is_sum, meant
from articles.claims.anchors import anchors_of
from articles.claims.context import Context
from articles.claims.figuring import SEVERAL, Figure, is_aside, says
from articles.claims.sentence import Sentence
from articles.claims.subjects import with_figures
from draws.records import RoundRecord

# A number this near to a time is one of the draw of that time.
BESIDE = 5
# What a figure of a draw is told with.
TOLD = {"crs": frozenset({"CRS", "MIN"}), "invitations": frozenset({"INV", "ISS"})}
# After one of these, another draw is told of.
PARTING = frozenset(
    "; THAN COMPARED SINCE AFTER BEFORE FROM UNTIL FOLLOWING BETWEEN AGO PREV AS".split()
)
# What tells of several draws together.
SUMMED = frozenset({"TOTAL", "CALENDAR", "MON", "YEAR"})


def surroundings_of(sentence: Sentence, context: Context) -> "Surroundings":
    """The surroundings of a sentence: made once, as long as the same is spoken of."""
    spoken = (context.current, context.heading, context.ranged, len(context.named))
    if sentence.near is None or sentence.near[0] != spoken:
        sentence.near = (spoken, Surroundings(sentence, context))
    found: Surroundings = sentence.near[1]
    return found


class Surroundings:
    """The draws of which a sentence may speak."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence, self.context = sentence, context
        self.anchors = anchors_of(sentence, context)
        self.meant = [*meant(sentence, context, self.anchors), *with_figures(sentence, context)]
        self.is_open = is_open(sentence)
        self.exact = any(anchor.exact and anchor.draws for anchor in self.anchors)

    @cached_property
    def in_play(self) -> list[RoundRecord]:
        return in_play(self.sentence, self.context, self.anchors)

    @cached_property
    def around(self) -> list[RoundRecord]:
        return around(self.context)

    @property
    def all(self) -> list[RoundRecord]:
        """Every draw that may be meant, the likeliest first."""
        return [*self.meant, *self.in_play, *self.around]

    def explain(self, figure: Figure) -> bool:
        """Whether a figure is that of a draw which may be meant."""
        if self._is_of_nothing():
            return True
        if self._is_unsaid(figure):
            return self.agrees(figure, [d for a in self.anchors for d in a.draws])
        if self.agrees(figure, self.meant) and (len(self.anchors) != 1 or not self.exact):
            return True
        if self.is_open and not self.exact and self.agrees(figure, self.in_play):
            return True
        return self.is_total(figure)

    def speak_against(self, figure: Figure) -> bool:
        if (
            self._is_of_nothing()
            or is_aside(self.sentence, figure)
            or not self.meant
            or self.agrees(figure, self.meant)
        ):
            return False
        if self._is_unsaid(figure):
            return not self.is_total(figure)
        if not figure.strong and not self._is_beside_anchor(figure):
            return False
        if not figure.strong or (self.is_open and not self._is_led(figure)):
            if self.agrees(figure, self.in_play):
                return False
            if not figure.strong and self.agrees(figure, self.around):
                return False
        return not self.is_total(figure)

    def _is_unsaid(self, figure: Figure) -> bool:
        """Whether it stands where a figure of the draw must be, which the article has nowhere."""
        main = self.context.main
        if main is None or main not in self.meant or len(self.meant) > 12:
            return False
        what = "invitations" if figure.what == "invitations" else "crs"
        told = figure.strong or self.sentence.present & TOLD[what]
        return what in self.context.unsaid and bool(told)

    def _is_led(self, figure: Figure) -> bool:
        """Whether a day or number of a draw leads to a figure, and nothing parts them."""
        for anchor in reversed(self.anchors):
            if anchor.exact and anchor.draws and anchor.token.pos < figure.token.pos:
                between = self.sentence.signs[anchor.token.pos : figure.token.pos]
                return not set(between) & PARTING
        return False

    def _is_of_nothing(self) -> bool:
        """Whether nothing says which draw is told of: no time, no draw spoken of before."""
        if any(anchor.draws for anchor in self.anchors):
            return False
        spoken = (self.context.current, self.context.main, self.context.heading)
        return not any(draw in spoken for draw in self.meant)

    def _is_beside_anchor(self, figure: Figure) -> bool:
        at = figure.token.pos
        for anchor in self.anchors:
            first, last = sorted((anchor.token.pos, at))
            between = self.sentence.signs[first + 1 : last]
            if anchor.draws and last - first <= BESIDE and not {"N", "AND"} & set(between):
                return True
        return False

    def agrees(self, figure: Figure, draws: Iterable[RoundRecord]) -> bool:
        return any(says(figure, each, self.sentence, self.context) is not False for each in draws)

    def is_total(self, figure: Figure) -> bool:
        """Whether it is what several draws invited together."""
        if figure.what == "crs":
            return False
        summed = self.sentence.present & SUMMED or any(
            t.name in SEVERAL for t in self.sentence.tokens
        )
        largest = max((draw.invitations for draw in self.in_play), default=0)
        if not summed and figure.token.number <= largest:
            return False
        return is_sum(figure.token.number, self.in_play, self.context)

    def likeliest(self, figure: Figure) -> RoundRecord:
        """The draw of the nearest words that name one."""
        named = [anchor for anchor in self.anchors if anchor.draws]
        if not named:
            return self.meant[0]
        at = figure.token.pos
        nearest = min(named, key=lambda each: (not each.exact, abs(each.token.pos - at)))
        return next((draw for draw in nearest.draws if draw in self.meant), self.meant[0])
