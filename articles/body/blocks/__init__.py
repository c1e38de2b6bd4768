"""The blocks that editors can put between paragraphs. A new one is one line here, a function
that reads its data, and a template."""

from django.utils.translation import gettext_lazy as _

from articles.body.blocks import draws, newsroom
from articles.body.blocks.base import Around, Block, Needs, Place, Scope

FOLDER = "articles/blocks"

BLOCKS: dict[str, Block] = {
    "facts": Block(
        _("Draw in figures"),
        f"{FOLDER}/facts.html",
        draws.facts,
        draws.needs_of_facts,
        heading=_("In figures"),
    ),
    "pool": Block(_("Pool by score"), f"{FOLDER}/pool.html", draws.pool, draws.needs_of_pool),
    "chart": Block(
        _("Chart"), f"{FOLDER}/chart.html", draws.chart, draws.needs_of_chart, in_feeds=False
    ),
    "family-table": Block(
        _("Rounds of one type"),
        f"{FOLDER}/family_table.html",
        draws.family_table,
        draws.needs_of_family_table,
    ),
    "see-also": Block(_("See also"), f"{FOLDER}/see_also.html", newsroom.see_also),
    "ad": Block(_("Advertisement"), f"{FOLDER}/ad.html", newsroom.ad, in_feeds=False),
    "embed": Block(_("Podcast player"), f"{FOLDER}/embed.html", newsroom.embed),
    "picture": Block(_("Picture"), f"{FOLDER}/picture.html", newsroom.picture),
}

__all__ = ["BLOCKS", "Around", "Block", "Needs", "Place", "Scope"]
