"""The sentences of a draft on a draw, by situation. What a sentence says is true for good: it
speaks of draws up to the one it tells of, never of "today" or "so far"."""

from articles.drafting.situation import Move, Pool, Side, TieBreak
from articles.drafting.words.twins import Twin

# Plain fields -----------------------------------------------------------------------------------

HEADLINE = Twin(
    en="Draw [number]: [invitations] {invited} at [crs]",
    fr="Ronde [number]\u00a0: [invitations] {invited}, note minimale de [crs]",
)
FIRST_HEADLINE = Twin(
    en="Draw [number]: [invitations] {invited} at [crs], the first draw of its type",
    fr="Ronde [number]\u00a0: [invitations] {invited}, note minimale de [crs], une première",
)
SEO_TITLE = Twin(
    en="Express Entry draw [number]: [invitations] {invitations} ({label}), cut-off [crs]",
    fr="Ronde [number] d’Entrée express\u00a0: [invitations] {invitations} ({label}), note de"
    " [crs]",
)
SEO_DESCRIPTION = Twin(
    en="Express Entry draw [number] of [date]: [invitations] {invited}, CRS cut-off [crs].",
    fr="Ronde [number] d’Entrée express, [date]\u00a0: [invitations] {invited}, note minimale de"
    " [crs].",
)
SEO_TIE_BREAK = Twin(en="Tie-break: [tie-break].", fr="Départage\u00a0: [tie-break].")
SLUG = Twin(en="draw-{number}-{slug}", fr="ronde-{number}-{slug}")

SHORT_FIRST = Twin(
    en="It is the first {noun} on record.",
    fr="C’est la première {noun} à ce jour.",
)
SHORT_MOVE = {
    Move.UP: Twin(
        en="The cut-off is [points] higher than in the {noun} before it, of [previous.date].",
        fr="La note minimale dépasse de [points] celle de la ronde précédente du même type, le"
        " [previous.date].",
    ),
    Move.DOWN: Twin(
        en="The cut-off is [points] lower than in the {noun} before it, of [previous.date].",
        fr="La note minimale est inférieure de [points] à celle de la ronde précédente du même"
        " type, le [previous.date].",
    ),
    Move.SAME: Twin(
        en="The cut-off is the same as in the {noun} before it, of [previous.date].",
        fr="La note minimale est la même qu’à la ronde précédente du même type, le"
        " [previous.date].",
    ),
}
SHORT_EXTREME = {
    Side.LOWEST: Twin(
        en="It is the lowest cut-off of a {noun} since [since.month].",
        fr="C’est la note minimale la plus basse d’une {noun} depuis [since.month].",
    ),
    Side.HIGHEST: Twin(
        en="It is the highest cut-off of a {noun} since [since.month].",
        fr="C’est la note minimale la plus haute d’une {noun} depuis [since.month].",
    ),
    Side.SMALLEST: Twin(
        en="It is the smallest {noun} since [since.month].",
        fr="C’est la plus petite {noun} depuis [since.month].",
    ),
    Side.LARGEST: Twin(
        en="It is the largest {noun} since [since.month].",
        fr="C’est la plus grande {noun} depuis [since.month].",
    ),
}
SHORT_TIE_BREAK = Twin(
    en="At exactly [crs], profiles submitted at or before [tie-break], were invited; later ones"
    " were not.",
    fr="À [crs] exactement, les profils soumis au plus tard le [tie-break], ont reçu une"
    " invitation; les plus récents n’en ont pas reçu.",
)

# Lead -------------------------------------------------------------------------------------------

LEAD = Twin(
    en="Canada invited [invitations] {people} to apply for permanent residence on [full-date], in"
    " Express Entry draw [number].",
    fr="Le [full-date], le Canada a invité [invitations] {people} à présenter une demande de"
    " résidence permanente, à la ronde [number] d’Entrée express.",
)
LOWEST_SCORE = Twin(
    en="The lowest CRS score invited was [crs].",
    fr="La note la plus basse à recevoir une invitation est de [crs].",
)
OFFICIAL_NAME = Twin(
    en="The official list calls it “[name]”.",
    fr="La liste officielle la nomme «\u00a0[name]\u00a0».",
)
PLACE_IN_YEAR = Twin(
    en="It is the [ordinal-in-year] {noun} of [year].",
    fr="C’est la [ordinal-in-year] {noun} en [year].",
)
SUM_OF_YEAR = Twin(
    en="With it, the {nouns} of [year] come to [invited-in-year] invitations.",
    fr="Avec elle, les {nouns} de [year] totalisent [invited-in-year] invitations.",
)
SAME_DAY = Twin(
    en="On the same day IRCC held [other.link], {a_noun}: [other.invitations] {invitations} at"
    " [other.crs].",
    fr="Le même jour, IRCC a tenu la [other.link], {a_noun}\u00a0: [other.invitations]"
    " {invitations} à [other.crs].",
)

