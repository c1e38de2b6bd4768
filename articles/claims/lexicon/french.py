"""Canadian French."""

from articles.claims.lexicon.shape import Lexicon, by_word

SYMBOLS = by_word(
    {
        "DRAW": "ronde rondes tirage tirages sélection",
        "INV": "places invitation invitations ipd ita lettres avis",
        "ISS": (
            "invité invitée invités invitées invite invitent inviter invitant émis émise émises"
            " envoyé envoyée envoyées envoyés envoie délivré délivrée délivrées lancé lancée"
            " lancées distribué distribuée distribuées transmis transmise transmises accordé"
            " accordée accordées donné donnée données reçu reçue reçues reçoivent obtenu obtiennent"
            " attribué attribuée attribuées émet ciblé convié conviés sélectionné sélectionnés"
            " offert offertes totalisé adressé adressées remis retenu retenus retenue retenues choisi"
            " choisis appelé appelés appelée appelées convoqué convoquée convoquées visé"
        ),
        "PPL": (
            "candidat candidats candidate candidates personnes personne profils profil demandeurs"
            " demandeur travailleurs travailleuses immigrants gens professionnels nouveaux-venus"
            " médecins recrues cadres désignés bénéficiaires postulants eux membres"
        ),
        "CRS": (
            "scg crs note notes score scores seuil seuils pointage pointages coupe coupes"
            " barre plancher"
        ),
        "PT": "point points pts",
        "UP": (
            "hausse haut haute hautes élevé élevée supérieur supérieure supérieurs augmenté augmente"
            " augmentation monté monte montée remonté remonte grimpé grimpe bondi bond accru gagné"
            " progresse progressé hausses croissance bondit rebondi rebondit"
        ),
        "DOWN": (
            "baisse bas basse basses inférieur inférieure inférieurs baissé diminué diminue"
            " diminution reculé recul recule descendu descend descendue chuté chute tombé tombe"
            " perdu perd glissé repli fléchi réduction tombée cédé cède redescendu"
            " redescend fondu plongé dégringolé"
        ),
        "MORE": "supplémentaires additionnelles",
        "SAME": "inchangé inchangée même mêmes identique identiques stable égal égale",
        "SINCE": "depuis",
        "EVER": "jamais histoire historique record records lancement",
        "PREV": "précédent précédente précédentes précédents",
        "LAST": "dernier dernière dernières derniers",
        "LATEST": "récent récente récentes aujourd'hui",
        "TIE": "départage bris horodatage égalité départagés départager départagées",
        "POOL": "bassin bassins réservoir",
        "MODAL": (
            "pourrait pourraient serait seraient devrait devraient aurait auraient sera seront"
            " fera peut-être probablement prévoit prévoient prévu attendu hypothétique recevraient"
            " recevrait tomberait descendrait passerait"
        ),
        "IF": "si supposons imaginons advenant",
        "NOT": "pas ni guère",
        "NO": "aucun aucune nul nulle",
        "AT": "à",
        "ON": "le",
        "OF": "de du des d",
        "IN": "en dans durant pendant au aux",
        "THAN": "que qu celle celui",
        "BY": "par",
        "BETWEEN": "entre",
        "AND": "et",
        "WITH": "avec",
        "FOR": "pour",
        "THIS": "cette ce cet",
        "THE": "la les l un une",
        "UNTIL": "jusqu",
        "AFTER": "après",
        "BEFORE": "avant auparavant",
        "MIN": "fallait faut minimum minimale minimal minimales requis requise nécessaire exigée exigé",
        "DIFFERENCE": "écart différence",
        "TOTAL": "total totale totalise totalisent somme",
        "CALENDAR": (
            "an ans année années mois semaine semaines jour jours heure heures minutes journée"
        ),
        "COMPARED": "comparativement rapport contre comparé",
        "SUBMITTED": "soumis soumise soumises soumettre créé créés présenté présentés déposé",
        "HELD": "tenu tenue tenues eu lieu organisé organisée mené",
        "RANGED": "oscillé varié varie varient oscille oscillent situé situées",
        "ONLY": "seulement seule seul",
        "ANY": "tous toutes tout toute chaque",
        "HAS": "a ont avait",
        "NEXT": "prochain prochaine prochains prochaines future futur",
        "NEVER": "ne n",
        "PLUS": "plus",
        "MOINS": "moins",
        "GRAND": "grand grande grandes gros grosse vaste importante important nombreuse",
        "PETIT": "petit petite petites modeste faible",
        "FAR": "présent",
        "DATE-WORD": "date",
        "COUNTED": "comptait compte comptes contenait regroupait trouve dénombrait",
    }
)

