"""What a held draft says: what is sure, and why there is no more."""

from articles.drafting.words.twins import Twin

HEADLINE = Twin(
    en="Draw {number}: held until an editor has looked",
    fr="Ronde {number}\u00a0: retenue jusqu’à ce qu’une personne de la rédaction l’ait vérifiée",
)
STANDFIRST = Twin(
    en="IRCC lists round {number}. Something in its row is not sure, so no figure of it stands"
    " here yet.",
    fr="IRCC a inscrit la ronde {number} à sa liste. Un élément de sa ligne n’est pas sûr\u00a0:"
    " aucun de ses chiffres ne figure donc encore ici.",
)
BODY = Twin(
    en="Once an editor has decided on the row, this draft becomes the article on the draw, with"
    " its figures bound to the record.",
    fr="Dès que la rédaction aura tranché, ce brouillon deviendra l’article sur la ronde, et ses"
    " chiffres seront liés aux données.",
)
SLUG = Twin(en="draw-{number}-held", fr="ronde-{number}-retenue")
BECAUSE = {
    "unknown-label": Twin(
        en="The official list gives the round a name that Cutline does not know: “{raw}”. Which"
        " type of draw it is has to be decided first.",
        fr="La liste officielle donne à la ronde un nom que Cutline ne connaît pas\u00a0:"
        " «\u00a0{raw}\u00a0». Il faut d’abord décider de quel type de ronde il s’agit.",
    ),
}
DOUBT = Twin(
    en="A value in the official row is doubtful. {message}",
    fr="Une valeur de la ligne officielle est douteuse. Message du relevé, en anglais\u00a0:"
    " {message}",
)
INCOMPLETE = Twin(
    en="The record lacks figures that the draft needs: {raw}.",
    fr="Il manque aux données des chiffres dont le brouillon a besoin\u00a0: {raw}.",
)