# Comparison -------------------------------------------------------------------------------------

FIRST_OF_ALL = Twin(
    en="It is the first Express Entry draw on record.",
    fr="C’est la toute première ronde d’Entrée express.",
)
NOTHING_EARLIER = Twin(
    en="There is no earlier figure to compare it with.",
    fr="Il n’y a aucun chiffre antérieur auquel la comparer.",
)
FIRSTS = (FIRST_OF_ALL, NOTHING_EARLIER)
FIRST_OF_FAMILY = Twin(
    en="It is the first {noun} on record. A cut-off is compared with draws of the same type, so"
    " there is no change to report.",
    fr="C’est la première {noun} à ce jour. Une note minimale se compare à celles des rondes du"
    " même type\u00a0: il n’y a donc pas d’écart à signaler.",
)
PREVIOUS = Twin(
    en="The {noun} before it, [previous.link] of [previous.date], sent [previous.invitations]"
    " {invitations} at [previous.crs].",
    fr="Avant elle, la dernière {noun} était la [previous.link] du [previous.date], avec"
    " [previous.invitations] {invitations} à [previous.crs].",
)
CUT_OFF_MOVE = {
    Move.UP: Twin(
        en="The cut-off is now [points] higher.",
        fr="La note minimale a monté de [points].",
    ),
    Move.DOWN: Twin(
        en="The cut-off is now [points] lower.",
        fr="La note minimale a baissé de [points].",
    ),
    Move.SAME: Twin(
        en="The cut-off has not changed.",
        fr="La note minimale n’a pas changé.",
    ),
}
SIZE_MOVE = {
    Move.UP: Twin(
        en="The number of invitations is larger by [invitations-difference].",
        fr="Le nombre d’invitations a augmenté de [invitations-difference].",
    ),
    Move.DOWN: Twin(
        en="The number of invitations is smaller by [invitations-difference].",
        fr="Le nombre d’invitations a diminué de [invitations-difference].",
    ),
    Move.SAME: Twin(
        en="The number of invitations is the same.",
        fr="Le nombre d’invitations est le même.",
    ),
}
PAUSE = Twin(
    en="It is the first {noun} in [weeks-since].",
    fr="C’est la première {noun} en [weeks-since].",
)
EXTREME = {
    Side.LOWEST: Twin(
        en="It is the lowest cut-off of a {noun} since [since.link] of [since.date], at"
        " [since.crs].",
        fr="C’est la note minimale la plus basse d’une {noun} depuis la [since.link] du"
        " [since.date], à [since.crs].",
    ),
    Side.HIGHEST: Twin(
        en="It is the highest cut-off of a {noun} since [since.link] of [since.date], at"
        " [since.crs].",
        fr="C’est la note minimale la plus haute d’une {noun} depuis la [since.link] du"
        " [since.date], à [since.crs].",
    ),
    Side.SMALLEST: Twin(
        en="It is the smallest {noun} since [since.link] of [since.date], which sent"
        " [since.invitations] {invitations}.",
        fr="C’est la plus petite {noun} depuis la [since.link] du [since.date], qui a donné"
        " [since.invitations] {invitations}.",
    ),
    Side.LARGEST: Twin(
        en="It is the largest {noun} since [since.link] of [since.date], which sent"
        " [since.invitations] {invitations}.",
        fr="C’est la plus grande {noun} depuis la [since.link] du [since.date], qui a donné"
        " [since.invitations] {invitations}.",
    ),
}
EXTREME_EVER = {
    Side.LOWEST: Twin(
        en="No earlier {noun} had a cut-off this low.",
        fr="Aucune {noun} n’avait eu jusque-là une note minimale aussi basse.",
    ),
    Side.HIGHEST: Twin(
        en="No earlier {noun} had a cut-off this high.",
        fr="Aucune {noun} n’avait eu jusque-là une note minimale aussi haute.",
    ),
    Side.SMALLEST: Twin(
        en="No earlier {noun} was this small.",
        fr="Aucune {noun} n’avait été jusque-là aussi petite.",
    ),
    Side.LARGEST: Twin(
        en="No earlier {noun} was this large.",
        fr="Aucune {noun} n’avait été jusque-là aussi grande.",
    ),
}
OF_ALL = {
    Side.SMALLEST: Twin(
        en="No earlier Express Entry draw, of any type, was this small.",
        fr="Aucune ronde d’Entrée express, tous types confondus, n’avait été jusque-là aussi"
        " petite.",
    ),
    Side.LARGEST: Twin(
        en="No earlier Express Entry draw, of any type, was this large.",
        fr="Aucune ronde d’Entrée express, tous types confondus, n’avait été jusque-là aussi"
        " grande.",
    ),
}
RECORD = {
    Side.LOWEST: Twin(
        en="The lowest until then was [record.crs], in [record.link] of [record.date].",
        fr="La plus basse était jusque-là de [record.crs], à la [record.link] du [record.date].",
    ),
    Side.HIGHEST: Twin(
        en="The highest until then was [record.crs], in [record.link] of [record.date].",
        fr="La plus haute était jusque-là de [record.crs], à la [record.link] du [record.date].",
    ),
    Side.SMALLEST: Twin(
        en="The smallest until then was [record.link] of [record.date], with [record.invitations]"
        " {invitations}.",
        fr="La plus petite était jusque-là la [record.link] du [record.date], avec"
        " [record.invitations] {invitations}.",
    ),
    Side.LARGEST: Twin(
        en="The largest until then was [record.link] of [record.date], with [record.invitations]"
        " {invitations}.",
        fr="La plus grande était jusque-là la [record.link] du [record.date], avec"
        " [record.invitations] {invitations}.",
    ),
}

