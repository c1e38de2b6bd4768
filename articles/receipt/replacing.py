"""Putting the right words, or a bound figure, in place of a wrong statement."""

from dataclasses import replace

from articles.claims import Claim, Texts, with_bound
from articles.claims.texts import of_tree
from articles.prose.reader import read
from articles.prose.tree import write

LINES = ("headline", "standfirst")


def replaced(texts: Texts, claim: Claim, words: str, address: str) -> Texts | None:
    """The texts with `words` where `claim` found others, bound to `address` if there is one.

    None where the words found are no plain run of text, or stand in a part that is not the
    article's own field.
    """
    if claim.where in LINES:
        return _in_line(texts, claim, words)
    if claim.where != "body":
        return None
    html = _in_prose(texts.body_html, claim, words, address)
    return None if html is None else replace(texts, body_html=html)


def _in_line(texts: Texts, claim: Claim, words: str) -> Texts | None:
    line: str = getattr(texts, claim.where)
    if line[claim.start : claim.end] != claim.found:
        return None
    line = line[: claim.start] + words + line[claim.end :]
    if claim.where == "headline":
        return replace(texts, headline=line)
    return replace(texts, standfirst=line)


def _in_prose(html: str, claim: Claim, words: str, address: str) -> str | None:
    if address:
        tree = with_bound(html, claim.start, claim.end, address, words)
        return None if tree is None else write(tree)
    return _with_words(html, claim.start, claim.end, words)


def _with_words(html: str, start: int, end: int, words: str) -> str | None:
    tree = read(html)
    for piece in of_tree("", tree).pieces:
        if piece.start <= start and end <= piece.end and piece.parent.tag != "data":
            before = str(piece.parent.children[piece.index])
            after = before[: start - piece.start] + words + before[end - piece.start :]
            piece.parent.children[piece.index] = after
            return write(tree)
    return None
