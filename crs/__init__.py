"""The rules of Express Entry as dated data, and pure answers from them. Loads without Django."""
