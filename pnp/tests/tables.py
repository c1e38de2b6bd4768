"""Small tables for tests, in the form that editors import."""

from ingest import pipeline
from ingest.models import Attempt

HEADER = (
    "province,program,date_start,date_end,draw_number,stream,target,unit,invitations,score,"
    "score_scale"
)


def line(day: str, stream: str, invitations: str, score: str = "", **values: str) -> str:
    """One line; the province, the program and the scale follow from the stream's slug."""
    programs = {"ab": "AAIP", "bc": "BC PNP", "on": "OINP", "nl": "NLPNP", "qc": "PSTQ"}
    code = stream.partition("-")[0]
    given = {
        "province": code.upper(),
        "program": programs.get(code, ""),
        "start": "",
        "number": "",
        "target": "",
        "unit": "ita",
        "scale": "",
        **values,
    }
    return ",".join(
        [
            *(given["province"], given["program"], given["start"], day, given["number"], stream),
            *(given["target"], given["unit"], invitations, score, given["scale"]),
        ]
    )


def table(*lines: str) -> bytes:
    return "\n".join([HEADER, *lines, ""]).encode()


def bring_in(*lines: str) -> Attempt:
    return pipeline.bring_in("pnp-table", table(*lines))
