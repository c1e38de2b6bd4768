"""Marks a sentence for the French catalogue and leaves it as it is; needs no Django."""


def marked(text: str) -> str:
    return text
