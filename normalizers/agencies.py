"""The standing bodies of local government and the short names they go by, as a table."""

from functools import cache
from importlib.resources import files
from typing import Final

from normalizers.regions import HEADS
from normalizers.widths import fold

#: Endings that make a name look like a standing body though the table may not have it.
AGENCY_TAILS: Final = (
    "局",
    "委",
    "办",
    "厅",
    "部",
    "署",
    "室",
    "中心",
    "法院",
    "检察院",
    "委员会",
    "办公室",
    "联社",
    "支队",
    "大队",
)


@cache
def standing_names() -> dict[str, str]:
    """Return the table: every printed form, long or short, to the body's standing name."""
    table: dict[str, str] = {}
    for line in files("normalizers").joinpath("agencies.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _kind, short = [*line.split("\t"), "", ""][:3]
            table.update(dict.fromkeys((name, *short.split()), name))
    return table


def core_name(name: str) -> str:
    """Drop the parenthesis of a name: `财政局（金融办）` is `财政局`."""
    return fold(name).split("(", 1)[0]


def region_head(name: str) -> str:
    """Return the one-character place head of a body's name (县 of 县财政局), '' where there is none.

    市场监管局 begins with 市 and has no head: a name that the table knows whole is never cut.
    """
    core = core_name(name)
    if core in standing_names() or len(core) < 3 or core[0] not in HEADS:
        return ""
    return core[0]


def agency(name: str) -> str | None:
    """Return the standing name of the body that `name` calls, with or without its place; None if unknown.

    A place before a known name is skipped: 东源县财政局 is 财政局.
    """
    core = core_name(name)
    table = standing_names()
    for start in range(len(core)):
        known = table.get(core[start:])
        if known is not None and (start == 0 or core[start - 1] in HEADS):
            return known
    return None


def looks_like_agency(name: str) -> bool:
    """Whether a name has the form of a standing body, known or not."""
    core = core_name(name)
    return len(core) >= 2 and core.endswith(AGENCY_TAILS)
