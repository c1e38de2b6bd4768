"""Words by which a number of candidates is a change of the pool, and which way it goes."""

import re

from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

_GREW = re.compile(
    r"\b(?:grew|grown|gained?|gaining|rose|risen|up(?! to)|added|adding|swelled|increased|climbed"
    r"|jumped"
    r"|grossi|accru|augmenté|gagné|hausse|enrichi|ajouté|monté|grimpé)(?: [\w']+){0,3} ?$"
)
_SHRANK = re.compile(
    r"\b(?:shrank|shrunk|lost|losing|fell|fallen|down|dropped|declined|decreased|shed|thinned"
    r"|fonte?"
    r"|perdu|diminué|baissé|baisse|reculé|fondu|rétréci|chuté|allégé)(?: [\w']+){0,3} ?$"
)
_APART = re.compile(r"\b(?:difference|gap|change|écart|différence|variation)(?: [\w']+){0,3} ?$")
_MORE_AFTER = re.compile(
    r"^ (?:[\w-]+ ){0,2}(?:more(?! than)|additional|de plus|supplémentaires|higher(?! than)"
    r"|en plus)\b"
)
_FEWER_AFTER = re.compile(r"^ (?:[\w-]+ ){0,2}(?:fewer|less|de moins|lower|en moins)\b")


def change_of(sentence: Sentence, token: Token) -> int | None:
    """1 for "grew by 3,111", -1 for "lost 566", 0 for "a difference of 43"; None for a count."""
    before = sentence.low[max(token.start - 50, sentence.start) : token.start]
    after = sentence.low[token.end : min(token.end + 40, sentence.end)]
    for sign, words in ((1, _GREW), (-1, _SHRANK)):
        if words.search(before):
            return sign
    if _MORE_AFTER.match(after):
        return 1
    if _FEWER_AFTER.match(after):
        return -1
    return 0 if _APART.search(before) else None
