"""The sentence under an article of which the source changed a figure."""

from articles.drafting.words.twins import Twin

# What the source calls its value; in French with its article and its gender.
WHAT = {
    "crs": Twin(en="the cut-off", fr="la note minimale"),
    "invitations": Twin(en="the number of invitations", fr="le nombre d’invitations"),
    "tie_break_at": Twin(en="the tie-break", fr="le départage"),
    "held_at": Twin(en="the time", fr="l’heure"),
    "date": Twin(en="the date", fr="la date"),
    "family": Twin(en="the type", fr="le type"),
    "name": Twin(en="the official name", fr="le nom officiel"),
    "name_fr": Twin(en="the official name", fr="le nom officiel"),
    "pool_as_of": Twin(en="the date of the pool count", fr="la date du compte du bassin"),
}
SHOWED = Twin(
    en="IRCC changed {what} of draw {number} from {old} to {new}. This article showed the earlier"
    " one until {until}.",
    fr="IRCC a modifié {what} de la ronde {number}\u00a0: {new} remplace {old}. Cet article"
    " affichait la valeur précédente jusqu’au {until}.",
)
FOLLOWED = Twin(
    en="IRCC changed {what} of draw {number} from {old} to {new}. Until {until}, this article"
    " showed figures that follow from the earlier one.",
    fr="IRCC a modifié {what} de la ronde {number}\u00a0: {new} remplace {old}. Jusqu’au {until},"
    " cet article affichait des chiffres tirés de la valeur précédente.",
)
REMOVED = Twin(
    en="IRCC does not publish {what} of draw {number} any more. It was {old}, and this article"
    " showed it until {until}.",
    fr="IRCC ne publie plus {what} de la ronde {number}. La valeur était la suivante\u00a0: {old}."
    " Cet article l’affichait jusqu’au {until}.",
)
POOL = Twin(
    en="IRCC changed the pool count printed with draw {number}. This article showed the earlier"
    " one until {until}.",
    fr="IRCC a modifié le compte du bassin publié avec la ronde {number}. Cet article affichait le"
    " compte précédent jusqu’au {until}.",
)
# What the source adds to a draw after the article on it came out.
POOL_COUNT = Twin(en="the pool count", fr="le compte du bassin")
ADDED = Twin(
    en="IRCC published more of draw {number} after this article came out: {what}.",
    fr="IRCC a publié d’autres données sur la ronde {number} après la parution de cet"
    " article\u00a0: {what}.",
)
# What a province changes of a day.
WHAT_OF_DAY = {
    "invitations": Twin(en="a count", fr="un nombre"),
    "score": Twin(en="a lowest score", fr="une note la plus basse"),
    "printed_total": Twin(en="the total", fr="le total"),
}
OF_DAY = Twin(
    en="{name} changed {what} of {date} from {old} to {new}. This article showed the earlier one"
    " until {until}.",
    fr="{name} {has} modifié {what} du {date}\u00a0: {new} remplace {old}. Cet article affichait la"
    " valeur précédente jusqu’au {until}.",
)
