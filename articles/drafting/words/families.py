"""How each family is named in sentences, by hand in both languages.

`noun` is one draw of the family, `nouns` several; in French each begins with “ronde”, so that
every ordinal is feminine. `headline` and `one` stand after the number invited, for several people
and for one. `group` says who was ranked, `reach` what the cut-off holds for.
"""

from dataclasses import dataclass

from articles.drafting.words.twins import Twin


@dataclass(frozen=True, slots=True)
class FamilyWords:
    headline: Twin
    one: Twin
    noun: Twin
    nouns: Twin
    a_noun: Twin
    label: Twin
    slug: Twin
    group: Twin
    reach: Twin
    topic: str
    topic_name: Twin


CATEGORY_REACH = Twin(
    en="This cut-off holds for people in the category. Other draws rank other groups and have"
    " cut-offs of their own.",
    fr="Cette note minimale vaut pour les personnes de la catégorie. Les autres rondes classent"
    " d’autres groupes et ont leurs propres notes minimales.",
)


def _invited(en: str, fr: str) -> tuple[Twin, Twin]:
    """ "invited in health", for several people and for one."""
    several = Twin(en=f"invited {en}", fr=f"invitations {fr}")
    return several, Twin(en=f"invited {en}", fr=f"invitation {fr}")


def _category(
    *,
    en: str,
    fr: str,
    label: Twin,
    slug: Twin,
    group: Twin,
    article: str = "a",
    headline: Twin | None = None,
    one: Twin | None = None,
) -> FamilyWords:
    """A category of occupations or of language: `en` as in “health draw”, `fr` as in “la santé”."""
    in_category = _invited(f"in {en}", f"pour {fr}")
    return FamilyWords(
        headline=headline or in_category[0],
        one=one or in_category[1],
        noun=Twin(en=f"{en} draw", fr=f"ronde pour {fr}"),
        nouns=Twin(en=f"{en} draws", fr=f"rondes pour {fr}"),
        a_noun=Twin(en=f"{article} {en} draw", fr=f"une ronde pour {fr}"),
        label=label,
        slug=slug,
        group=group,
        reach=CATEGORY_REACH,
        topic=slug.en,
        topic_name=Twin(en=en[0].upper() + en[1:], fr=label.fr[0].upper() + label.fr[1:]),
    )


def _listed(en: str, fr: str) -> Twin:
    return Twin(
        en="The draw ranked people with recent work experience in one of the jobs that"
        f" {en} lists.",
        fr="La ronde a classé des personnes ayant une expérience de travail récente dans l’une des"
        f" professions que compte {fr}.",
    )


def _people(*, en: str, one: str, fr: str, slug: Twin, group: Twin) -> FamilyWords:
    """A category of people: `en` as in “physicians”, `fr` as in “les médecins”."""
    return FamilyWords(
        headline=Twin(en=f"{en} invited", fr=f"invitations pour {fr}"),
        one=Twin(en=f"{one} invited", fr=f"invitation pour {fr}"),
        noun=Twin(en=f"draw for {en}", fr=f"ronde pour {fr}"),
        nouns=Twin(en=f"draws for {en}", fr=f"rondes pour {fr}"),
        a_noun=Twin(en=f"a draw for {en}", fr=f"une ronde pour {fr}"),
        label=Twin(en=en, fr=fr.removeprefix("les ")),
        slug=slug,
        group=group,
        reach=CATEGORY_REACH,
        topic=slug.en,
        topic_name=Twin(
            en=en[0].upper() + en[1:],
            fr=fr.removeprefix("les ").capitalize(),
        ),
    )


def _program(
    *, en: str, noun: Twin, fr: str, label: Twin, slug: Twin, group: Twin, reach: Twin
) -> FamilyWords:
    """A program: `en` as in “the Canadian Experience Class”, `fr` with its preposition."""
    headline, one = _invited(f"in {en}", fr)
    return FamilyWords(
        headline=headline,
        one=one,
        noun=noun,
        nouns=Twin(en=f"{noun.en}s", fr=noun.fr.replace("ronde", "rondes", 1)),
        a_noun=Twin(en=f"a {noun.en}", fr=f"une {noun.fr}"),
        label=label,
        slug=slug,
        group=group,
        reach=reach,
        topic=slug.en,
        topic_name=Twin(en=en.removeprefix("the "), fr=fr.split(" ", 2)[2]),
    )


