"""Every sentence of the rules by code, in English. `%(name)s` stands for a figure of the answer."""

from crs.sentences import eligibility, inputs, invited, ranking

SENTENCES: dict[str, str] = {
    **inputs.SENTENCES,
    **ranking.SENTENCES,
    **eligibility.SENTENCES,
    **invited.SENTENCES,
}
