"""Full marks that only white space sets apart from a name and from text beside it: a row of a table once."""

from typing import Final

import regex

from extractors.amounts import cell_amount, labelled_amount, leading_amount, trailing_amount, unbracketed_amount
from extractors.found import Found
from extractors.markers import split_marker
from extractors.spaced import spaced_cells
from extractors.text import Text
from normalizers.values import AmountValue

_COLUMNS: Final = 3
#: So many rows of the same columns are no sentences that a scan spread.
_FEWEST_ROWS: Final = 3
_NAME: Final = regex.compile(r"[\p{Han}、“”《》]{2,12}")
_FIGURES: Final = regex.compile(r"\d")
_PLAIN: Final = regex.compile(r"[^,;。:!?()\[\]]{2,30}")
_MARKS: Final = regex.compile(r"\d{1,4}(?:\.\d{1,2})?\s*分")
_BEGUN: Final = regex.compile(r"(?P<marks>\d{1,4}(?:\.\d{1,2})?\s*分)[,;]\s*(?=\S)")
_FIRST: Final = regex.compile(r"(?P<marks>\d{1,3}(?:\.\d)?分)(?:,\s?|\s?)(?=[\p{Han}“《])")
_BEFORE_COLON: Final = regex.compile(r"(?P<marks>\d{1,3}(?:\.\d)?分):\s?(?=[\p{Han}“《])")
#: What goes on with the marks though a space stands between: `80分 以上`, `15分 钟`.
_GOES_ON: Final = regex.compile(r"[以及之者的]|[钟册内]|制(?![定订作度约造])|左右|为[宜准止]|扣完")
#: Marks that go on with a sentence: `合格线为 80分`, `其余各 5分`.
_LEADS_ON: Final = regex.compile(r"[扣加得计减各再每记奖罚占为满低高达到至在于给按打评共过第超近约有值和的]$")

#: A rule, or other marks: what stands at the end may be of that.
_OTHER: Final = regex.compile(r"\d\s*分(?!钟)|扣|每(?![日天周旬月季年半])|不得|[未没]\S{1,12}的")


def name_set_apart(text: Text) -> tuple[Text, Found[AmountValue], Text] | None:
    """Read `库房管理 8分 设专用库房，缺一项扣2分`: the name, its amount, and the text behind both.

    The text may also stand behind a comma, the name hold figures (`建档率100%  20分，每低1%扣1分`), and the amount be
    labelled (`利润总额  权重40%  目标值1200万元`).
    """
    cells = _cells(text)
    if len(cells) >= _COLUMNS - 1 and cells[0].folded.endswith((")", "]")):
        return _bracketed(text, cells)
    begun = _BEGUN.match(cells[1].folded) if len(cells) == _COLUMNS - 1 else None
    if begun is not None:
        worth = cell_amount(cells[1][: begun.end("marks")])
        return (cells[0], worth, cells[1][begun.end() :]) if worth is not None and _is_name(cells[0]) else None
    if len(cells) < _COLUMNS or _GOES_ON.match(cells[2].folded):
        return None
    named = _named(cells, text[: text.index_of(cells[2])].strip())
    return (*named, text[text.index_of(cells[2]) :]) if named is not None else None


def _named(cells: list[Text], before: Text) -> tuple[Text, Found[AmountValue]] | None:
    """Read the name and the amount in the first two cells of several, which are all that stands `before` the others."""
    if not _MARKS.fullmatch(cells[1].folded):
        share = labelled_amount(cells[1])
        whole = share is not None and len(share.text) == len(cells[1]) and _is_name(cells[0])
        return (cells[0], share) if whole and share is not None else None
    named = unbracketed_amount(before)
    if named is not None:
        return named[1], named[0]
    worth = cell_amount(cells[1])
    plain = _FIGURES.search(cells[0].folded) is not None and _PLAIN.fullmatch(cells[0].folded) is not None
    return (cells[0], worth) if plain and worth is not None and _is_name(cells[0]) else None


def _is_name(cell: Text) -> bool:
    """Whether no sentence leads from a cell to the marks behind it, and it has no rule of its own."""
    return _LEADS_ON.search(cell.folded) is None and _OTHER.search(cell.folded) is None


def _bracketed(text: Text, cells: list[Text]) -> tuple[Text, Found[AmountValue], Text] | None:
    """Read `预案管理（15分）  每2年修订1次`, whatever the words behind the space begin with."""
    worth, name = trailing_amount(cells[0], in_table=False)
    plain = worth is not None and _PLAIN.fullmatch(name.folded) is not None and not _GOES_ON.match(cells[1].folded)
    return (name, worth, text[text.index_of(cells[1]) :]) if plain and worth is not None else None


