"""The layouts of the genre: each writes a tree as a file's text, with what a damage asks of the layout."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from normalizers.widths import is_wide
from tests.damage.tables import Cell, amount, headers, rows
from tests.damage.trees import Node, Tree

TITLE = "2021年望川县重点工作考核评分细则"


@dataclass(frozen=True)
class Wanted:
    """What a damage asks of the layout: how a text is printed, and what happens to lines and rows."""

    words: Callable[[str], str] = str
    names: Callable[[str], str] = str
    absent: bool = False
    repeat: int = 0
    wrap: int = 0
    page_numbers: bool = False


def _shown(cell: Cell, wanted: Wanted) -> str:
    words = wanted.words(cell.text)
    return wanted.names(words) if cell.name else words


def _table(tree: Tree, wanted: Wanted) -> list[list[tuple[str, int] | None]]:
    """Header and body as printed, each cell with its rows; the header again where asked."""
    head: list[tuple[str, int] | None] = [(wanted.words(h), 1) for h in headers(tree)]
    body = [[(_shown(c, wanted), c.rows) if c else None for c in row] for row in rows(tree)]
    made = [head]
    for i, row in enumerate(body):
        if wanted.repeat and i and i % wanted.repeat == 0 and row[0] is not None:
            made.append(head)
        made.append(row)
    return made


def _flat(tree: Tree, wanted: Wanted) -> list[list[str]]:
    """Rows without spans: a cell from above is empty, or is not there at all."""
    if wanted.absent:
        return [[cell[0] for cell in row if cell is not None] for row in _table(tree, wanted)]
    return [[cell[0] if cell is not None else "" for cell in row] for row in _table(tree, wanted)]


def spans(tree: Tree, wanted: Wanted) -> str:
    """A web page's table with row spans."""
    made = ""
    for row in _table(tree, wanted):
        cells = [c for c in row if c is not None]
        marks = ["" if wanted.absent else f' rowspan="{n}"' for _, n in cells]
        made += f"<tr>{''.join(f'<td{m}>{escape(w)}</td>' for m, (w, _) in zip(marks, cells, strict=True))}</tr>\n"
    return f"<!DOCTYPE html>\n<html><body><h1>{TITLE}</h1>\n<table>{made}</table></body></html>\n"


def tabs(tree: Tree, wanted: Wanted) -> str:
    """Rows divided by tabs."""
    return f"{TITLE}\n\n" + "".join("\t".join(row) + "\n" for row in _flat(tree, wanted))


def pipes(tree: Tree, wanted: Wanted) -> str:
    """Rows divided by pipes."""
    return f"{TITLE}\n\n" + "".join("| " + " | ".join(row) + " |\n" for row in _flat(tree, wanted))


def commas(tree: Tree, wanted: Wanted) -> str:
    """Comma-separated, long cells quoted with a line break in them."""
    made = ""
    for row in _flat(tree, wanted):
        made += ",".join(f'"{w[:12]}\n{w[12:]}"' if len(w) > 20 else f'"{w}"' if "," in w else w for w in row) + "\n"
    return f"{TITLE}\n\n{made}"


_WIDTHS = {"分值": 2}
_WIDTH = 10


def boxes(tree: Tree, wanted: Wanted) -> str:
    """Box-drawing characters, text wrapped in the cells, no line below a cell that goes on."""
    widths = [_WIDTHS.get(h, _WIDTH) for h in headers(tree)]
    table = _table(tree, wanted)
    lines = [TITLE, "", "┌" + "┬".join("─" * w for w in widths) + "┐"]
    for i, row in enumerate(table):
        cells = [cell[0] if cell is not None else "" for cell in row]
        parts = [[w[k : k + n] for k in range(0, len(w), n)] for w, n in zip(cells, widths, strict=True)]
        height = max(map(len, parts))
        for k in range(height):
            shown = (part[k] if k < len(part) else "" for part in parts)
            lines.append("│" + "│".join(w + "　" * (n - len(w)) for w, n in zip(shown, widths, strict=True)) + "│")
        lines.append(_rule(table, i, widths))
    return "\n".join(lines) + "\n"


def _rule(table: list[list[tuple[str, int] | None]], i: int, widths: list[int]) -> str:
    if i + 1 == len(table):
        return "└" + "┴".join("─" * w for w in widths) + "┘"
    going = [cell is None for cell in table[i + 1]]
    drawn = "".join(("　" * w if g else "─" * w) + ("├" if g else "┼") for g, w in zip(going, widths, strict=True))
    return ("│" if going[0] else "├") + drawn[:-1] + "┤"


def _cells(tree: Tree, wanted: Wanted) -> list[list[str]]:
    return [[c for c in row if c] for row in _flat(tree, wanted)]


def blank(tree: Tree, wanted: Wanted) -> str:
    """One cell a line, a blank line between rows."""
    return f"{TITLE}\n\n" + "\n".join("".join(_lines(cell, wanted) for cell in row) for row in _cells(tree, wanted))


def lines(tree: Tree, wanted: Wanted) -> str:
    """One cell a line and nothing else."""
    return f"{TITLE}\n" + "".join(_lines(cell, wanted) for row in _cells(tree, wanted) for cell in row)


def run(tree: Tree, wanted: Wanted) -> str:
    """The whole table run into one paragraph."""
    return f"{TITLE}\n" + _lines("".join(cell for row in _cells(tree, wanted) for cell in row), wanted)


def outline(tree: Tree, wanted: Wanted) -> str:
    """A narrative with the amounts in the headings."""
    return f"{TITLE}\n" + "".join(_narrated(root, wanted) for root in tree.roots)


def _narrated(node: Node, wanted: Wanted) -> str:
    shown = _shown(Cell(f"{node.marker}{node.text}", name=bool(node.children)), wanted)
    made = _lines(shown + wanted.words(amount(node, Tree("", ()))) + _bracket(node), wanted)
    made += _lines(wanted.words(node.body), wanted) if node.body else ""
    made += _lines(wanted.words(f"评分标准：{node.scoring}"), wanted) if node.scoring else ""
    return made + "".join(_narrated(child, wanted) for child in node.children)


def _bracket(node: Node) -> str:
    return f"（责任单位：{node.units}；{node.deadline}）" if node.units else ""


def _lines(words: str, wanted: Wanted) -> str:
    """A text on a line, or hard-wrapped, or with a page number put into its middle."""
    if wanted.wrap:
        return "".join(line + "\n" for line in _wrapped(words, wanted.wrap))
    if wanted.page_numbers and len(words) > 60:
        half = len(words) // 2
        return f"{words[:half]}\n{2 + len(words) % 7}\n{words[half:]}\n"
    return words + "\n"


def _wrapped(words: str, width: int) -> list[str]:
    """Break a text at a width in ideographs; letters and digits are half as wide."""
    lines, held = [""], 0.0
    for char in words:
        size = 1.0 if is_wide(char) else 0.5
        if held + size > width:
            lines, held = [*lines, ""], 0.0
        lines[-1] += char
        held += size
    return lines


LAYOUTS: dict[str, Callable[[Tree, Wanted], str]] = {
    "spans": spans, "tabs": tabs, "pipes": pipes, "commas": commas, "boxes": boxes,
    "blank": blank, "lines": lines, "run": run, "outline": outline,
}  # fmt: skip
#: Rows and cells can be told apart in these; in the others the search must.
SEPARATED = ("spans", "tabs", "pipes", "commas", "boxes", "blank")