FAMILIES = {
    "cec": (
        r"cat[ée]gories? de l'exp[ée]rience canadienne(?: \(cec\))?",
        r"cec",
        r"expérience canadienne",
    ),
    "pnp": (
        r"programmes? des candidats des provinces(?: \(pcp\))?",
        r"pcp",
        r"candidats? des provinces",
        r"candidats? provinciaux",
        r"(?:personnes |candidats |candidates )?d[ée]sign[ée]e?s par une province",
        r"d[ée]signations? provinciales?",
        r"désignés provinciaux",
    ),
    "french": (
        r"comp[ée]tences? linguistiques? en français",
        r"francophones?",
        r"maîtrise du français",
    ),
    "health": (
        r"professions de la sant[ée](?: et des services sociaux)?",
        r"sant[ée] et (?:des )?services sociaux",
        r"soins de santé(?: et (?:des )?services sociaux)?",
    ),
    "stem": (
        r"(?:professions des )?stim",
        r"sciences, (?:de la )?technologie.{0,40}math[ée]matiques",
    ),
    "trades": (r"métiers spécialisés(?! \(f)",),
    "education": (r"professions de l'[ée]ducation", r"domaine de l'[ée]ducation"),
    "transport": (r"(?:métiers|professions) des transports?",),
    "agriculture": (
        r"(?:métiers|professions) de l'agriculture(?: et de l'agroalimentaire)?",
        r"agriculture et agroalimentaire",
    ),
    "physicians": (r"médecins?(?: ayant de l'exp[ée]rience de travail au canada)?",),
    "senior-managers": (
        r"cadres supérieure?s(?:/cadres supérieures)?(?: ayant de l'exp[ée]rience(?: de travail)? au canada)?",
    ),
    "researchers": (r"chercheurs ayant de l'exp[ée]rience de travail au canada",),
    "military": (r"recrues militaires(?: qualifiées)?",),
    "all-program": (
        r"tous (?:les )?programmes(?: confondus)?",
        r"aucun programme spécifié",
        r"multiprogrammes?",
    ),
    "fsw": (
        r"(?:programme des )?travailleurs qualifi[ée]s(?: \(f[ée]d[ée]ral\)| du f[ée]d[ée]ral)",
        r"ptqf",
        r"tqf",
    ),
    "fst": (
        r"(?:programme des )?(?:travailleurs de )?m[ée]tiers sp[ée]cialis[ée]s \(f[ée]d[ée]ral\)",
        r"ptmsf",
    ),
}
NEAR_DRAWS = {
    "french": (r"français(?:e|es)?",),
    "health": (r"santé",),
    "trades": (r"métiers",),
    "education": (r"éducation", r"enseignants?"),
    "transport": (r"transports?",),
    "agriculture": (r"agriculture", r"agricoles?"),
    "researchers": (r"chercheurs?",),
    "military": (r"militaires?",),
    "all-program": (r"générales?", r"générale"),
}
PROVINCES = {
    "ab": (r"alberta",),
    "bc": (r"colombie-britannique", r"c\.-b\."),
    "mb": (r"manitoba",),
    "nb": (r"nouveau-brunswick",),
    "nl": (r"terre-neuve-et-labrador",),
    "ns": (r"nouvelle-écosse",),
    "nt": (r"territoires du nord-ouest",),
    "on": (r"ontario",),
    "pe": (r"île-du-prince-édouard", r"î\.-p\.-é\.", r"charlottetown"),
    "qc": (r"québec",),
    "sk": (r"saskatchewan",),
    "yt": (r"yukon",),
}
MONTHS = {
    name: number
    for number, names in enumerate(
        "janvier,janv|février,févr,fév,fevrier|mars|avril,avr|mai|juin|juillet,juil"
        "|août,aout|septembre|octobre,oct|novembre,nov|décembre,déc,decembre".split("|"),
        1,
    )
    for name in names.split(",")
}
WEEKDAYS = {
    name: day
    for day, name in enumerate("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
}
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize".split()
    )
} | {
    "une": 1,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "cent": 100,
    "cents": 100,
    "mille": 1000,
}
_ORDINALS = (
    "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième"
    " douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième"
    " vingtième vingt-et-unième vingt-deuxième vingt-troisième"
)
ORDINALS = {
    "premier": 1,
    "première": 1,
    "premiers": 1,
    "premières": 1,
    "second": 2,
    "seconde": 2,
} | {word: value for value, word in enumerate(_ORDINALS.split(), 2)}

