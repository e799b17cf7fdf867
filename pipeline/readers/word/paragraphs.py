"""The visible text of a Word paragraph: revisions accepted, hidden and crossed-out text and PAGE fields out, links kept."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple, Self

import regex
from lxml import etree

from pipeline.readers.building import RawText
from pipeline.readers.raised import lowered, raised
from pipeline.readers.unshown import without_unshown
from pipeline.readers.word.equations import equation
from pipeline.readers.word.forms import chosen
from pipeline.readers.word.formulas import M, formula
from pipeline.readers.word.looks import Looks, Named
from pipeline.readers.word.numbering import Element, W, child
from pipeline.readers.word.package import Part
from pipeline.readers.word.symbols import sign_fonts, symbol

_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RUN, _TEXT, _PROPERTIES = W + "r", W + "t", W + "rPr"
_SKIPPED: Final = frozenset(
    W + t for t in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "sdtEndPr", "tbl", "commentReference")
)  # fmt: skip
_SIGNS: Final = {
    W + "tab": "\t", W + "ptab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
#: What is hidden with the run that it stands in; a field's signs are not, and what a box holds has runs of its own.
_HIDDEN_WITH: Final = frozenset(W + t for t in ("sym", "footnoteReference", "endnoteReference"))
_LINK, _SIMPLE, _BOX = W + "hyperlink", W + "fldSimple", W + "txbxContent"
#: Words that are drawn as a shape, in their attribute `string` (ECMA-376 part 4, 19.1.2.23).
DRAWN: Final = "{urn:schemas-microsoft-com:vml}textpath"
_PAGE_FIELDS: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES")
#: Fields whose result is the day on which the file was opened last (ECMA-376, 17.16.5.15 and .65).
_DAY_FIELDS: Final = ("DATE", "TIME")
#: The word that tells a field's kind is no longer.
_LONGEST_WORD: Final = 40
_ADDRESS: Final = regex.compile(r'\s*HYPERLINK\s+"(https?://[^"]+)"', regex.I)


class Known(NamedTuple):
    """What is known of a part: addresses by relation, how its runs look, what letters show in a font of signs."""

    targets: dict[str, str]
    looks: Looks
    signs: dict[Element, dict[int, str]]

    @classmethod
    def of(
        cls, part: Part, named: Named, targets: dict[str, str] | None = None, unseen: frozenset[Element] = frozenset()
    ) -> Self:
        """Look a part through once; `named` tells what a run's style says of it, `unseen` runs nobody reads."""
        return cls(targets or {}, Looks.of(part.root, named, unseen), sign_fonts(part))


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction in parts, where its result begins, whether it prints a page's number.

    Before it stood so many `pieces` of characters; it is `told` when its instruction has ended, and a form's field shows
    what was `chosen`.
    """

    start: int = 0
    pieces: int = 0
    told: bool = False
    parts: list[str] = field(default_factory=list)
    head: str = ""
    page: bool = False
    chosen: str = ""

    def say(self, part: str) -> None:
        """Add a part of the instruction, whose first word is what counts."""
        self.parts.append(part)
        self.head = (self.head + part).lstrip()[:_LONGEST_WORD]
        self.page = _is_page(self.head)


@dataclass(slots=True)
class Gathered:
    """What a paragraph shows: its characters, links in them, boxes and notes that hang on it, characters left out.

    `pages` of the fields that have begun print a page's number. The `days` are those that fields put in.
    """

    chars: list[str] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    hidden: int = 0
    unseen: list[str] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    length: int = 0
    pages: int = 0

    @property
    def tabbed(self) -> str:
        """Return the characters, with tabs."""
        return "".join(self.chars)

    @property
    def text(self) -> str:
        """Return the characters, with spaces for tabs."""
        return self.tabbed.replace("\t", " ")

    @property
    def ends_blank(self) -> bool:
        """Whether nothing stands right before what comes next."""
        return not self.chars or self.chars[-1].isspace()

    def put(self, text: str) -> None:
        """Add characters, unless they are a page's number."""
        if not self.pages:
            text = without_unshown(text)
            self.chars.append(text)
            self.length += len(text)

    def hide(self, text: str) -> None:
        """Leave out characters that nobody sees."""
        self.hidden += len(text)
        self.unseen.append(text)

    def tell_day(self, instruction: str, begun: int) -> None:
        """Remember the result of a field, from where it begun on, if it is a day that is put in anew each time."""
        words = instruction.split(maxsplit=1)
        if words and words[0].upper() in _DAY_FIELDS and (result := "".join(self.chars[begun:]).strip()):
            self.days.append(result)

    def end_instruction(self) -> None:
        """Begin the result of the last field; what stood in its instruction, such as another field's, is not shown."""
        ended = self.fields[-1]
        if not ended.told:
            del self.chars[ended.pieces :]
            self.length = ended.start
            while self.links and self.links[-1][1] > self.length:
                self.links.pop()
        ended.told = True