# Tie-break --------------------------------------------------------------------------------------

TIE_BREAK_RULE = Twin(
    en="When more people have the lowest score than there are places left, IRCC looks at when each"
    " of them submitted a profile. The oldest profiles come first. In this draw the limit is"
    " [tie-break].",
    fr="Lorsque les personnes à égalité sur la note la plus basse sont plus nombreuses que les"
    " places qui restent, IRCC regarde à quel moment chacune a soumis son profil. Les profils les"
    " plus anciens passent en premier. Dans cette ronde, la limite est la suivante\u00a0:"
    " [tie-break].",
)
TIE_BREAK_AT_THE_LINE = Twin(
    en="Among those ranked, a score above [crs] was enough whatever the date. At exactly [crs], a"
    " profile submitted at or before that moment was invited, and a later one was not.",
    fr="Parmi les personnes classées, une note supérieure à [crs] suffisait, peu importe la date."
    " À [crs] exactement, un profil soumis au plus tard à ce moment a reçu une invitation; un"
    " profil plus récent n’en a pas reçu.",
)
TIE_BREAK_AGE = {
    TieBreak.RECENT: Twin(
        en="The limit lies [tie-break-age] before the day of the draw.",
        fr="La limite précède de [tie-break-age] le jour de la ronde.",
    ),
    TieBreak.OLD: Twin(
        en="The limit lies [tie-break-age] before the day of the draw: at [crs], a profile had to"
        " be at least that old.",
        fr="La limite précède de [tie-break-age] le jour de la ronde\u00a0: à [crs], un profil"
        " devait être au moins aussi ancien.",
    ),
}
TIE_BREAK_STAYS = Twin(
    en="Updating a profile does not change the moment at which it was submitted.",
    fr="Mettre un profil à jour ne change pas le moment où il a été soumis.",
)
NO_TIE_BREAK = Twin(
    en="IRCC prints no tie-break for this draw. The record does not say whether everybody at"
    " exactly [crs] was invited.",
    fr="IRCC ne publie pas de départage pour cette ronde. Les données publiées ne disent pas si"
    " toutes les personnes à [crs] exactement ont été invitées.",
)

# Pool -------------------------------------------------------------------------------------------

