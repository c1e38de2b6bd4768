"""Words by which articles state dated rules: patterns by rule, language and figure.

A pattern reads the plain text of one sentence. `v` is the number that it states; a pattern
without `v` states a date, the first one after the match. N stands for a number in any form.
"""

import re
from dataclasses import dataclass
from functools import cache

from articles.claims.lexicon import LEXICONS

# Whatever stands between, within one clause.
NEAR = r"[^.;]{0,60}?"
WORDS = r"[^.;\d]{0,45}?"
_EXTRA = r"(?:additional |extra |bonus |crs |more |comprehensive ranking system )*"


@dataclass(frozen=True, slots=True)
class Stated:
    """How a rule is stated: its topic, its figure, and what else the sentence must say."""

    topic: str
    figure: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None


_ENGLISH: tuple[tuple[str, str, str, str], ...] = (
    (
        "nomination",
        "points",
        rf"\bnominat(?:ion|ions|ed)\b{NEAR}\b(?:add|worth|bring|award|receiv|give|boost|get|earn|grant"
        rf"|provid|carr|com)\w*{WORDS}(?P<v>N) {_EXTRA}points?\b",
        "",
    ),
    (
        "nomination",
        "points",
        rf"(?P<v>N) {_EXTRA}points? (?:\w+ ){{0,4}}?(?:a|an|the|their|your)(?: \w+)? nominations?\b",
        "",
    ),
    (
        "nomination",
        "points",
        rf"\b(?:awarded|received|receive|receives|get|gets|add|adds|added|granted) (?:an? )?{_EXTRA}(?P<v>N)"
        rf" {_EXTRA}points\b{NEAR}\bnomin",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\bjob[- ]offers?\b{NEAR}\b(?:ended|removed|eliminated|scrapped|dropped|abolished|stopped"
        r"|disappeared|cut|gone|no longer|stripped|discontinued)\b(?= |,)",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:ended|removed|eliminated|scrapped|dropped|abolished|stopped) {NEAR}points?\b{NEAR}"
        r"\bjob[- ]offers?\b",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:since|as of|effective)\b(?={NEAR}\bjob[- ]offers?\b{NEAR}\b(?:no|none|not|nothing)\b)",
        "",
    ),
    (
        "nomination",
        "points",
        rf"\bnominees?\b{WORDS}\b(?:gets?|receives?|gains?|earns?|has|have)\b{WORDS}(?P<v>N)"
        r" (?:additional|extra|bonus) (?:crs )?points?\b",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:since|as of|effective|starting|from)\b"
        rf"(?={NEAR}\b(?:no longer|stopped|not|no more|nothing)\b{NEAR}\bjob[- ]offers?\b)",
        r"\bpoints?\b",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:job[- ]offers?|arranged employment)\b{NEAR}\b(?:no longer|not|no|none|nothing)\b"
        rf"{NEAR}\bsince\b",
        r"\bpoints?\b",
    ),
    (
        "job-offer-to-2025",
        "points",
        rf"\boffers?\b{WORDS}\b(?:were|was|had been|used to be) worth{WORDS}(?P<v>N) {_EXTRA}points?\b",
        "",
    ),
    (
        "job-offer-to-2025",
        "senior",
        rf"\boffers?\b{NEAR}\b(?:were|was|had been|used to be) worth{NEAR}"
        r"\bsenior manage\w*(?: [a-z]+){0,2} (?P<v>N)",
        "",
    ),
    (
        "job-offer-points",
        "points",
        rf"\bjob[- ]offer\b{WORDS}\b(?:adds|gives|earns|brings|is worth|can add|provides)\b{WORDS}"
        rf"(?P<v>50|200|600|100) {_EXTRA}points\b",
        "",
    ),
    (
        "category-experience",
        "months",
        r"\b(?:at least|minimum of|minimum|need|needs|required?|have|with|requires?|asks? for)"
        rf"{WORDS}(?P<v>N) months\b(?={NEAR}\b(?:work|experience)\b)",
        r"categor",
    ),
    (
        "invitation-validity",
        "days",
        r"(?P<v>N)[ -]days? (?:\w+ ){0,3}?(?:to|in which to) (?:\w+ ){0,2}?(?:submit|send|apply|complete"
        r"|file|prepare|lodge)",
        "",
    ),
    (
        "invitation-validity",
        "days",
        r"\b(?:within|has|have|is|are|are given|get) (?P<v>N) days\b(?: \w+){0,6} (?:ita|invitation|invited)",
        "",
    ),
    (
        "profile-validity",
        "months",
        rf"\bprofiles?\b{NEAR}\b(?:valid|expires?|stays?|remains?|kept|lasts?|good)\b{WORDS}(?P<v>N) months",
        "",
    ),
    (
        "cec-experience",
        "hours",
        r"(?P<v>N) hours\b",
        r"canadian experience class|\bcec\b|(?:skilled|canadian) work experience",
    ),
    (
        "sibling",
        "points",
        rf"\b(?:sibling|brother|sister)s?\b{NEAR}(?P<v>N) {_EXTRA}points",
        "",
    ),
    (
        "fsw-pass-mark",
        "points",
        r"(?P<v>N) (?:points )?(?:out of|of) (?:a possible |the )?100\b",
        r"federal skilled worker|selection grid|selection factors|fsw",
    ),
    (
        "language-validity",
        "years",
        rf"\blanguage (?:test )?(?:results|scores|tests)\b{NEAR}\b(?:valid|less|older|expire){WORDS}(?P<v>N) years",
        "",
    ),
    (
        "credential-validity",
        "years",
        rf"\b(?:eca|credential assessment)s?\b{NEAR}\b(?:valid|less|older|last|within|issued){WORDS}(?P<v>N) years",
        "",
    ),
    (
        "category-agriculture",
        "ended",
        rf"\bagri\w*{NEAR}\b(?:category|occupations|stream){WORDS}\b(?:ended|removed|dropped|retired|closed)\b",
        "",
    ),
)
_POINTS = r"points?(?: (?:supplémentaires|additionnels|de plus|du scg|scg|au scg))*"
_FRENCH: tuple[tuple[str, str, str, str], ...] = (
    (
        "nomination",
        "points",
        rf"\b(?:désignation|désignée|désignées|désigné|nomination)\b{NEAR}\b(?:ajoute|donne|vaut|accorde"
        rf"|gagn|apporte|rapporte|procure|confère|reçoi|obtien)\w*{WORDS}(?P<v>N) {_POINTS}",
        "",
    ),
    (
        "nomination",
        "points",
        rf"(?P<v>N) {_POINTS} (?:\w+ ){{0,3}}?(?:qu'ajoute|d'une|pour une|à une|à la|de la|qu'apporte|que donne"
        r"|que vaut)(?: une| la)? (?:désignation|nomination)",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\boffres? d'emploi\b{NEAR}\b(?:pris fin|supprimés?|éliminés?|abolis?|retirés?|disparu|cessé"
        r"|aboli|n'existent plus)\b",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:depuis|à compter|à partir)\b(?={NEAR}\boffres? d'emploi\b{NEAR}\b(?:aucun|plus|pas|rien)\b)",
        "",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\boffres? d'emploi\b{NEAR}\bperdue?s?\b(?= (?:le|depuis)\b)",
        r"\bpoints\b",
    ),
    (
        "job-offer-points",
        "ended",
        rf"\b(?:depuis|à compter du?|à partir du?)\b"
        rf"(?={NEAR}\b(?:plus|aucun|pas|rien)\b{NEAR}\boffres? d'emploi\b)",
        r"\bpoints?\b",
    ),
    (
        "job-offer-to-2025",
        "points",
        rf"\boffres?\b{WORDS}\b(?:valai(?:t|ent)|rapportai(?:t|ent)|donnai(?:t|ent)"
        rf"|ajoutai(?:t|ent)){WORDS}(?P<v>N) points?\b",
        r"d'emploi",
    ),
    (
        "job-offer-to-2025",
        "points",
        r"(?P<v>N) points (?:pour|grâce à|avec) (?:\w+ )?offres? d'emploi\b",
        r"\b(?:jadis|avant|touchai(?:t|ent)|auparavant|autrefois|naguère)\b",
    ),
    (
        "job-offer-points",
        "points",
        rf"\boffre d'emploi\b{WORDS}\b(?:ajoute|donne|vaut|rapporte|procure)\b{WORDS}"
        r"(?P<v>50|200|600|100) points\b",
        "",
    ),
    (
        "category-experience",
        "months",
        rf"\b(?:au moins|minimum de|minimum|faut|exige\w*|demande\w*|avec|requiert){WORDS}(?P<v>N) mois\b"
        rf"(?={NEAR}\b(?:travail|expérience)\b)",
        r"catégorie",
    ),
    (
        "invitation-validity",
        "days",
        r"(?P<v>N) jours (?:\w+ ){0,3}?pour (?:\w+ ){0,2}?(?:présenter|envoyer|soumettre|déposer|transmettre"
        r"|remplir|répondre|faire)",
        "",
    ),
    (
        "profile-validity",
        "months",
        rf"\bprofils?\b{NEAR}\b(?:valides?|reste|restent|demeure|expire|conservé){WORDS}(?P<v>N) mois",
        "",
    ),
    (
        "cec-experience",
        "hours",
        r"(?P<v>N) heures\b(?! par)",
        r"expérience canadienne|\bcec\b|expérience de travail qualifié|travail qualifié",
    ),
    (
        "sibling",
        "points",
        rf"\b(?:frère|sœur)s?\b{NEAR}(?P<v>N) points",
        "",
    ),
    (
        "fsw-pass-mark",
        "points",
        r"(?P<v>N) (?:points )?sur 100\b",
        r"travailleurs qualifiés|grille de sélection|tqf",
    ),
)


@cache
def stated(language: str) -> tuple[Stated, ...]:
    """Every way of stating a rule in a language."""
    words = "|".join(sorted(map(re.escape, LEXICONS[language].numbers), key=len, reverse=True))
    number = rf"(?:(?<![\d,._])\d{{1,3}}(?:[,_ ]\d{{3}}|\d)?(?![\d,]\d)|\b(?:{words})(?:[ -](?:{words}))*\b)"
    entries = _ENGLISH if language == "en" else _FRENCH
    return tuple(
        Stated(
            topic,
            figure,
            re.compile(pattern.replace("(?P<v>N)", f"(?P<v>{number})")),
            re.compile(needs) if needs else None,
        )
        for topic, figure, pattern, needs in entries
    )