def gather(paragraph: Element, known: Known, begun: Gathered | None = None) -> Gathered:
    """Read a `w:p` of a part of which that is known, behind what has `begun`."""
    made = begun or Gathered()
    for node in paragraph:
        _node(node, made, known)
    return made


def _node(node: Element, made: Gathered, known: Known) -> None:
    tag = node.tag
    if tag == _RUN:
        _run(node, made, known)
    elif not isinstance(tag, str) or tag in _SKIPPED:
        return
    elif tag == _LINK:
        _linked(node, made, known, known.targets.get(node.get(_R_ID) or ""))
    elif tag == _SIMPLE:
        instruction = node.get(W + "instr") or ""
        if not _is_page(instruction):
            address = _ADDRESS.match(instruction)
            begun = len(made.chars)
            _linked(node, made, known, address[1] if address else None)
            made.tell_day(instruction, begun)
    elif tag.startswith(M):
        made.put(formula(node, known.looks.unread))
    else:
        for inner in node:
            _node(inner, made, known)


def _linked(node: Element, made: Gathered, known: Known, address: str | None) -> None:
    start = made.length
    for inner in node:
        _node(inner, made, known)
    if address:
        made.links.append((start, made.length, address))


def _is_page(instruction: str) -> bool:
    return instruction.strip().split(" ")[0].upper() in _PAGE_FIELDS


def _run(run: Element, made: Gathered, known: Known) -> None:
    invisible = up = down = False
    signs: dict[int, str] | None = None
    for node in run:
        tag = node.tag
        if tag == _PROPERTIES:
            invisible = node in known.looks.unread
            up = node in known.looks.raised and not made.ends_blank
            down = node in known.looks.lowered
            signs = known.signs.get(node) if known.signs else None
        elif tag == _TEXT or tag in _SIGNS:
            text = (node.text or "") if tag == _TEXT else _SIGNS[tag]
            text = text.translate(signs) if signs else text
            if invisible:
                made.hide(text)
            else:
                made.put(raised(text) if up else lowered(text) if down else text)
        elif invisible and tag in _HIDDEN_WITH:
            made.hidden += 1
        elif isinstance(tag, str):
            _special(node, made, known)


def _special(node: Element, made: Gathered, known: Known) -> None:
    """Read what else a run may hold: fields, notes, symbols, characters with their pinyin, drawings."""
    tag = node.tag
    if tag == W + "fldChar":
        _field(node, made)
    elif tag == W + "instrText":
        if made.fields:
            told = made.fields[-1]
            made.pages -= told.page
            told.say(node.text or "")
            made.pages += told.page
    elif tag in (W + "footnoteReference", W + "endnoteReference"):
        made.notes.append(f"{etree.QName(node).localname[:-9]}:{node.get(W + 'id')}")
    elif tag == W + "sym":
        made.put(symbol(node.get(W + "font") or "", node.get(W + "char") or ""))
    elif tag == W + "ruby":
        base = child(node, W + "rubyBase")
        if base is not None:
            _node(base, made, known)
    else:
        _drawing(node, made)


def _field(node: Element, made: Gathered) -> None:
    kind = node.get(W + "fldCharType")
    if kind == "begin":
        made.fields.append(_Field(start=made.length, pieces=len(made.chars), chosen=chosen(node)))
    elif kind == "separate" and made.fields:
        made.end_instruction()
    elif kind == "end" and made.fields:
        shown = "" if made.fields[-1].told else made.fields[-1].chosen or equation("".join(made.fields[-1].parts))
        made.end_instruction()
        ended = made.fields.pop()
        made.pages -= ended.page
        made.tell_day(ended.head, ended.pieces)
        made.put(shown)
        address = _ADDRESS.match("".join(ended.parts))
        if address and made.length > ended.start:
            made.links.append((ended.start, made.length, address[1]))


def _drawing(node: Element, made: Gathered) -> None:
    """Collect text boxes and drawn words, but none within another text box: they are read with the box."""
    made.boxes += [found for found in node.iter(_BOX, DRAWN) if not in_box(found, node)]


def drawn_words(path: Element) -> list[RawText]:
    """Return the lines of words that are drawn as a shape, unless that is switched off."""
    shown = path.get("on") not in ("f", "false", "0")
    return [RawText(line) for line in (path.get("string") or "").splitlines() if shown and line.strip()]


def in_box(node: Element, outer: Element) -> bool:
    """Whether a node stands in a text box within an outer element."""
    at = node.getparent() if node is not outer else None
    while at is not None and at is not outer:
        if at.tag == _BOX:
            return True
        at = at.getparent()
    return False