def _cells(text: Text) -> list[Text]:
    marks = "分" in text.folded or "权重" in text.folded
    return spaced_cells(text) if marks and not isinstance(text.offsets, range) else []


def leading_marks(text: Text) -> tuple[Found[AmountValue], Text] | None:
    """Read marks that stand before all words, in a bracket, before a space or a comma (`5分 设专用库房。`)."""
    bracket = leading_amount(text)
    if bracket is not None:
        amount, words, rest = bracket
        return (amount, rest) if words is None and rest.chars else None
    match = _FIRST.match(text.folded)
    rest = text[match.end() :].strip() if match is not None else text
    worth = cell_amount(text[: match.end("marks")]) if match is not None else None
    if match is None or worth is None or not rest.chars or _GOES_ON.match(rest.folded):
        return None
    apart = match.end() > match.end("marks") or text.offsets[match.end()] > text.offsets[match.end() - 1] + 1
    return (worth, rest) if apart else None


def marks_before_colon(text: Text) -> tuple[Found[AmountValue], Text] | None:
    """Read marks that a colon parts from the words behind them (`5分：设专用库房`); grades and tiers look alike."""
    match = _BEFORE_COLON.match(text.folded) if text.folded[:1].isdecimal() else None
    worth = cell_amount(text[: match.end("marks")]) if match is not None else None
    return (worth, text[match.end() :]) if match is not None and worth is not None else None


def closing_set_apart(sentence: Text) -> tuple[Found[AmountValue], tuple[int, int]] | None:
    """Find the only marks of a sentence, apart at its end (`出勤率达95%以上  20分`); the amount and where it stands."""
    cells = _cells(sentence.rstrip("。; "))
    if len(cells) < _COLUMNS - 1 or not _MARKS.fullmatch(cells[-1].folded) or _LEADS_ON.search(cells[-2].folded):
        return None
    before = sentence[: sentence.index_of(cells[-1])]
    found = cell_amount(cells[-1]) if _OTHER.search(before.folded) is None else None
    return (found, (len(before), len(sentence))) if found is not None else None


def rows_set_apart(paragraphs: list[Text]) -> dict[int, tuple[Text, Text, Text]]:
    """Return number and name, text and marks of numbered lines that end in marks, by where each begins.

    All numbered lines that white space divides and that end in marks have these three columns (`1 制度 归档齐全 8分`).
    """
    found = [(text, row) for text in paragraphs if (row := _row(text)) is not None]
    named = all(len(row) == _COLUMNS and _NAME.fullmatch(row[0].folded) for _, row in found)
    alike = len(found) >= _FEWEST_ROWS and named
    return {text.start: (text[: text.index_of(row[1])].strip(), row[1], row[2]) for text, row in found} if alike else {}


def _row(text: Text) -> list[Text] | None:
    """Return the cells of a numbered line that ends in marks set apart, without its number; None for any other."""
    marker, rest = split_marker(text)
    cells = _cells(rest) if marker is not None else []
    closed = len(cells) >= _COLUMNS and _MARKS.fullmatch(cells[-1].folded) and not _LEADS_ON.search(cells[-2].folded)
    return cells if closed else None


#: A name, or a sentence with its stop, and a bare number behind it.
_CLOSING_NUMBER: Final = regex.compile(r"(?P<name>[^\n]{1,119}[\p{Han}”》%)。;])(?P<colon>:)?(?P<n>\d{1,3}(?:\.\d)?)")
_STOPS: Final = ("。", ";")


def number_apart(text: Text) -> tuple[Text, Found[AmountValue]] | None:
    """Read words and a bare number at their end that white space, a stop or a colon sets apart (`学习教育 10`)."""
    match = _CLOSING_NUMBER.fullmatch(text.folded) if text.folded[-1:].isdecimal() else None
    if match is None or _LEADS_ON.search(match["name"]) is not None:
        return None
    at, before = match.start("n"), match.end("name")
    apart = match["colon"] is not None or match["name"].endswith(_STOPS) or _is_gap(text, at)
    worth = cell_amount(text[at:]) if apart else None
    return (text[:before].strip(), worth) if worth is not None else None


def _is_gap(text: Text, at: int) -> bool:
    """Whether white space that is gone stood before a character."""
    return text.offsets[at] > text.offsets[at - 1] + 1
