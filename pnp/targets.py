"""What a row was targeted at, in the language of the page where the words are common ones.

A target is stored as the province prints it, shortened by its adapter. Words that are not here
are shown as printed.
"""

from django.utils.translation import gettext

from pnp.marking import marked as _

GENERAL = "General"

_KNOWN = (
    _("General"),
    _("Targeted"),
    _("Health care"),
    _("Health Care"),
    _("Agriculture"),
    _("Aviation"),
    _("Aviation and skilled trade"),
    _("Construction"),
    _("Construction and skilled trade"),
    _("Manufacturing"),
    _("Priority Sectors"),
    _("Points"),
    _("Physicians"),
    _("Francophones"),
    _("Greater Toronto Area (GTA)"),
    _("Eastern Ontario"),
    _("Northern Ontario"),
    _("Southwestern Ontario"),
    _("Central Ontario (excluding GTA)"),
    _("Greater Sudbury"),
    _("Regional Economic Development through Immigration (REDI)"),
    _("Economic Mobility Pathways Project"),
    _("Regional Immigration Pilot"),
    _("Health occupations"),
    _("Health professions"),
    _("Health and tech occupations"),
    _("Skilled trades"),
    _("Skilled trades occupations"),
    _("Skilled trades-related occupations"),
    _("Health care and early childhood education occupations"),
    _("Health occupations and early childhood educators and assistants"),
    _("Early childhood educators and assistants"),
    _("Early childhood educators"),
    _("Early childhood educators only"),
    _("Other priority occupations"),
    _("Priority occupations in the mining sector"),
    _("Tech"),
    _("Health"),
    _("Tech and health"),
    _("Occupation-specific selection"),
    _("Francophone selection"),
    _("Close relative in Manitoba selection"),
    _("Completed post-secondary study in Manitoba"),
    _("All profiles"),
    _("Graduate Internship Pathway"),
    _("All priority health care occupations"),
    _("All priority construction occupations"),
    _("All priority education occupations"),
    _("All priority veterinary care occupations"),
    _("New Brunswick Experience"),
    _("New Brunswick Graduates"),
    _("New Brunswick Experience; New Brunswick Graduates"),
    _("New Brunswick Experience; New Brunswick Priorities"),
    _("New Brunswick Priority Occupations"),
    _("New Brunswick Francophone Priorities"),
    _("Francophone Workers in New Brunswick"),
    _("Francophone Workers in New Brunswick; New Brunswick Francophone Priorities"),
    _("Employment in New Brunswick"),
)
_BY_TEXT = {text.casefold(): text for text in _KNOWN}


def target_label(target: str) -> str:
    """The target in the active language, or as printed."""
    known = _BY_TEXT.get(target.casefold())
    return gettext(known) if known else target
