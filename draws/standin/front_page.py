"""The page at /: what the stand-in can do, in lines to be copied into a terminal."""

from draws.standin.faults import FAULTS

_TEXT = """\
A stand-in for the official server of Express Entry rounds. Nothing here is official.

The files
    {root}/content/dam/ircc/documents/json/ee_rounds_123_en.json
    {root}/content/dam/ircc/documents/json/ee_rounds_123_fr.json

Point Cutline at it
    IRCC_ROUNDS_URL={root}/content/dam/ircc/documents/json/ee_rounds_123_en.json make run

Publish the next round, as it comes or with wishes
    curl -X POST {root}/next
    curl -X POST {root}/next -d '{{"family": "cec", "crs": 509, "invitations": 3000}}'
    curl -X POST {root}/next -d '{{"label": "Lighthouse keepers, 2027-Version 1"}}'
    curl -X POST {root}/next -d '{{"date": "2026-10-05", "tie_break": "October 2 at 16:38:21 UTC"}}'
    curl -X POST {root}/next -d '{{"pool": {{"as_of": "2026-10-04", "total": 230000}}}}'
  family, number, date, label, label_fr, programs, invitations, crs, tie_break, held, pool

Change a published figure
    curl -X POST {root}/correct -d '{{"number": "396", "field": "drawCRS", "value": "509"}}'

Misbehave: for a number of answers, or until told otherwise
    curl -X POST {root}/fault -d '{{"kind": "html", "times": 1}}'
    curl -X POST {root}/fault -d '{{"kind": "429", "seconds": 3}}'
    curl -X POST {root}/fault -d '{{"kind": "none"}}'
{faults}

The French file in the other encoding: utf-8 or cp1252
    curl -X POST {root}/encoding -d '{{"encoding": "cp1252"}}'

As it was at the start
    curl -X POST {root}/reset
"""


def text(root: str) -> str:
    """The page, with the address that it is served at."""
    width = max(len(kind) for kind in FAULTS)
    faults = "\n".join(f"  {kind:<{width}}  {_first_line(FAULTS[kind].__doc__)}" for kind in FAULTS)
    return _TEXT.format(root=root, faults=faults)


def _first_line(docstring: str | None) -> str:
    return (docstring or "").strip().partition("\n")[0]
