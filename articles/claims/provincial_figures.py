"""What a number in a sentence about a province is: a score, a count, money, a number of draws."""

import re

from articles.claims.roles import Role
from articles.claims.sentence import Sentence
from articles.claims.tokens import Token

_SCORE_BEFORE = re.compile(
    r"(?:scores?|minimum|notes?|cut-?offs?|threshold|seuils?|barre|plancher|pointages?|minimale?)\b"
    r"[^.;,()\d]{0,40}$"
)
_SCORE_AFTER = re.compile(
    r"^ ?(?:points?\b|pts\b|or (?:more|higher|above|over|better)|and (?:up|above)|ou plus|et plus"
    r"|au minimum)"
)
_SCALE = re.compile(
    r"(?:sur|out of|scale (?:of|runs to|goes to)|runs to|échelle de|maximum(?: of| de)?"
    r"|total of|tops out at|goes up to|up to|plafonne à|culmine à|jusqu'à) (?:a possible )?$"
)
_COUNT_AFTER = re.compile(
    r"^ ?(?:[^\W\d]+[ -]){0,4}?(?:letters?|lettres?|invitations?|invited|candidates?|candidats?"
    r"|candidates"
    r"|people|persons?|personnes?|nominees|workers|travailleurs|travailleuses|applicants?|profiles?"
    r"|profils?|laas?|itas?|ipd|notifications?|nois?|avis|graduates|diplômés|entrepreneurs|students"
    r"|étudiants|applications?|demandes|individuals|francophones?|recruits|infirmi\w+|nurses"
    r"|éducat\w+"
    r"|educators|went|ont été|were (?:invited|sent|issued|chosen|selected|drawn)|gens)\b"
)
_COUNT_BEFORE = re.compile(
    r"(?:invited|invites?|sent|issued|received|accounted for|attracted|selected|drew|picked"
    r"|invité\w*|invite"
    r"|envoyé\w*|émis\w*|reçu\w*|obtenu\w*|compté|transmis\w*|lancé\w*|délivré\w*|sélectionné\w*"
    r"|total(?:s|led)? of"
    r"|total de|dont|invitations? ?:|lettres? ?:|got the most with|invitations \()(?: (?:only"
    r"|just|in all|seulement|another))?"
    r" ?$"
)
_NAMED = re.compile(
    r"(?:stream|volet|category|catégorie|group|groupe|level|niveau|step|noc|teer|cnp|article"
    r"|phase|class"
    r"|section|clb|nclc|version|draw|tirage|ronde|no|numéro|#|age|âge)\.? ?$"
)
_DAY_AFTER = re.compile(r" on the \d{1,2}(?:st|nd|rd|th)\b")
# A smaller number beside a time may count weeks, steps, anything.
LEAST = 30
_LISTED = re.compile(r"[:(] ?$")
_YEAR = re.compile(r"\b20[12]\d\b|\byear\b|\bannée|since|depuis")


def what_is(sentence: Sentence, token: Token, role: Role | None) -> tuple[str, bool]:
    """(score, count, money or draws; whether it is plainly so); "" for anything else."""
    before = sentence.low[max(token.start - 60, sentence.start) : token.start]
    after = sentence.low[token.end : min(token.end + 60, sentence.end)]
    following = sentence.tokens[token.pos + 1 : token.pos + 2]
    beside = following[0].sign if following else ""
    leading = sentence.signs[max(token.pos - 1, 0)]
    if leading == "$" or beside == "$":
        return "money", True
    if beside in ("%", "CALENDAR") or _NAMED.search(before) or _SCALE.search(before):
        return "", False
    if role is not None and role.what in ("span", "more"):
        return "", False
    if role is not None and role.what == "draws":
        return "draws", bool(_YEAR.search(sentence.low, sentence.start, sentence.end))
    if _SCORE_AFTER.match(after) or _SCORE_BEFORE.search(before) or _is_at(sentence, token):
        return ("", False) if _is_change(sentence, token) else ("score", True)
    if _COUNT_AFTER.match(after) or _COUNT_BEFORE.search(before):
        return "count", True
    if _LISTED.search(before) and token.sign == "N":
        return "count", True
    sure = token.number > LEAST and _is_by_time(sentence, token)
    return ("count", sure) if token.sign == "N" else ("", False)


def _is_by_time(sentence: Sentence, token: Token) -> bool:
    """97 on the 4th, les 531 de juin: a number that belongs to a time and to nothing else."""
    after = sentence.tokens[token.pos + 1 : token.pos + 3]
    if len(after) < 2 or after[0].sign not in ("IN", "ON", "OF"):
        return False
    if after[1].sign == "MON":
        return True
    return _DAY_AFTER.match(sentence.low, token.end, sentence.end) is not None


def _is_at(sentence: Sentence, token: Token) -> bool:
    """100 at 59: after a count, a score."""
    before = sentence.tokens[max(token.pos - 1, 0)]
    clause = [sentence.tokens[at] for at in sentence.clause_of(token.pos)]
    counted = any(t.sign == "N" and t.pos < token.pos for t in clause)
    return before.name in ("at", "à", "@") and token.number <= 1200 and counted


def _is_change(sentence: Sentence, token: Token) -> bool:
    """17 points less than in July: no score."""
    around = sentence.signs[max(token.pos - 4, 0) : token.pos + 4]
    return token.number < 120 and bool(
        {"UP", "DOWN", "MORE", "FEWER", "PLUS", "MOINS", "BY"} & set(around)
    )
