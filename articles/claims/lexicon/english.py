"""English."""

from articles.claims.lexicon.shape import Lexicon, by_word

SYMBOLS = by_word(
    {
        "DRAW": "draw draws round rounds selection",
        "INV": "spots invitation invitations ita itas laa laas letters noi nois notifications",
        "ISS": (
            "asked asks invited invite invites inviting issued issue issues issuing sent sends send sending extended"
            " extends handed gave awarded received receive receiving receives dispatched"
            " distributed offered went go targeted selected selecting picked drew got welcomed"
            " delivered granted totalled totaled doled chosen called tapped drawn"
        ),
        "PPL": (
            "candidates candidate people persons applicants individuals nominees hopefuls"
            " newcomers recipients profiles immigrants workers professionals recruits physicians"
            " doctors managers entrants foreigners person folks skilled-workers members"
        ),
        "CRS": "crs score scores cut-off cutoff cut-offs cutoffs threshold thresholds line bar",
        "PT": "point points pts",
        "UP": (
            "higher up rose rise rises rising increase increased increases climbed climb climbs"
            " jumped jump jumps gained gain risen grew greater ticked edged uptick above grown hike"
        ),
        "DOWN": (
            "lower down fell fall falls falling drop dropped drops dropping decrease decreased"
            " decreases decline declined declines dipped dip slipped slid slide fallen eased shed"
            " sank plunged below reduction shorter downtick tumbled lost loses lowered"
        ),
        "MORE": "more additional extra",
        "FEWER": "fewer less",
        "SAME": "unchanged same identical equal matching matched stable steady flat",
        "LOW": "lowest",
        "HIGH": "highest",
        "BIG": "largest biggest",
        "SMALL": "smallest fewest",
        "SINCE": "since",
        "EVER": "ever history record all-time yet launch",
        "PREV": "previous prior preceding",
        "LAST": "last",
        "LATEST": "latest newest recent today",
        "TIE": (
            "tie-break tie-breaking tiebreaker tie-breaker tiebreak tie tiebreaking tie-breakers"
            " stamp stamped"
            " timestamp tie-breaks"
        ),
        "POOL": "pool pools",
        "MODAL": (
            "would could may might will should expected likely forecast predict predicted predicts"
            " expects expect prediction projected hypothetical hypothetically"
        ),
        "IF": "if whether unless suppose assuming imagine",
        "NOT": (
            "not never neither nor isn't wasn't aren't weren't didn't doesn't don't hasn't haven't"
            " hadn't won't wouldn't couldn't cannot can't without"
        ),
        "NO": "no",
        "AT": "at @",
        "ON": "on",
        "OF": "of",
        "IN": "in during over within",
        "FROM": "from",
        "TO": "to",
        "THAN": "than",
        "BY": "by",
        "BETWEEN": "between",
        "AND": "and",
        "WITH": "with",
        "FOR": "for",
        "THIS": "this",
        "THE": "the a an",
        "AS": "as",
        "UNTIL": "until through till",
        "AFTER": "after",
        "FOLLOWING": "following",
        "BEFORE": "before earlier",
        "AGO": "ago",
        "SOFAR": "so-far year-to-date",
        "FAR": "far",
        "DATE-WORD": "date",
        "MIN": "minimum lowest-scoring lowest-ranked required needed",
        "OTHER": "other others",
        "DIFFERENCE": "difference gap distance",
        "TOTAL": "total totals totalling totaling altogether overall combined tally",
        "CALENDAR": "year month week years months weeks day days hour hours minutes",
        "COMPARED": "compared versus vs against",
        "SUBMITTED": "submitted created entered lodged",
        "HELD": "held conducted ran staged took took-place",
        "RANGED": "ranged ranging ranges varied varying",
        "ONLY": "only",
        "ANY": "any all every each",
        "THEN": "then",
        "HAS": "has have had",
        "FAMILYWORD": "program programs category category-based class stream",
        "NEXT": "next upcoming future",
        "EACH": "apiece",
        "COUNTED": "count counts counted stood sat held-steady contained numbered registered",
    }
)

