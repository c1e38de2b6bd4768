"""The sentences of drafts: each in English and, beside it, in French."""
