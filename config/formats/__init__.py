"""How the forms of the desk write a moment, by language; pages use publish.formats."""
