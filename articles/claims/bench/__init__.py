"""How well statements are judged: true articles, and the same with one thing changed.

`texts/dev` are the articles that the patterns were written with, `texts/held-out` those kept apart
from them. Each file is one article, told of several draws; see `articles.claims.bench.article`.
"""