_BESIDE = r"(?:rondes?|tirages?|cat[ée]gories?|candidate?s?|notes?|invitations?)"
# "ronde pour les métiers", "catégorie du français"
_BEFORE = (
    *("pour les ", "pour le ", "pour l'", "ronde ", "rondes ", "tirage ", "catégorie "),
    *("de ", "de la ", "du ", "des ", "en "),
)

FRENCH = Lexicon(
    symbols=SYMBOLS,
    families=FAMILIES,
    near_draws=NEAR_DRAWS,
    draw_words=r"rondes?|tirages?",
    besides=(
        ("", rf"(?= {_BESIDE})"),
        ("", r"(?= ?:)"),
        (": ", r"(?=,? )"),
        ("", r"(?=,? \d)"),
        *((before, "") for before in _BEFORE),
    ),
    provinces=PROVINCES,
    months=MONTHS,
    weekdays=WEEKDAYS,
    next_days=frozenset({"veille", "lendemain"}),
    days_ago={"aujourd'hui": 0, "hier": 1, "avant-hier": 2},
    numbers=NUMBERS,
    ordinals=ORDINALS,
    ordinal_endings="ere|ère|ieme|ième|eme|ème|er|re|e",
    reference=r"(?:numéro |numéros |no\.? ?|nos\.? ?|n[°º] ?|# ?)?",
    more=r"(?:plus d[e']|au moins|au-delà de|au-dessus de|pas moins de|dépass\w+(?: les)?"
    r"|franchi\w*(?: les)?)",
    less=r"(?:moins de|jusqu'à|au plus|pas plus de|sous)",
    about=(
        r"(?:environ|près de|quelque|presque|à peu près|autour de|un peu plus de"
        r"|un peu moins de|approximativement)"
    ),
    labels={
        "number": ("ronde", "tirage", "numéro", "numéro de ronde", "no", "n°", "nº", "#"),
        "date": (
            *("date", "date de la ronde", "date du tirage", "jour", "tenue le", "quand"),
            *("dernière ronde", "dernier tirage", "ronde la plus récente"),
            "date et heure de la ronde",
        ),
        "family": (
            *("programme", "catégorie", "type", "type de ronde", "volet", "famille"),
            *("programme ou catégorie", "genre"),
        ),
        "invitations": (
            *("invitations", "ipd", "nombre d'invitations", "invitations émises", "ipd émises"),
            *("invitations envoyées", "personnes invitées", "invitations lancées", "ita"),
            *("candidats invités", "nombre d'ipd", "invitations à présenter une demande"),
            *("invitations délivrées", "nombre de personnes invitées", "invitations envoyées"),
            *("nombre d'invitations émises", "nombre d'invitations envoyées"),
            *("nombre d'invitations délivrées",),
        ),
        "crs": (
            *(
                "note minimale",
                "scg",
                "note",
                "note scg",
                "seuil",
                "score minimal",
                "note de coupe",
            ),
            *("note minimale du scg", "note scg minimale", "pointage minimal", "score scg"),
            *("note du scg", "score", "score crs", "coupe", "crs", "pointage", "seuil scg"),
            *("note la plus basse", "score minimum", "pointage scg", "note minimale scg"),
            *("note du scg du candidat ayant obtenu le plus bas classement",),
        ),
        "tie": ("départage", "règle de départage", "règle du départage", "bris d'égalité"),
        "change": ("écart", "variation", "différence"),
        "province": ("province", "province ou territoire"),
        "pool": ("candidats", "nombre de candidats", "profils", "personnes", "nombre"),
        "band": ("tranche", "fourchette", "tranche de notes", "plage", "notes", "tranche du scg"),
        "score": ("note la plus basse", "note minimale", "note", "score"),
    },
)