FAMILY_WORDS: dict[str, FamilyWords] = {
    "cec": _program(
        en="the Canadian Experience Class",
        noun=Twin(en="CEC draw", fr="ronde de la CEC"),
        fr="dans la Catégorie de l’expérience canadienne",
        label=Twin(en="CEC", fr="CEC"),
        slug=Twin(en="canadian-experience-class", fr="categorie-de-l-experience-canadienne"),
        group=Twin(
            en="All of them were ranked in the Canadian Experience Class (CEC), the Express Entry"
            " program for people who already have skilled work experience in Canada.",
            fr="Toutes ont été classées dans la Catégorie de l’expérience canadienne (CEC), le"
            " programme d’Entrée express destiné aux personnes qui ont déjà une expérience de"
            " travail qualifié au Canada.",
        ),
        reach=Twin(
            en="A CEC draw ranks people who qualify for the class, whatever their occupation."
            " Other draws rank other groups and have cut-offs of their own.",
            fr="Une ronde de la CEC classe les personnes admissibles à cette catégorie, quelle que"
            " soit leur profession. Les autres rondes classent d’autres groupes et ont leurs"
            " propres notes minimales.",
        ),
    ),
    "pnp": FamilyWords(
        headline=Twin(
            en="provincial nominees invited",
            fr="invitations aux personnes désignées par une province",
        ),
        one=Twin(
            en="provincial nominee invited",
            fr="invitation à une personne désignée par une province",
        ),
        noun=Twin(en="PNP draw", fr="ronde du PCP"),
        nouns=Twin(en="PNP draws", fr="rondes du PCP"),
        a_noun=Twin(en="a PNP draw", fr="une ronde du PCP"),
        label=Twin(en="PNP", fr="PCP"),
        slug=Twin(en="provincial-nominees", fr="candidats-des-provinces"),
        group=Twin(
            en="All of them hold a nomination from a province or territory, under the Provincial"
            " Nominee Program (PNP).",
            fr="Toutes ont été désignées par une province ou un territoire, dans le cadre du"
            " Programme des candidats des provinces (PCP).",
        ),
        reach=Twin(
            en="This cut-off includes the [rule/nomination/points] points that a nomination adds,"
            " so it cannot be"
            " compared with the cut-off of any other type of draw.",
            fr="Cette note minimale comprend les [rule/nomination/points] points qu’ajoute une"
            " désignation\u00a0:"
            " elle ne se compare à celle d’aucun autre type de ronde.",
        ),
        topic="provincial-nominees",
        topic_name=Twin(en="Provincial nominees", fr="Candidats des provinces"),
    ),
    "french": _category(
        headline=Twin(en="French speakers invited", fr="invitations pour le français"),
        one=Twin(en="French speaker invited", fr="invitation pour le français"),
        en="French",
        fr="le français",
        label=Twin(en="French", fr="français"),
        slug=Twin(en="french", fr="francais"),
        group=Twin(
            en="The draw ranked people with strong results in a test of French.",
            fr="La ronde a classé des personnes ayant de solides résultats à un test de français.",
        ),
    ),
    "health": _category(
        en="health",
        fr="la santé",
        label=Twin(en="health", fr="santé"),
        slug=Twin(en="health", fr="sante"),
        group=_listed("the health category", "la catégorie de la santé"),
    ),
    "stem": _category(
        en="STEM",
        fr="les STIM",
        label=Twin(en="STEM", fr="STIM"),
        slug=Twin(en="stem", fr="stim"),
        group=_listed(
            "the STEM category (science, technology, engineering and mathematics)",
            "la catégorie des STIM (sciences, technologie, ingénierie et mathématiques)",
        ),
    ),
    "trades": _category(
        en="trades",
        fr="les métiers",
        label=Twin(en="trades", fr="métiers"),
        slug=Twin(en="trades", fr="metiers"),
        group=_listed("the trades category", "la catégorie des métiers"),
    ),
    "education": _category(
        en="education",
        fr="l’éducation",
        article="an",
        label=Twin(en="education", fr="éducation"),
        slug=Twin(en="education", fr="education"),
        group=_listed("the education category", "la catégorie de l’éducation"),
    ),
    "transport": _category(
        en="transport",
        fr="les transports",
        label=Twin(en="transport", fr="transports"),
        slug=Twin(en="transport", fr="transports"),
        group=_listed("the transport category", "la catégorie des transports"),
    ),
    "agriculture": _category(
        en="agriculture",
        fr="l’agriculture",
        article="an",
        label=Twin(en="agriculture", fr="agriculture"),
        slug=Twin(en="agriculture", fr="agriculture"),
        group=_listed(
            "the agriculture and agri-food category",
            "la catégorie de l’agriculture et de l’agroalimentaire",
        ),
    ),
    "physicians": _people(
        en="physicians",
        one="physician",
        fr="les médecins",
        slug=Twin(en="physicians", fr="medecins"),
        group=Twin(
            en="The draw ranked physicians with recent work experience in Canada.",
            fr="La ronde a classé des médecins ayant une expérience de travail récente au Canada.",
        ),
    ),
    "senior-managers": _people(
        en="senior managers",
        one="senior manager",
        fr="les cadres supérieurs",
        slug=Twin(en="senior-managers", fr="cadres-superieurs"),
        group=Twin(
            en="The draw ranked senior managers with recent work experience in Canada.",
            fr="La ronde a classé des cadres supérieurs, hommes et femmes, ayant une expérience de"
            " travail récente au Canada.",
        ),
    ),
    "researchers": _people(
        en="researchers",
        one="researcher",
        fr="les chercheurs",
        slug=Twin(en="researchers", fr="chercheurs"),
        group=Twin(
            en="The draw ranked researchers with recent work experience in Canada.",
            fr="La ronde a classé des chercheuses et des chercheurs ayant une expérience de travail"
            " récente au Canada.",
        ),
    ),
    "military": _people(
        en="military recruits",
        one="military recruit",
        fr="les recrues militaires",
        slug=Twin(en="military-recruits", fr="recrues-militaires"),
        group=Twin(
            en="The draw ranked skilled military applicants recruited by the Canadian Armed"
            " Forces.",
            fr="La ronde a classé des recrues militaires qualifiées des Forces armées canadiennes.",
        ),
    ),
    "all-program": FamilyWords(
        headline=Twin(
            en="invited in an all-program draw",
            fr="invitations, tous programmes confondus",
        ),
        one=Twin(en="invited in an all-program draw", fr="invitation, tous programmes confondus"),
        noun=Twin(en="all-program draw", fr="ronde ouverte à tous les programmes"),
        nouns=Twin(en="all-program draws", fr="rondes ouvertes à tous les programmes"),
        a_noun=Twin(en="an all-program draw", fr="une ronde ouverte à tous les programmes"),
        label=Twin(en="all programs", fr="tous les programmes"),
        slug=Twin(en="all-program", fr="tous-les-programmes"),
        group=Twin(
            en="The draw was open to candidates of every program that Express Entry manages.",
            fr="La ronde était ouverte aux candidatures de tous les programmes que gère Entrée"
            " express.",
        ),
        reach=Twin(
            en="An all-program draw ranks everybody in the pool together, nominees of a province"
            " included.",
            fr="Une ronde ouverte à tous les programmes classe ensemble toutes les personnes du"
            " bassin, y compris celles qu’une province a désignées.",
        ),
        topic="all-program",
        topic_name=Twin(en="All-program draws", fr="Rondes ouvertes à tous les programmes"),
    ),
    "fsw": _program(
        en="the Federal Skilled Worker Program",
        noun=Twin(
            en="Federal Skilled Worker draw",
            fr="ronde du Programme des travailleurs qualifiés (fédéral)",
        ),
        fr="dans le Programme des travailleurs qualifiés (fédéral)",
        label=Twin(en="FSW", fr="travailleurs qualifiés"),
        slug=Twin(en="federal-skilled-worker", fr="travailleurs-qualifies"),
        group=Twin(
            en="The draw ranked candidates of the Federal Skilled Worker Program.",
            fr="La ronde a classé des personnes admissibles au Programme des travailleurs qualifiés"
            " (fédéral).",
        ),
        reach=Twin(
            en="This cut-off holds for candidates of the program. Other draws rank other groups"
            " and have cut-offs of their own.",
            fr="Cette note minimale vaut pour les personnes admissibles au programme. Les autres"
            " rondes classent d’autres groupes et ont leurs propres notes minimales.",
        ),
    ),
    "fst": _program(
        en="the Federal Skilled Trades Program",
        noun=Twin(
            en="Federal Skilled Trades draw",
            fr="ronde du Programme des travailleurs de métiers spécialisés (fédéral)",
        ),
        fr="dans le Programme des travailleurs de métiers spécialisés (fédéral)",
        label=Twin(en="FST", fr="métiers spécialisés"),
        slug=Twin(en="federal-skilled-trades", fr="metiers-specialises"),
        group=Twin(
            en="The draw ranked candidates of the Federal Skilled Trades Program.",
            fr="La ronde a classé des personnes admissibles au Programme des travailleurs de"
            " métiers spécialisés (fédéral).",
        ),
        reach=Twin(
            en="This cut-off holds for candidates of the program. Other draws rank other groups"
            " and have cut-offs of their own.",
            fr="Cette note minimale vaut pour les personnes admissibles au programme. Les autres"
            " rondes classent d’autres groupes et ont leurs propres notes minimales.",
        ),
    ),
}
