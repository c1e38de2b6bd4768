"""From a draw to an article in review: what happened as data, then sentences, then rows.

    situation_of(draw, earlier) ──> Situation ──> compose(…, language) ──> Copy ──> storing
          pure, no text                catalogue of English and French twins

Every figure of a text is bound to the record; nothing is typed.
"""
