"""The blocks that editors can put between paragraphs. A new one is one line here, a function
that reads its data, and a template."""

from django.utils.translation import gettext_lazy as _

from articles.body.blocks import draws, newsroom
from articles.body.blocks.base import Around, Block, Needs, Place, Scope
from articles.prose.extensions import KINDS

FOLDER = "articles/blocks"

BLOCKS: dict[str, Block] = {
    "facts": Block(
        KINDS["facts"],
        f"{FOLDER}/facts.html",
        draws.facts,
        draws.needs_of_facts,
        heading=_("In figures"),
    ),
    "pool": Block(KINDS["pool"], f"{FOLDER}/pool.html", draws.pool, draws.needs_of_pool),
    "chart": Block(
        KINDS["chart"], f"{FOLDER}/chart.html", draws.chart, draws.needs_of_chart, in_feeds=False
    ),
    "family-table": Block(
        KINDS["family-table"],
        f"{FOLDER}/family_table.html",
        draws.family_table,
        draws.needs_of_family_table,
    ),
    "see-also": Block(KINDS["see-also"], f"{FOLDER}/see_also.html", newsroom.see_also),
    "ad": Block(KINDS["ad"], f"{FOLDER}/ad.html", newsroom.ad, in_feeds=False),
    "embed": Block(KINDS["embed"], f"{FOLDER}/embed.html", newsroom.embed),
    "picture": Block(KINDS["picture"], f"{FOLDER}/picture.html", newsroom.picture),
}

__all__ = ["BLOCKS", "Around", "Block", "Needs", "Place", "Scope"]
