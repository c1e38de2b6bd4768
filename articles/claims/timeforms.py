"""How times are written in each language, and what reads each form.

<name=M> stands for a month, Y a year, D a day, N a number, O an ordinal.
"""

import re
from collections.abc import Callable

from articles.claims.context import Context
from articles.claims.mention import Mention
from articles.claims.timeago import (
    all_time,
    last_month,
    last_week,
    last_year,
    no_days,
    same_period,
    season_of,
    span_back,
    this_month,
    this_week,
    this_year,
    week_of,
    week_of_month,
)
from articles.claims.timewords import (
    day_range,
    first_months,
    last_months,
    month_range,
    one_month,
    one_year,
    part_of,
    since_day,
    since_year_began,
    until_day,
    year_range,
)

Reader = Callable[[re.Match[str], Context], Mention | None]

ENGLISH: tuple[tuple[str, Reader], ...] = (
    (
        r"\b(?:(?:from|between) )?<m1=M> <d1=D>(?:,? <y1=Y>)?(?: ?- ?| to | and | through | until )"
        r"(?:<m2=M> )?<d2=D>\b(?!,\d{3}| ?(?:points|people|candidates|invitations))(?:,? <y2=Y>)?",
        day_range,
    ),
    (
        r"\b(?:from|between) (?:the )?<d1=D>(?: <m1=M>)?(?: <y1=Y>)?(?: ?- ?| to | and | through "
        r"| until )"
        r"(?:the )?<d2=D> (?:of )?<m2=M>(?:,? <y2=Y>)?",
        day_range,
    ),
    (
        r"\b(?:(?:from|between) )?<m1=M>(?: <y1=Y>)?(?: ?- ?| to | and | through "
        r"| until )<m2=M>\b(?! \d{1,2}\b)"
        r"(?:,? (?:of )?<y2=Y>)?",
        month_range,
    ),
    (r"\b(?:from|between) <y1=Y> (?:to|and|through) <y2=Y>", year_range),
    (
        r"\b(?P<o>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>half|quarter)"
        r"(?:,? (?:of |in )?(?:(?:the|this|last) (?:calendar )?year|<month=M>(?:,? <y=Y>)?))?",
        part_of,
    ),
    (
        r"\b(?P<o>first|second|third|fourth|1st|2nd|3rd|4th) (?P<part>half|quarter),? (?:of "
        r"|in )?<y=Y>",
        part_of,
    ),
    (r"\bq(?P<q>[1-4])\b(?:,? (?:of )?<y=Y>)?", part_of),
    (
        r"\bfirst <n=N> months(?:,? (?:of |in )?(?:(?:the|this|last) (?:calendar )?year|<y=Y>))?",
        first_months,
    ),
    (r"\b(?:last|final) <n=N> months of (?:(?:the|this|last) year|<y=Y>)", last_months),
    (
        r"\b(?:by|until|through|up to|to|as of|as at|before)(?: the)?(?: end of"
        r"| close of)? <month=M>"
        r"(?: <d=D>\b(?!,\d{3}))?(?:,? <y=Y>)?",
        until_day,
    ),
    (
        r"\bsince (?:(?:the )?(?:start|beginning|end) of |early |mid-"
        r"|late )?<month=M>(?: <d=D>\b(?!,\d{3}))?"
        r"(?:,? (?:of )?<y=Y>)?",
        since_day,
    ),
    (
        r"\bsince (?:(?:the )?(?:draw|round) (?:number |no\.? |#)?\d{1,3}[a-c]?,? (?:of|on) "
        r"|that of |the one of )?<d=D> <month=M>(?:,? <y=Y>)?",
        since_day,
    ),
    (r"\bsince (?:the (?:start|beginning|end) of )?(?:early |late )?<y=Y>", since_day),
    (
        r"\bsince (?:the )?(?:start|beginning|begin|turn) of (?:the|this) (?:calendar )?year"
        r"|\bsince new year",
        since_year_began,
    ),
    (
        r"\b(?:this|the|that|current|same) (?:calendar )?year(?! ago| before| earlier)(?: so far"
        r"| to date)?"
        r"|\bso far this year|\byear[- ]to[- ]date|\bthe year's|\bso far\b|\bto date this year",
        this_year,
    ),
    (
        r"\blast year\b|\bthe (?:previous|prior) year\b|\bthe year before\b|\ba year earlier\b",
        last_year,
    ),
    (
        r"\b(?:the )?same (?:period|point|time|stretch|months|span)(?: (?:in|of))? (?:last year"
        r"|a year (?:ago|earlier)"
        r"|<y=Y>)|\bby this (?:time|point) last year|\bat this (?:time|point) (?:last year"
        r"|in <y2=Y>)",
        same_period,
    ),
    (r"\b(?:this|the|that) month\b(?! ago| before| earlier)", this_month),
    (r"\blast month\b|\bthe (?:previous|prior) month\b", last_month),
    (
        r"\b(?:this|the|that) week\b(?! of| ago| before| earlier)|\ball week\b"
        r"|\b(?:over|for|in|of) the week\b",
        this_week,
    ),
    (r"\blast week\b|\bthe (?:previous|prior|past) week\b", last_week),
    (r"\bweek (?:of|beginning|starting|from) <month=M> <d=D>\b(?:,? <y=Y>)?", week_of),
    (
        r"\b(?P<o>first|second|third|fourth|last|final) week of <month=M>(?:,? <y=Y>)?",
        week_of_month,
    ),
    (
        r"\b(?:over|in|during|within|across|for)(?: about| just| only| roughly)?(?: the| these"
        r"| those)?"
        r"(?: last| past| previous| latest)? <n=N> (?P<unit>days|weeks|months|years)\b",
        span_back,
    ),
    (
        r"\b(?:the |these |those )?(?:last|past|previous) <n=N> (?P<unit>days|weeks|months"
        r"|years)\b",
        span_back,
    ),
    (
        r"\b(?:this|in the|over the|last|the) (?P<season>spring|summer|fall"
        r"|autumn)\b(?:(?: of)? <y=Y>)?"
        r"|\bsince (?P<season2>xxx)",
        season_of,
    ),
    (r"\b(?P<season>spring|summer|fall|autumn)(?: of)? <y=Y>", season_of),
    (
        r"\b(?:ever|in (?:the |[\w' -]{1,24} )?history|on record|all[- ]time|to date"
        r"|in the record books"
        r"|since (?:the )?(?:[a-z' -]{1,30} )?(?:launch\w*|creation|inception|began|introduc\w*"
        r"|created|started|2015"
        r"|debut\w*))\b",
        all_time,
    ),
    (r"\bsince (?=[a-z])|\bbetween that\b|\bin between\b|\bsince,", no_days),
    (
        r"(?P<lead>\b(?:in|of|for|during|since|late|early|mid-|last"
        r"|this) )?\b<month=M>(?! \d{1,2}\b(?!,\d{3}))(?:,? (?:of )?<y=Y>)?",
        one_month,
    ),
    (r"(?<![\d.,_#$-])(?<!\d )<y=Y>(?!-\d)", one_year),
)
FRENCH: tuple[tuple[str, Reader], ...] = (
    (
        r"\b(?:du |entre le |de )<d1=D>(?: <m1=M>)?(?: <y1=Y>)?(?: au | et le | jusqu'au |-)"
        r"<d2=D> <m2=M>(?: <y2=Y>)?",
        day_range,
    ),
    (
        r"\b(?:d[e']\s?|entre |du mois de )?<m1=M>(?: <y1=Y>)?(?: à | et | jusqu'en | jusqu'à "
        r"|-)<m2=M>\b(?: (?:de )?<y2=Y>)?",
        month_range,
    ),
    (r"\b(?:de|entre) <y1=Y> (?:à|et) <y2=Y>", year_range),
    (
        r"\b(?P<o>premier|première|deuxième|second|seconde|troisième|quatrième|1er|2e|3e"
        r"|4e) (?P<part>semestre|trimestre|moitié)"
        r"(?: (?:de |d')?(?:l'année(?: dernière)?|l'an dernier|cette année|<y=Y>|<month=M>))?",
        part_of,
    ),
    (r"\bt(?P<q>[1-4])\b(?: (?:de )?<y=Y>)?", part_of),
    (
        r"\b<n=N> premiers mois(?: (?:de |d')?(?:l'année|cette année|<y=Y>))?",
        first_months,
    ),
    (r"\b<n=N> derniers mois de (?:l'année|<y=Y>)", last_months),
    (
        r"\b(?:à la fin (?:de |d'|du mois de |du mois d')|jusqu'(?:à la fin (?:de |d')|à |en "
        r"|au )|avant la fin (?:de |d')|fin |d'ici la fin (?:de |d'))"
        r"(?:<d=D> )?<month=M>(?: <y=Y>)?",
        until_day,
    ),
    (
        r"\b(?:en date du |au )<d=D> <month=M>(?: <y=Y>)?",
        until_day,
    ),
    (
        r"\bdepuis (?:la ronde (?:no |numéro )?\d{1,3}[a-c]? du |celle du "
        r"|le (?:début|mois) (?:de |d'|du mois de )|la fin (?:de |d')"
        r"|le )?(?:<d=D> )?<month=M>(?: <y=Y>)?",
        since_day,
    ),
    (r"\bdepuis (?:le début (?:de |d')|la fin (?:de |d'))?(?:l'année )?<y=Y>", since_day),
    (
        r"\bdepuis le (?:début|commencement) de (?:l'année|cette année)|\bdepuis janvier",
        since_year_began,
    ),
    (
        r"\b(?:cette|de l'|de cette|dans l'|pour l'|l')\s?année(?:-là)?\b(?! dernière| précédente"
        r"| passée| 20\d\d)(?: en cours)?"
        r"|\bjusqu'ici\b|\bjusqu'à maintenant\b|\bà ce jour cette année",
        this_year,
    ),
    (
        r"\bl'an (?:dernier|passé)|\bl'année (?:dernière|précédente|passée|d'avant)"
        r"|\bun an plus tôt",
        last_year,
    ),
    (
        r"\b(?:la )?(?:même|pareille) (?:période|date|moment|époque)(?: (?:de"
        r"|en))? (?:l'an (?:dernier|passé)|l'année (?:dernière|précédente)|<y=Y>)"
        r"|\bau même (?:point|moment) (?:l'an dernier|en <y2=Y>)",
        same_period,
    ),
    (r"\bce mois(?:-ci|-là)?\b|\bdu mois\b(?! d)|\bdans le mois\b", this_month),
    (r"\ble mois (?:dernier|précédent|passé)", last_month),
    (r"\bcette semaine(?:-là)?\b|\bde la semaine\b|\bdans la semaine\b", this_week),
    (r"\bla semaine (?:dernière|précédente|passée)", last_week),
    (r"\bsemaine du <d=D>(?: au \d{1,2})? <month=M>(?: <y=Y>)?", week_of),
    (
        r"\b(?P<o>première|deuxième|seconde|troisième|quatrième|dernière) semaine (?:de |d'"
        r"|du mois de )<month=M>(?: <y=Y>)?",
        week_of_month,
    ),
    (
        r"\b(?:en|sur|durant|pendant|dans|au cours)(?: de| des| les| ces)?(?: environ| seulement"
        r"| à peine)?"
        r"(?: derniers| dernières)? ?<n=N>(?: derniers| dernières)? (?P<unit>jours|semaines|mois"
        r"|ans)\b",
        span_back,
    ),
    (
        r"\b(?:les |des |ces )<n=N> (?:derniers|dernières) (?P<unit>jours|semaines|mois|années)\b",
        span_back,
    ),
    (
        r"\b(?:cet |l'|à l'|de l'|ce |le |au )(?P<season>été|automne|printemps)(?: (?:de )?<y=Y>"
        r"| dernier)?",
        season_of,
    ),
    (
        r"\b(?:jamais|de (?:l'|son |leur |cette )histoire|à ce jour|de tous les temps|historique"
        r"|depuis (?:le lancement"
        r"|la création|la mise en place"
        r"|l'instauration|le début du (?:système|programme)|les débuts|l'arrivée|son lancement"
        r"|sa création|2015))\b",
        all_time,
    ),
    (r"\bdepuis (?=[a-z])|\bentre cette\b|\bentre-temps\b|\bdepuis,", no_days),
    (
        r"(?P<lead>\b(?:en|de|d'|du mois de|fin|début"
        r"|mi-) ?)?(?<!\d )(?<!1er )\b<month=M>(?: (?:de )?<y=Y>)?",
        one_month,
    ),
    (r"(?<![\d.,_#$-])(?<!\d )<y=Y>(?!-\d)", one_year),
)
