"""Every finding that zhibiao can make: its code, severity and sentence, as a table."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.language import tr
from pipeline.models import Finding, Severity, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind of finding; the message is filled from named figures."""

    severity: Severity
    message: str
    reason: str


CATALOG: Final = {
    "children_sum": Entry(
        "warning", "“{label}” states {stated}, its children add up to {sum}", "a part is missing, or a figure is wrong"
    ),
    "total_sum": Entry(
        "warning", "the total states {stated}, the top level adds up to {sum}", "the printed total contradicts the table"
    ),
    "subtotal_sum": Entry(
        "warning", "the subtotal states {stated}, the rows above it add up to {sum}", "a row is missing, or a figure is wrong"
    ),
    "self_total_sum": Entry(
        "warning", "the self total states {stated}, the self scores add up to {sum}", "the form was added up wrongly"
    ),
    "self_score_above_full": Entry(
        "warning", "“{label}” has a self score of {score}, its full marks are {full}", "nobody can have more than full marks"
    ),
    "amount_repaired": Entry("info", "“{raw}” lost a character and was read as {value}", "a bracket, 分 or % is missing"),
    "pinyin_removed": Entry(
        "info", "pinyin stands behind characters in {count} places, first “{text}”; it was left out", "a copy for readers"
    ),
    "amount_shared": Entry("warning", "“{raw}” stands over several rows and was given to the first", "a merged cell"),
    "amounts_differ": Entry(
        "warning", "“{label}” states {raw}, and “{other}” under “{header}”; the first was taken", "two full marks of one row, or columns read wrongly"
    ),
    "number_repaired": Entry("warning", "“{raw}” lost a bracket and was read as {value}", "〔 or 〕 around a document number's year"),
    "date_repaired": Entry("warning", "“{raw}” lost a character and was read as {value}", "年, 月 or 日 is missing"),
    "date_ambiguous": Entry(
        "info", "“{raw}” was read as {value}; it may also mean before that month begins", "前 without 底 or a day"
    ),
    "numbering_gap": Entry("warning", "“{label}” is numbered {number} after {before}", "an item may be missing"),
    "numbering_repeated": Entry("warning", "“{label}” is numbered {number} after {before}", "two items carry one number"),
    "split_item_joined": Entry("info", "“{label}” stands in {parts} parts and was read as one item", "a page break cut it, or each row of a copy says it again"),
    "structure_alone": Entry(
        "info", "the table has lost its columns; its levels were inferred, no other reading came near", "no cell says what it is"
    ),
    "structure_margin": Entry(
        "info", "the table has lost its columns; its levels were inferred, the next best reading costs {margin} more", "no cell says what it is"
    ),
    "structure_doubtful": Entry(
        "warning", "the table has lost its columns; its levels were inferred, the next best reading costs {margin} more and differs first at “{text}”", "two trees explain the text about as well"
    ),
    "structure_poor": Entry(
        "warning", "the table has lost its columns; its levels were inferred, and no reading explains its cells well: look at it", "cells that the header does not foresee"
    ),
    "structure_laid": Entry(
        "info", "the table has lost its columns; its lines were put under {columns} columns again by the pattern that they repeat",
        "no cell says what it is",
    ),
    "structure_laid_loosely": Entry(
        "warning", "the table has lost its columns; its lines were put under {columns} columns again, and not all fit the pattern that they repeat: look at it",
        "cells that are empty, go on in the next line or are not like the others of their column",
    ),
    "structure_remarks": Entry(
        "warning", "nothing in this table, which was run together, divides {count} remarks from the cells beside them, first “{text}”: look at them",
        "a column of remarks is mostly empty: what seems to stand in it may belong to the cell before it or to the next row",
    ),
    "structure_undivided": Entry(
        "warning", "the table has lost its columns, and nothing was found under “{header}”: it may stand in front of what was read as “{other}”",
        "a name and its requirement were run together",
    ),
    "structure_cells": Entry(
        "warning", "{count} lines of this outline look like the cells of a table that has lost its columns, first “{text}”: look at it",
        "lines of nothing but a number, a time or bodies",
    ),
    "heading_cut": Entry(
        "warning", "nothing divides the heading “{label}” from its text; it was cut where its sentence begins, as those beside it are: look at it",
        "a stop or a line's end is missing",
    ),
    "heading_long": Entry(
        "warning", "the title “{label}” reads like a sentence: its text may have been run together with it, look at it",
        "a stop or a line's end is missing",
    ),
    "rows_of_bodies": Entry(
        "warning", "{count} rows of this table hold nothing but bodies, first “{text}”: its tasks are missing or were read wrongly, look at it",
        "a list of members under a table's header, or columns that were read one too far",
    ),
    "structure_moved": Entry(
        "info", "{count} rows below “{label}” lost a column and were placed by their numbers", "a page lost its first column"
    ),
    "cells_placed": Entry(
        "warning",
        "{count} rows have fewer cells than the table; the cells were placed by what they look like, first at “{text}”",
        "merged cells are absent on the rows below",
    ),
    "blanks_merged": Entry(
        "info",
        "{count} empty cells below units or deadlines were read as merged with the cell above, first “{text}”",
        "a merged cell that is printed as empty ones",
    ),
    "nature_bonus": Entry("info", "“{label}” was read as given besides the full marks, as all its rules give and the whole has no need of it", "a neutral heading such as 其他"),
    "nature_deduction": Entry("info", "“{label}” was read as taken off, as all its rules take and the whole has no need of it", "a neutral heading such as 其他"),
    "column_recast": Entry(
        "info", "the column “{header}” was read as {role}, as its cells suggest", "a header that is used for two things"
    ),
    "points_columns_sum": Entry(
        "info", "“{taken}” was read as the full marks and not “{left}”: its amounts add up to the total", "two columns of amounts"
    ),
    "points_columns_more": Entry(
        "info", "“{taken}” was read as the full marks and not “{left}”: it is nowhere less", "two columns of amounts"
    ),
    "points_columns_first": Entry(
        "warning", "“{taken}” was read as the full marks, but “{left}” may be them as well", "two columns of amounts, and nothing tells which"
    ),
    "points_columns_each": Entry(
        "warning", "“{taken}” and “{left}” each add up to a total; neither was read as the full marks", "columns of full marks for different bodies"
    ),
    "columns_told": Entry(
        "warning", "the table has no header that is known; its columns were read by what they hold: {roles}", "a page lost its header, or has words of its own"
    ),
    "amounts_over": Entry(
        "info",
        "{count} amounts stand beside the first of several rows and were given to the name over them, first “{text}”",
        "a merged cell that is printed as empty ones",
    ),
    "header_unknown": Entry("warning", "the table has no header that is known; its columns could not be told apart", "cells are kept, row by row, without their fields"),
    "grades_unread": Entry("warning", "“{header}” and {count} columns beside it grade the items, but what a grade is worth was not read; their words are kept", "bands of a hundred, shares of the full marks or conditions alone"),
    "points_missing": Entry("warning", "“{label}” has no full marks, others beside it have", "its cell in such a column is empty, or one cell covers several rows"),
    "points_awarded": Entry("info", "{count} items in “{label}” have their full marks from what their rules give, first “{raw}”: together they come to the whole", "做到的得5分, and no other amount"),
    "points_unstated": Entry("info", "{count} items in “{label}” have no full marks of their own, though their rules give some, first “{raw}”: look at them", "做到的得5分, and nothing tells whether that is all"),
    "points_unread": Entry("warning", "“{label}” has no full marks: “{raw}” is no one amount", "several amounts, or words, in a cell of full marks"),
    "marks_untaken": Entry("warning", "the words of “{label}” hold full marks that no item took ({raw}): look at it", "headings that lost their numbers or lines, or a table that was read as text"),
    "number_unread": Entry("warning", "the number's cell of “{label}” holds “{raw}”, which is no number alone; its words were kept beside it", "a name or a remark in the column of numbers"),
    "responsible_missing": Entry("warning", "“{label}” has no responsible unit", "its cell in such a column is empty"),
    "label_unread": Entry("warning", "“{label}” says “{word}”, but nothing was read from it", "words behind a label that name no body or no time"),
    "deadline_without_year": Entry("warning", "“{raw}” names no year, and neither does the notice; no deadline was read", "6月底前 in an undated notice"),
    "deadline_without_start": Entry("warning", "“{label}” may take as long as “{raw}” says, but not from when; no deadline was read", "3个月内 without an event that it counts from"),
    "deadline_or_state": Entry("warning", "“{raw}” was read as due on {due}; what is said of it may as well be what was so by then, look at it", "截至6月底，完成1200户 in a notice without a date of issue"),
    "deadline_missing": Entry("warning", "“{label}” has no deadline", "its cell in such a column is empty"),
    "deadline_before_issue": Entry(
        "info", "“{raw}” is due {due}, before the notice was issued on {issued}", "late notices and wrong years look so"
    ),
    "leads_by_place": Entry("info", "the first body of {count} lists was read as in the lead, as “{text}” says", "a note on how lists of bodies are meant"),
    "agency_unknown": Entry(
        "info", "“{name}” has the form of an agency but is not in the table", "its standing name is not known"
    ),
    "format_mislabelled": Entry("warning", "the file is named {named} but holds {told} and was read as that", "a download saved a page for a file"),
    "encoding_damaged": Entry("warning", "{count} characters are broken in the file's {encoding} and show as �", "a transfer or an editor damaged the bytes"),
    "page_unreadable": Entry("warning", "page {page} holds no text that can be read; it is missing here", "a scanned page, or a font without a map"),
    "boxes_redrawn": Entry("info", "{count} tables drawn with box characters were redrawn as rows; places are those of the redrawn text", "│分│ over │值│ is 分值"),
    "cells_rejoined": Entry("warning", "{count} cells that spaces broke were put together, first “{text}”: look at it", "a narrow column breaks its words"),
    "rows_undivided": Entry("warning", "{count} lists have fields between spaces or pipes as a table's rows have, but nothing tells where one row or column ends, first “{text}”: look at them", "a table of plain text without its header, or all on one line"),
    "watermark_left_out": Entry("info", "text set obliquely on {count} pages was left out as a watermark: “{text}”", "内部资料 across a page"),
    "radicals_folded": Entry("info", "{count} characters that the font maps to CJK radicals were read as the ideographs they show", "⼯ for 工"),
    "rows_joined": Entry("info", "{count} table rows that a page break had cut were joined", "a row over two pages is one row"),
    "hidden_sheet": Entry("info", "{count} hidden sheets were left out", "nobody sees them"),
    "hidden_rows": Entry("info", "{count} hidden rows were left out", "nobody sees them"),
    "hidden_columns": Entry("info", "{count} hidden columns were left out", "nobody sees them"),
    "formula_without_result": Entry("warning", "{count} formulas have no stored result; open the file and save it again", "only a spreadsheet program can compute them"),
    "hidden_text": Entry("info", "{count} characters are hidden, struck out or an empty field's prompt in the file and were left out, first “{text}”", "nobody sees them on the page, or their author crossed them out"),
    "embedded_unread": Entry("warning", "{count} files or objects that are set into the document were not read: put their words into it and save it again", "a sheet or another file in a Word file"),
    "styles_unfollowed": Entry("warning", "the page's style sheets are too large to be followed: what they hide or strike out from “{text}” on was read; look at it, or print the page to a PDF and convert that", "thousands of rules, or rules that ask after every element"),
    "styles_adding": Entry("warning", "the page's style sheets put words or numbers before or behind {count} of its parts, first “{text}”, which were not read; look at them, or print the page to a PDF and convert that", "they stand in no text of the page, and a browser counts them"),
    "day_by_field": Entry("warning", "{count} days such as “{text}” are put in by the word processor each time the file is opened, and may not be the notice's; type them", "a DATE field shows the day on which somebody looked"),
    "numbering_generated": Entry("info", "{count} numbers were counted by the word processor, not typed", "they are not in the file's text"),
    "no_scheme": Entry("warning", "no indicator or task was found in this notice", "it may be of another genre"),
    "unparsed_text": Entry("warning", "“{text}” was not understood and is in no item", "nothing may be lost silently"),
}  # fmt: skip