POOL_DAY = {
    Pool.SAME_DAY: Twin(
        en="IRCC counted the pool on [as-on], the day of the draw.",
        fr="IRCC a compté le bassin le [as-on], le jour de la ronde.",
    ),
    Pool.OLDER: Twin(
        en="IRCC counted the pool on [as-on], [pool-age] before the draw. The count does not show"
        " who entered or left the pool after that day.",
        fr="IRCC a compté le bassin le [as-on], soit [pool-age] avant la ronde. Le compte ne montre"
        " pas qui est entré dans le bassin ni qui en est sorti après ce jour.",
    ),
    Pool.STALE: Twin(
        en="The count that IRCC prints with this draw is from [as-on], [pool-age] before it. It is"
        " older than the counts printed with most draws, and does not show who entered or left the"
        " pool after that day.",
        fr="Le compte qu’IRCC publie avec cette ronde date du [as-on], soit [pool-age] plus tôt. Il"
        " est plus ancien que ceux de la plupart des rondes et ne montre pas qui est entré dans le"
        " bassin ni qui en est sorti après ce jour.",
    ),
    Pool.ODD: Twin(
        en="IRCC prints a count of the pool with this draw, but no date before the draw for it.",
        fr="IRCC publie un compte du bassin avec cette ronde, mais sans date antérieure à"
        " celle-ci.",
    ),
}
POOL_BAND = Twin(
    en="Of [pool-total] candidates, [cut-off-band-count] had a score from [cut-off-band], the band"
    " that holds this cut-off.",
    fr="Sur [pool-total] personnes, [cut-off-band-count] avaient une note de [cut-off-band], la"
    " tranche où se trouve cette note minimale.",
)
POOL_ABOVE = Twin(
    en="Another [above-band-count] had a score in a higher band.",
    fr="S’y ajoutent [above-band-count] personnes dans les tranches plus hautes.",
)
POOL_OF_ALL_PROGRAMS = Twin(
    en="Those figures are for every program together. IRCC does not publish how many of these"
    " people this draw could rank.",
    fr="Ces chiffres réunissent tous les programmes. IRCC ne publie pas le nombre de ces personnes"
    " que cette ronde pouvait classer.",
)
NO_POOL = Twin(
    en="IRCC prints no count of the pool with this draw. How many candidates stood near the"
    " cut-off is not on record.",
    fr="IRCC ne publie pas de compte du bassin avec cette ronde. Le nombre de personnes près de la"
    " note minimale n’est pas connu.",
)

# Near the cut-off -------------------------------------------------------------------------------

OWN_POINTS = Twin(
    en="Without those points, the lowest score invited comes to [crs-without-nomination].",
    fr="Sans ces points, la note la plus basse invitée revient à [crs-without-nomination].",
)
NEXT_DRAW = Twin(
    en="A later {noun} can have a higher or a lower cut-off. That depends on how many people IRCC"
    " invites and on who is in the pool at that moment. Nobody outside IRCC knows the date or the"
    " size of the next draw.",
    fr="La note minimale d’une prochaine {noun} peut être plus haute ou plus basse. Cela dépend du"
    " nombre de personnes qu’IRCC invite et de celles qui sont alors dans le bassin. Personne à"
    " l’extérieur d’IRCC ne connaît la date ni la taille de la prochaine ronde.",
)
# Beside a draw for nominees every other type is meant; beside another, those that can be compared.
ONE_OTHER = {
    True: Twin(
        en="The newest draw of another type before that day was [other.link] of [other.date],"
        " {a_noun}: [other.invitations] {invitations} at [other.crs].",
        fr="Parmi les autres types, la ronde la plus récente avant ce jour était la [other.link]"
        " du [other.date], {a_noun}\u00a0: [other.invitations] {invitations} à [other.crs].",
    ),
    False: Twin(
        en="Apart from PNP draws, the newest draw of another type before that day was [other.link]"
        " of [other.date], {a_noun}: [other.invitations] {invitations} at [other.crs].",
        fr="Parmi les autres types, sauf celles du PCP, la ronde la plus récente avant ce jour"
        " était la [other.link] du [other.date], {a_noun}\u00a0: [other.invitations]"
        " {invitations} à [other.crs].",
    ),
}
OTHERS = {
    True: Twin(
        en="The two types drawn last before that day, each with its newest draw:",
        fr="Les deux types de ronde les plus récents avant ce jour, chacun avec sa dernière"
        " ronde\u00a0:",
    ),
    False: Twin(
        en="Apart from PNP draws, the two other types drawn last before that day, each with its"
        " newest draw:",
        fr="Mises à part les rondes du PCP, les deux autres types les plus récents avant ce jour,"
        " chacun avec sa dernière ronde\u00a0:",
    ),
}
EACH_OTHER = Twin(
    en="[other.Link] of [other.date], {a_noun}: [other.invitations] {invitations} at [other.crs]",
    fr="la [other.link] du [other.date], {a_noun}\u00a0: [other.invitations] {invitations} à"
    " [other.crs]",
)

# Headings ---------------------------------------------------------------------------------------

COMPARED = Twin(en="Compared with the draw before", fr="Par rapport à la ronde précédente")
FIRST_HEADING = Twin(en="The first of its type", fr="La première du genre")
TIE_BREAK_HEADING = Twin(en="What the tie-break means", fr="Ce que veut dire le départage")
POOL_HEADING = Twin(en="Who was in the pool", fr="Qui était dans le bassin")
NEAR_HEADING = Twin(en="If your score is near the cut-off", fr="Si votre note est près de la coupe")
