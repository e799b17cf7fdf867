"""Where the cells of a sheet lead to: links that were set on them, and those that a formula makes."""

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ADDRESS: Final = regex.compile(r"https?://")
_FORMULA: Final = regex.compile(r'=\s*HYPERLINK\(\s*"(?P<address>https?://[^"]+)"', regex.I)
#: Addresses by row and column.
Links = dict[tuple[int, int], str]


def links_of(sheet: "Worksheet", typed: "Worksheet | None") -> Links:
    """Return the addresses on the web that cells lead to; `typed` is the sheet with its formulas, if it has any."""
    found = {at: link.target or "" for at, cell in sheet._cells.items() if (link := cell.hyperlink) is not None}
    for at, cell in typed._cells.items() if typed is not None else ():
        if isinstance(cell.value, str) and (match := _FORMULA.match(cell.value)) is not None:
            found[at] = match["address"]
    return {at: address for at, address in found.items() if _ADDRESS.match(address)}
