"""The visible text of a Word paragraph: revisions accepted, hidden and crossed-out text and PAGE fields out, links kept."""

from dataclasses import dataclass, field
from typing import Final

import regex
from lxml import etree

from pipeline.readers.word.numbering import Element, W, child

_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN, _TEXT, _PROPERTIES = W + "r", W + "t", W + "rPr"
_SKIPPED: Final = frozenset(
    W + t for t in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr", "tbl", "commentReference")
)  # fmt: skip
_SIGNS: Final = {
    W + "tab": "\t", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
#: The boxes and ticks that forms take from the fonts Wingdings and Wingdings 2.
_SYMBOLS: Final = {"A8": "□", "A3": "□", "6F": "□", "FE": "☑", "52": "☑", "FC": "✓", "50": "✓", "6C": "●", "D8": "➢"}
#: Fonts whose characters are signs; in any other a symbol is the character that its number means.
_SIGN_FONTS: Final = ("wingdings", "webdings", "symbol", "dingbats", "marlett", "mt extra")
_PRIVATE: Final = range(0xE000, 0xF900)
#: What a run is that nobody reads: hidden, or crossed out.
_LEFT_OUT: Final = frozenset(W + t for t in ("vanish", "strike", "dstrike"))
_OFF: Final = ("0", "false", "off")
_PAGE_FIELDS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_HEXADECIMAL: Final = regex.compile(r"[0-9A-Fa-f]{2,4}")
_ADDRESS: Final = regex.compile(r'\s*HYPERLINK\s+"(https?://[^"]+)"', regex.I)


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and where its result begins."""

    instruction: str = ""
    start: int = 0

    @property
    def page(self) -> bool:
        """Whether it prints the number of a page."""
        return _is_page(self.instruction)


@dataclass(slots=True)
class Gathered:
    """What a paragraph shows: its characters, links in them, boxes and notes that hang on it, characters left out."""

    chars: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: int = 0
    fields: list[_Field] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Return the number of characters so far."""
        return sum(map(len, self.chars))

    @property
    def tabbed(self) -> str:
        """Return the characters, with tabs."""
        return "".join(self.chars)

    @property
    def text(self) -> str:
        """Return the characters, with spaces for tabs."""
        return self.tabbed.replace("\t", " ")

    def put(self, text: str) -> None:
        """Add characters, unless they are a page's number."""
        if not self.fields or not any(f.page for f in self.fields):
            self.chars.append(text)


def gather(paragraph: Element, targets: dict[str, str], begun: Gathered | None = None) -> Gathered:
    """Read a `w:p`, behind what has `begun`; `targets` maps relationship ids to addresses."""
    made = begun or Gathered()
    for node in paragraph:
        _node(node, made, targets)
    return made


def _node(node: Element, made: Gathered, targets: dict[str, str]) -> None:
    tag = node.tag
    if tag == _RUN:
        _run(node, made, targets)
    elif not isinstance(tag, str) or tag in _SKIPPED:
        return
    elif tag == W + "hyperlink":
        _linked(node, made, targets, targets.get(node.get(_R_ID) or ""))
    elif tag == W + "fldSimple":
        instruction = node.get(W + "instr") or ""
        if not _is_page(instruction):
            address = _ADDRESS.match(instruction)
            _linked(node, made, targets, address[1] if address else None)
    elif tag == _M + "t":
        made.put(node.text or "")
    elif tag == _M + "f":
        _fraction(node, made, targets)
    else:
        for inner in node:
            _node(inner, made, targets)


def _linked(node: Element, made: Gathered, targets: dict[str, str], address: str | None) -> None:
    start = made.length
    for inner in node:
        _node(inner, made, targets)
    if address:
        made.links.append((start, made.length, address))


def _fraction(node: Element, made: Gathered, targets: dict[str, str]) -> None:
    """Read a fraction of a formula as it would be typed."""
    above, below = child(node, _M + "num"), child(node, _M + "den")
    for part, sign in ((above, "/"), (below, "")):
        if part is not None:
            _node(part, made, targets)
            made.put(sign)


def _is_page(instruction: str) -> bool:
    return instruction.strip().split(" ")[0].upper() in _PAGE_FIELDS


def _run(run: Element, made: Gathered, targets: dict[str, str]) -> None:
    invisible = False
    for node in run:
        tag = node.tag
        if tag == _TEXT or tag in _SIGNS:
            text = (node.text or "") if tag == _TEXT else _SIGNS[tag]
            if invisible:
                made.hidden += len(text)
            else:
                made.put(text)
        elif tag == _PROPERTIES:
            invisible = any(p.tag in _LEFT_OUT and p.get(W + "val") not in _OFF for p in node)
        elif isinstance(tag, str):
            _special(node, made, targets)


def _special(node: Element, made: Gathered, targets: dict[str, str]) -> None:
    """Read what else a run may hold: fields, notes, symbols, characters with their pinyin, drawings."""
    tag = node.tag
    if tag == W + "fldChar":
        _field(node, made)
    elif tag == W + "instrText":
        if made.fields:
            made.fields[-1].instruction += node.text or ""
    elif tag in (W + "footnoteReference", W + "endnoteReference"):
        made.notes.append(f"{etree.QName(node).localname[:-9]}:{node.get(W + 'id')}")
    elif tag == W + "sym":
        made.put(_symbol((node.get(W + "font") or "").lower(), node.get(W + "char") or ""))
    elif tag == W + "ruby":
        base = child(node, W + "rubyBase")
        if base is not None:
            _node(base, made, targets)
    else:
        _drawing(node, made)


def _symbol(font: str, code: str) -> str:
    """Return the character of a `w:sym`, "" where it is a sign that no text has."""
    number = int(code, 16) if _HEXADECIMAL.fullmatch(code) else 0
    if font and number >= ord(" ") and number not in _PRIVATE and not any(name in font for name in _SIGN_FONTS):
        return chr(number)
    return _SYMBOLS.get(code[-2:].upper(), "")


def _field(node: Element, made: Gathered) -> None:
    kind = node.get(W + "fldCharType")
    if kind == "begin":
        made.fields.append(_Field(start=made.length))
    elif kind == "separate" and made.fields:
        made.fields[-1].start = made.length
    elif kind == "end" and made.fields:
        ended = made.fields.pop()
        address = _ADDRESS.match(ended.instruction)
        if address and made.length > ended.start:
            made.links.append((ended.start, made.length, address[1]))


def _drawing(node: Element, made: Gathered) -> None:
    """Collect text boxes; of alternative contents only the first counts, or the box would be read twice."""
    chosen = node[0] if node.tag == _CHOICE and len(node) else node
    made.boxes += list(chosen.iter(W + "txbxContent"))
