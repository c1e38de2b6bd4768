"""Search over everything that readers may look for: `results` for a page, `index` to be found."""
