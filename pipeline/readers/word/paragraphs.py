"""The visible text of a Word paragraph: revisions accepted, hidden text and PAGE fields out, links kept."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from pipeline.readers.word.numbering import Element, W

_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SKIPPED: Final = frozenset(
    W + t for t in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr", "tbl", "commentReference")
)  # fmt: skip
_SIGNS: Final = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_PAGE_FIELDS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")


@dataclass(slots=True)
class Gathered:
    """What a paragraph shows: its characters, links in them, boxes and notes that hang on it, hidden characters."""

    chars: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: int = 0
    field_depth: int = 0
    page_field: bool = False

    @property
    def length(self) -> int:
        """Return the number of characters so far."""
        return sum(map(len, self.chars))

    @property
    def text(self) -> str:
        """Return the characters."""
        return "".join(self.chars)


def gather(paragraph: Element, targets: dict[str, str]) -> Gathered:
    """Read a `w:p`; `targets` maps relationship ids to addresses."""
    made = Gathered()
    for child in paragraph:
        _node(child, made, targets)
    return made


def _node(node: Element, made: Gathered, targets: dict[str, str]) -> None:
    if not isinstance(node.tag, str) or node.tag in _SKIPPED:
        return
    if node.tag == W + "r":
        _run(node, made, targets)
    elif node.tag == W + "hyperlink":
        _link(node, made, targets)
    elif node.tag == W + "fldSimple" and _is_page(node.get(W + "instr") or ""):
        return
    else:
        for child in node:
            _node(child, made, targets)


def _link(node: Element, made: Gathered, targets: dict[str, str]) -> None:
    start = made.length
    for child in node:
        _node(child, made, targets)
    address = targets.get(node.get(_R_ID) or "")
    if address:
        made.links.append((start, made.length, address))


def _is_page(instruction: str) -> bool:
    return instruction.strip().split(" ")[0].upper() in _PAGE_FIELDS


def _run(run: Element, made: Gathered, targets: dict[str, str]) -> None:
    hidden = run.find(f"{W}rPr/{W}vanish")
    invisible = hidden is not None and hidden.get(W + "val") not in ("0", "false")
    for node in run:
        if node.tag == W + "fldChar":
            _field(node, made)
        elif node.tag == W + "instrText":
            made.page_field = made.page_field or _is_page(node.text or "")
        elif node.tag == W + "t":
            _characters(node.text or "", made, invisible)
        elif node.tag in _SIGNS:
            _characters(_SIGNS[node.tag], made, invisible)
        elif node.tag in (W + "footnoteReference", W + "endnoteReference"):
            made.notes.append(f"{etree.QName(node).localname[:-9]}:{node.get(W + 'id')}")
        else:
            _drawing(node, made)


def _characters(text: str, made: Gathered, invisible: bool) -> None:
    if invisible:
        made.hidden += len(text)
    elif not made.page_field:
        made.chars.append(text)


def _field(node: Element, made: Gathered) -> None:
    kind = node.get(W + "fldCharType")
    made.field_depth += (kind == "begin") - (kind == "end")
    if kind == "end" and made.field_depth <= 0:
        made.page_field = False


def _drawing(node: Element, made: Gathered) -> None:
    """Collect text boxes; of alternative contents only the first counts, or the box would be read twice."""
    chosen = node[0] if node.tag == _CHOICE and len(node) else node
    made.boxes += list(chosen.iter(W + "txbxContent"))
