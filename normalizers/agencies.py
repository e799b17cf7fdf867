"""The standing bodies of local government and the short names they go by, as a table."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """A standing body: its name, its branch, its short forms, and what took it over in which year's reform."""

    name: str
    branch: str
    short: tuple[str, ...]
    later: str = ""
    since: str = ""


@cache
def agency_rows() -> tuple[AgencyRow, ...]:
    """Return the rows of the table; its head says where each part of it comes from."""
    lines = files("normalizers").joinpath("agencies.tsv").read_text("utf-8").splitlines()
    return tuple(_row(line) for line in lines if line and not line.startswith("#"))


def _row(line: str) -> AgencyRow:
    name, branch, short, followed = [*line.split("\t"), "", "", ""][:4]
    later, _, since = followed.partition(" ")
    return AgencyRow(name, branch, tuple(short.split()), later, since)


@cache
def standing_names() -> dict[str, str]:
    """Return every printed form, long or short, with the body's standing name."""
    return {form: row.name for row in agency_rows() for form in (row.name, *row.short)}


@cache
def present_name(standing: str) -> str:
    """Follow the reforms from a body to the one that has its work today: 扶贫开发办公室 to 农业农村局.

    Bodies of different years are compared by it; a notice keeps the name of its own time.
    """
    later = {row.name: row.later for row in agency_rows() if row.later}
    while standing in later:
        standing = later[standing]
    return standing


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
