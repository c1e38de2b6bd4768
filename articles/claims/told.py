"""What a sentence leaves said for those after it: its times, its families, what it counted."""

from articles.claims.context import Context
from articles.claims.labels import family_of_cell
from articles.claims.readings import label_of
from articles.claims.sentence import Sentence
from articles.claims.times import mentions

MOST = 6
MOST_IN_LABEL = 5


def begin_block(sentence: Sentence, context: Context) -> None:
    """A paragraph begins: what the one before told is further off, a heading stays near."""
    told = context.told
    told.before = [*told.paragraph, *told.before][:MOST]
    told.paragraph, told.families, told.counted = [], [], ""
    if sentence.block.kind in ("h2", "h3"):
        told.heading, told.heading_families = [], []


def remember(sentence: Sentence, context: Context) -> None:
    """After a sentence was judged."""
    told = context.told
    found = [mention for mention in mentions(sentence, context) if not mention.vague]
    named = list(dict.fromkeys(t.name for t in sentence.tokens if t.sign == "FAM"))
    label = label_of(sentence)
    spoken = [*named, *([label] if label else []), *told.spoken]
    told.spoken = list(dict.fromkeys(spoken))[:MOST]
    if sentence.block.kind in ("h2", "h3", "caption"):
        told.heading = [*found[::-1], *told.heading][:MOST]
        told.heading_families = named or told.heading_families
        return
    told.paragraph = [*found[::-1], *told.paragraph][:MOST]
    if not named and len(sentence.tokens) <= MOST_IN_LABEL:  # "Nominees."
        label = family_of_cell(sentence, sentence.start, sentence.end)
        named = [label] if label else []
    told.families = named or told.families
    told.counted = _counted(sentence) or told.counted


def _counted(sentence: Sentence) -> str:
    """What a sentence counted last: draws in the plural, or invitations."""
    for token in reversed(sentence.tokens):
        if token.sign == "DRAW" and token.name.endswith("s"):
            return "draws"
        if token.sign == "INV":
            return "invitations"
    return ""