@cache
def _templates() -> tuple[tuple[str, str, "re.Pattern[str]"], ...]:
    """Return each message's code as written, its template, and a pattern that reads its figures back."""
    return tuple((_written(code), entry.message, _reader(entry.message)) for code, entry in CATALOG.items())


def _reader(template: str) -> "re.Pattern[str]":
    seen: set[str] = set()
    parts = re.split(r"\{(\w+)\}", template)
    made = ""
    for i, part in enumerate(parts):
        if i % 2 == 0:
            made += re.escape(part)
        else:
            made += f"(?P={part})" if part in seen else f"(?P<{part}>.*)"
            seen.add(part)
    return re.compile(made, re.DOTALL)


def localized(found: Finding) -> str:
    """Say a finding in the language at hand: its figures are read back from its message, as JSON may be all we have."""
    for code, template, reader in _templates():
        match = reader.fullmatch(found.message) if code == found.code else None
        if match is not None:
            return tr(template, **{key: tr(value) for key, value in match.groupdict().items()})
    return found.message


#: Kinds of inference that the contract knows by one code.
_INFERRED: Final = (
    "structure_alone",
    "structure_margin",
    "structure_doubtful",
    "structure_poor",
    "structure_laid",
    "structure_laid_loosely",
    "structure_remarks",
    "structure_undivided",
    "structure_cells",
    "heading_cut",
    "heading_long",
    "rows_of_bodies",
    "structure_moved",
    "cells_placed",
    "blanks_merged",
    "column_recast",
    "columns_told",
    "amounts_over",
    "nature_bonus",
    "nature_deduction",
)


#: So begin the ways in which a column of points was chosen.
_CHOSEN: Final = "points_columns"


def _written(code: str) -> str:
    """Return the code that the contract has for one of the table."""
    return "structure_inferred" if code in _INFERRED else _CHOSEN if code.startswith(_CHOSEN) else code


def remarked(code: str, figures: tuple[tuple[str, str], ...]) -> Finding:
    """Make the finding of a reader's remark on the whole file."""
    entry = CATALOG[code]
    return Finding(code=code, severity=entry.severity, message=entry.message.format(**dict(figures)), pointer="")


def finding(
    code: str, pointer: str, span: Span | None, *, severity: Severity | None = None, **figures: object
) -> Finding:
    """Make a finding of the table's kind `code`; KeyError on an unknown one."""
    entry = CATALOG[code]
    return Finding(
        code=_written(code),
        severity=severity or entry.severity,
        message=entry.message.format(**figures),
        pointer=pointer,
        span=span,
    )
