"""The forms of the few values that editors' text may carry in attributes."""

import re

# draw/396/crs: what a figure is bound to. Whether it leads anywhere is for articles.figures.
ADDRESS = re.compile(r"[a-z]{2,12}(?:/[A-Za-z0-9-]{1,40}){1,6}")
# see-also: the kind of a block, and what it shows.
BLOCK = re.compile(r"[a-z]{2,12}(?:-[a-z]{1,12}){0,3}")
BLOCK_OF = re.compile(r"[A-Za-z0-9/-]{0,120}")
# Another site, a letter, a path of this site, a place on the page. Two slashes at the start would
# be another site; browsers read a backslash as a slash and skip control characters.
LINK = re.compile(
    r"(?:https?://[^\s/]|mailto:[^\s@]+@|/(?![/\\])|#)[^\s\\\x00-\x1f\x7f]*", re.IGNORECASE
)
SPAN = re.compile(r"[2-9]|1[0-9]")
