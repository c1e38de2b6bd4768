"""How fast the site is, and what becomes of it when a part is taken away.

`make bench` and `make hosts`. Nothing here is needed to run the site. Whatever a measure starts, it
ends; what it writes lies in a temporary folder and in a database of its own.
"""