FAMILIES = {
    "cec": (r"canadian experience class(?:es)?", r"cec"),
    "pnp": (
        r"provincial nominee program(?:me)?s?(?: \(pnp\))?",
        r"pnps?(?:-specific|-only)?",
        r"provincial nominees?",
        r"provincial nominations?",
    ),
    "french": (
        r"french[ -]language(?: proficiency)?",
        r"french[ -]speaking",
        r"francophones?",
        r"french speakers",
    ),
    "health": (
        r"health ?care(?: and social services)?(?: occupations?| workers?| professionals)?",
        r"health and social services(?: occupations?)?",
        r"health occupations?",
    ),
    "stem": (
        r"stem",
        r"science, technology, engineering,? (?:and|&) math(?:ematics|s)?(?: \(stem\))?",
    ),
    "trades": (r"(?:skilled )?trades? occupations?",),
    "education": (r"education occupations?",),
    "transport": (r"transport(?:ation)? occupations?",),
    "agriculture": (r"agriculture and agri-?food(?: occupations?)?", r"agri-?food occupations?"),
    "physicians": (
        r"(?:physicians|doctors) with canadian (?:work )?experience",
        r"physicians?",
    ),
    "senior-managers": (r"senior managers?(?: with canadian (?:work )?experience)?",),
    "researchers": (r"researchers with canadian (?:work )?experience",),
    "military": (r"(?:skilled )?military recruits?",),
    "all-program": (r"all[ -]programs?", r"no[ -]program[ -]specified"),
    "fsw": (r"federal skilled workers?(?: program)?", r"fswp?"),
    "fst": (r"federal skilled trades(?: program)?", r"fstp?"),
}
NEAR_DRAWS = {
    "french": (r"french",),
    "health": (r"health",),
    "trades": (r"(?:skilled )?trades?",),
    "education": (r"education", r"teachers?"),
    "transport": (r"transport(?:ation)?",),
    "agriculture": (r"agriculture", r"agri-?food", r"agricultural"),
    "physicians": (r"doctors?",),
    "researchers": (r"researchers?",),
    "military": (r"military",),
    "all-program": (r"general",),
}
PROVINCES = {
    "ab": (r"alberta", r"aaip"),
    "bc": (r"british columbia", r"b\.c\.", r"bc(?: pnp)?", r"bcpnp"),
    "mb": (r"manitoba", r"mpnp"),
    "nb": (r"new brunswick", r"nbpnp"),
    "nl": (r"newfoundland and labrador", r"newfoundland", r"nlpnp"),
    "ns": (r"nova scotia", r"nsnp"),
    "nt": (r"northwest territories", r"ntnp"),
    "on": (r"ontario", r"oinp"),
    "pe": (r"prince edward island", r"p\.e\.i\.", r"pei(?: pnp)?", r"peipnp", r"charlottetown"),
    "qc": (r"qu[eé]bec",),
    "sk": (r"saskatchewan", r"sinp"),
    "yt": (r"yukon", r"ynp"),
}
MONTHS = {
    **{
        name: number
        for number, names in enumerate(
            "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug"
            "|september,sept,sep|october,oct|november,nov|december,dec".split("|"),
            1,
        )
        for name in names.split(",")
    }
}
WEEKDAYS = (
    {
        name: day
        for day, name in enumerate(
            "monday tuesday wednesday thursday friday saturday sunday".split()
        )
    }
    | {name: day for day, name in enumerate("mon tues wed thurs fri sat sun".split())}
    | {"tue": 1, "thu": 3}
)
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    **{
        word: 10 * tens
        for tens, word in enumerate(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
        )
    },
    "hundred": 100,
    "thousand": 1000,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        1,
    )
} | {
    f"twenty-{word}": 20 + value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth".split(), 1
    )
}

_BESIDE = (
    r"(?:express entry |category[- ]based |category |language |occupations? |invitation )?"
    r"(?:draws?|rounds?|categor(?:y|ies)|candidates?|cut-?offs?|stream|selections?"
    r"|invitations?|workers?|applicants?|proficiency)"
)

ENGLISH = Lexicon(
    symbols=SYMBOLS,
    families=FAMILIES,
    near_draws=NEAR_DRAWS,
    draw_words=r"draws?|rounds?",
    besides=(
        ("", rf"(?=[ -](?:[a-z]+ )?{_BESIDE}\b)"),
        ("", r"(?= ?:)"),
        (": ", r"(?=,? )"),
        ("", r"(?=,? \d)"),
        ("for ", ""),
        ("for the ", ""),
        ("in the ", ""),
        ("the ", r"(?= one\b)"),
    ),
    provinces=PROVINCES,
    months=MONTHS,
    weekdays=WEEKDAYS,
    next_days=frozenset({"eve"}),
    days_ago={"today": 0, "yesterday": 1},
    numbers=NUMBERS,
    ordinals=ORDINALS,
    ordinal_endings="st|nd|rd|th",
    reference=r"(?:number |numbers |no\.? ?|nos\.? ?|# ?)?",
    more=r"(?:more than|over|above|at least|upwards of|in excess of|no fewer than|exceed(?:ing|ed|s)?"
    r"|topp?(?:ed|ing|s)|surpass(?:ed|es|ing)|passed|crossed|past|beyond)",
    less=r"(?:fewer than|less than|under|below|up to|at most|no more than)",
    about=(
        r"(?:about|around|approximately|roughly|nearly|almost|some|close to|just over|just under"
        r"|near|a little over|a little under|slightly more than|slightly fewer than|approx\.?|circa)"
    ),
    labels={
        "number": ("draw", "round", "draw number", "round number", "draw no", "draw #", "#", "no"),
        "date": (
            "date",
            "draw date",
            "date of draw",
            "round date",
            "date of round",
            "date and time of round",
            *("last draw", "last round", "latest draw", "latest round", "most recent draw"),
            "held",
            "when",
        ),
        "family": (
            *("program", "category", "type", "draw type", "round type", "family", "stream"),
            *("program or category", "program/category", "who", "kind"),
        ),
        "invitations": (
            *("invitations", "itas", "ita", "itas issued", "invitations issued", "issued"),
            *("number of invitations", "invitations to apply", "number of itas", "invited"),
            *("total itas", "candidates invited", "number of invitations issued", "size"),
            *("invitations sent", "itas sent", "people invited", "number invited"),
        ),
        "crs": (
            *("crs", "cut-off", "cutoff", "minimum crs", "crs cut-off", "crs cutoff", "crs score"),
            *("minimum crs score", "minimum score", "lowest crs", "score", "crs score cut-off"),
            *("lowest score", "lowest crs score", "crs minimum", "min crs", "min. crs", "minimum"),
            *("min. score", "min score"),
            *("crs score of lowest-ranked candidate invited", "cut-off score", "crs cut off"),
            *("lowest crs score invited", "crs threshold", "threshold"),
        ),
        "tie": (
            *("tie-break", "tie-breaking rule", "tie-breaker", "tiebreaker", "tie-breaking"),
            *("tie break", "tie-break moment", "tie-breaking timestamp", "tie-break date"),
        ),
        "change": ("change", "crs change", "difference", "change in crs"),
        "province": ("province", "province or territory", "jurisdiction"),
        "pool": ("candidates", "number of candidates", "profiles", "people", "number"),
        "band": ("crs range", "score range", "range", "band", "crs score range", "score band"),
        "score": ("lowest score", "score", "minimum score", "min. score", "min score"),
    },
)
