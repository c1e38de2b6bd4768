"""The sentences of a draft on a province's day, and the names of provinces in sentences."""

from articles.drafting.words.twins import Twin

# At the start of a sentence, or after a comma; French names with their article.
NAMES = {
    "ab": Twin(en="Alberta", fr="l’Alberta"),
    "bc": Twin(en="British Columbia", fr="la Colombie-Britannique"),
    "mb": Twin(en="Manitoba", fr="le Manitoba"),
    "nb": Twin(en="New Brunswick", fr="le Nouveau-Brunswick"),
    "nl": Twin(en="Newfoundland and Labrador", fr="Terre-Neuve-et-Labrador"),
    "ns": Twin(en="Nova Scotia", fr="la Nouvelle-Écosse"),
    "nt": Twin(en="the Northwest Territories", fr="les Territoires du Nord-Ouest"),
    "on": Twin(en="Ontario", fr="l’Ontario"),
    "pe": Twin(en="Prince Edward Island", fr="l’Île-du-Prince-Édouard"),
    "qc": Twin(en="Quebec", fr="le Québec"),
    "sk": Twin(en="Saskatchewan", fr="la Saskatchewan"),
    "yt": Twin(en="Yukon", fr="le Yukon"),
}
PLURAL = ("nt",)

HEADLINE = Twin(en="{name}: {said} on {date}", fr="{name}\u00a0: {said}, le {date}")
# Where the number is not published.
HEADLINE_UNKNOWN = Twin(
    en="{name}: selection of {date}, number not published",
    fr="{name}\u00a0: sélection du {date}, nombre non publié",
)
# What stands after the number in a headline, by unit: for one and for several.
COUNTED = {
    "ita": (
        Twin(en="invited", fr="invitation"),
        Twin(en="invited", fr="invitations"),
    ),
    "laa": (
        Twin(en="letter of advice", fr="lettre d’invitation"),
        Twin(en="letters of advice", fr="lettres d’invitation"),
    ),
    "noi": (
        Twin(en="notified", fr="avis d’intérêt"),
        Twin(en="notified", fr="avis d’intérêt"),
    ),
    "application": (
        Twin(en="application selected", fr="demande retenue"),
        Twin(en="applications selected", fr="demandes retenues"),
    ),
    "selection": (
        Twin(en="selected", fr="personne retenue"),
        Twin(en="selected", fr="personnes retenues"),
    ),
}
# By unit.
LEAD = {
    "ita": Twin(
        en="On [full-date], {province} invited [unit-ita] {people} to apply to its program"
        " ({program}).",
        fr="Le [full-date], {province} {has} invité [unit-ita] {people} à présenter une demande à"
        " son programme ({program}).",
    ),
    "laa": Twin(
        en="On [full-date], {province} issued letters of advice to apply to [unit-laa] {people}"
        " ({program}).",
        fr="Le [full-date], {province} {has} envoyé à [unit-laa] {people} une lettre conseillant de"
        " présenter une demande ({program}).",
    ),
    "noi": Twin(
        en="On [full-date], {province} sent notifications of interest to [unit-noi] {people}"
        " ({program}).",
        fr="Le [full-date], {province} {has} envoyé un avis d’intérêt à [unit-noi] {people}"
        " ({program}).",
    ),
    "application": Twin(
        en="On [full-date], {province} selected [unit-application] {applications} ({program}).",
        fr="Le [full-date], {province} {has} sélectionné [unit-application] {applications}"
        " ({program}).",
    ),
    "selection": Twin(
        en="On [full-date], {province} selected [unit-selection] {people} for processing"
        " ({program}).",
        fr="Le [full-date], {province} {has} retenu [unit-selection] {people} pour le traitement de"
        " leur dossier ({program}).",
    ),
}
LEAD_UNKNOWN = Twin(
    en="On [full-date], {province} made a selection ({program}). How many people it concerns is not"
    " published.",
    fr="Le [full-date], {province} {has} fait une sélection ({program}). Le nombre de personnes"
    " visées n’est pas publié.",
)
BOUNDS = Twin(
    en="Some rows give a bound and not a count, so the sum is a range: [bounds].",
    fr="Certaines lignes donnent une limite et non un nombre\u00a0: la somme est donc une"
    " fourchette, [bounds].",
)
ROWS_HEADING = Twin(en="What was published", fr="Ce qui a été publié")
ROWS = Twin(
    en="The official table has [rows] rows for this day:",
    fr="Le tableau officiel compte [rows] lignes pour ce jour\u00a0:",
)
ONE_ROW = Twin(
    en="The official table has one row for this day.",
    fr="Le tableau officiel compte une seule ligne pour ce jour.",
)
ROW_SCORED = Twin(
    en="[row-{n}-name]: [row-{n}], lowest score [row-{n}-score]",
    fr="[row-{n}-name]\u00a0: [row-{n}], note la plus basse\u00a0: [row-{n}-score]",
)
ROW = Twin(
    en="[row-{n}-name]: [row-{n}], no score published",
    fr="[row-{n}-name]\u00a0: [row-{n}], note non publiée",
)
ROW_BY_OTHER_MEANS = Twin(
    en="[row-{n}-name]: [row-{n}], without a score", fr="[row-{n}-name]\u00a0: [row-{n}], sans note"
)
SCALE = Twin(
    en="These scores stand on a scale of the province’s own. They cannot be compared with CRS"
    " scores, nor with those of another province.",
    fr="Ces notes sont établies selon l’échelle propre à la province. Elles ne se comparent ni à"
    " celles du SCG ni à celles d’une autre province.",
)
MEANS_HEADING = Twin(en="What this means", fr="Ce que cela veut dire")
NOT_A_NOMINATION = Twin(
    en="Being chosen on that day is not yet a nomination: the province decides on each application"
    " afterwards.",
    fr="Être choisi ou choisie ce jour-là n’est pas encore une désignation\u00a0: la province se"
    " prononce ensuite sur chaque demande.",
)
ENHANCED = Twin(
    en="For a profile in the Express Entry pool, a nomination adds"
    " [rule/nomination/points] points to the CRS score.",
    fr="Pour un profil du bassin d’Entrée express, une désignation ajoute"
    " [rule/nomination/points] points à la note du SCG.",
)
BEFORE = Twin(
    en="The province’s selection before it on record, of [before.link], came to [before.total].",
    fr="Total de la sélection précédente de la même province, celle du [before.link]\u00a0:"
    " [before.total].",
)
PAGE = Twin(
    en="Each row, with its source, is on the page of [day.link].",
    fr="Chaque ligne, avec sa source, se trouve sur la page du [day.link].",
)
