"""Small valid files of every format to begin from: the damage bench's trees, stretches of the corpus, made packages."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from html import escape

import openpyxl

from tests.conftest import CORPUS, TEXTS
from tests.damage.bench import fits, written
from tests.damage.layouts import LAYOUTS
from tests.damage.trees import trees
from tests.tagging import Tagged

FORMATS = ("txt", "html", "docx", "xlsx", "pdf")
#: Inputs per second count for more than pages per input: most seeds are cut this short, every eighth is longer.
STRETCH = 120
LONGEST = 900
_LONG_EVERY = 8
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@cache
def texts() -> tuple[str, ...]:
    """Notices as text: every layout of the small trees, stretches of the corpus, its phrases."""
    whole = [
        written(tree, layout, "none")
        for tree in trees()[2:]
        for layout in LAYOUTS
        if layout != "spans" and fits(tree, layout)
    ]
    made = [words[: STRETCH if i % _LONG_EVERY else LONGEST] for i, words in enumerate(whole)]
    for path in TEXTS:
        words = path.read_text("utf-8")
        made += [words[at : at + STRETCH] for at in range(0, len(words), STRETCH * 3)]
    for path in sorted((CORPUS / "phrases").glob("*.tsv")):
        lines = [line.split("\t")[0] for line in path.read_text("utf-8").splitlines()]
        made += ["\n".join(lines[at : at + 12]) for at in range(0, len(lines), 36)]
    return tuple(made)


@cache
def seeds(file_format: str) -> tuple[bytes, ...]:
    """The files of a format to begin from."""
    made: dict[str, object] = {"txt": _plain, "html": _pages, "docx": _words, "xlsx": _books, "pdf": _prints}
    return tuple(made[file_format]())  # type: ignore[operator]


def _plain() -> Iterator[bytes]:
    for i, words in enumerate(texts()):
        yield words.encode("gb18030" if i % 9 == 0 else "utf-8")


def _pages() -> Iterator[bytes]:
    for tree in trees()[2:]:
        yield written(tree, "spans", "none")[:LONGEST].encode()
    for words in texts()[::4]:
        lines = "".join(f"<p>{escape(line)}</p>\n" for line in words.split("\n"))
        yield f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><nav><a href="/a">首页</a></nav>{lines}</body></html>'.encode()


def rows(words: str) -> list[list[str]]:
    """A text's lines as rows of cells."""
    return [line.replace("|", "\t").split("\t") for line in words.split("\n")]


def packed(members: dict[str, str | bytes]) -> bytes:
    """A zip of members, hardly compressed, for speed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 1)
    return stream.getvalue()


def word(body: str, more: dict[str, str] | None = None) -> bytes:
    """A Word file whose body is given as XML, with numbering, styles, notes and a footer."""
    kinds = {"numbering": _NUMBERING, "styles": _STYLES, "footnotes": _NOTES, "footer": _FOOTER}
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(kinds)
    )
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for kind in ("document.main", *kinds)
    ).replace("document.main.xml", "document.xml")
    link = f'<Relationship Id="link" Type="{_OFFICE}/hyperlink" Target="http://a.example/" TargetMode="External"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'{_HEADER}<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_HEADER}<Relationships xmlns="{_RELATIONS}">{relations}{link}</Relationships>',
        "word/document.xml": f'{_HEADER}<w:document xmlns:w="{W}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
    }
    members |= {f"word/{kind}.xml": f"{_HEADER}{content}" for kind, content in kinds.items()}
    return packed(members | (more or {}))


_NUMBERING = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num></w:numbering>'
_STYLES = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
_NOTES = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>不含乡镇。</w:t></w:r></w:p></w:footnote></w:footnotes>'
_FOOTER = f'<w:ftr xmlns:w="{W}"><w:p><w:r><w:t>第1页</w:t></w:r></w:p></w:ftr>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _paragraph(i: int, words: str) -> str:
    style = (
        "",
        '<w:pPr><w:pStyle w:val="b"/></w:pPr>',
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    )[i % 3 if i % 5 == 0 else 0]
    tail = (
        "",
        "<w:r><w:br/></w:r>",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        f'<w:hyperlink r:id="link">{_run("链接")}</w:hyperlink>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>",
    )[i % 5]
    return f"<w:p>{style}{_run(words)}{tail}</w:p>"


def _words() -> Iterator[bytes]:
    for i, words in enumerate(texts()[::2]):
        if i % 2:
            yield word("".join(_paragraph(n, line) for n, line in enumerate(words.split("\n")) if line))
            continue
        made = ""
        for r, cells in enumerate(rows(words)):
            merge = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>", "")[r % 3]
            made += (
                "<w:tr>"
                + "".join(
                    f'<w:tc><w:tcPr><w:gridSpan w:val="{1 + (c == 1 and r % 7 == 0)}"/>{merge if c == 0 else ""}</w:tcPr><w:p>{_run(cell)}</w:p></w:tc>'
                    for c, cell in enumerate(cells)
                )
                + "</w:tr>"
            )
        yield word(
            f"<w:p>{_run('2021年望川县考核细则')}</w:p><w:tbl>{made}</w:tbl><w:sdt><w:sdtContent><w:p>{_run('附注：略')}</w:p></w:sdtContent></w:sdt>"
        )


def _books() -> Iterator[bytes]:
    for i, words in enumerate(texts()[::4]):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for cells in rows(words):
            sheet.append([int(c) if c.isascii() and c.isdecimal() else c.lstrip("=") for c in cells])
        if i % 2:
            sheet.merge_cells(start_row=2, end_row=4, start_column=1, end_column=1)
            sheet["B3"] = "=SUM(C1:C2)"
        stream = io.BytesIO()
        book.save(stream)
        yield stream.getvalue()


def _prints() -> Iterator[bytes]:
    for words in texts()[::6]:
        lines = words.split("\n")[:24]
        file = Tagged()
        if "\t" in words or "|" in words:
            yield file.table(
                [
                    [([(cell or " ", 60 + 120 * c, 780 - 28 * r, r // 20)], 1, 1) for c, cell in enumerate(cells[:4])]
                    for r, cells in enumerate(rows(words)[:24])
                ]
            )
        else:
            yield file.table([[([(line or " ", 60, 780 - 20 * r, r // 12)], 1, 1)] for r, line in enumerate(lines)])
    for words in texts()[::12]:
        yield ruled(words)


def ruled(words: str) -> bytes:
    """A page with a table of drawn lines, its words in the cells."""
    file = Tagged()
    cells = [row[:4] for row in rows(words)[:12]]
    for r, row in enumerate(cells):
        for c, cell in enumerate(row):
            file.show(cell[:10] or " ", 64 + 110 * c, 760 - 40 * r, 0)
    width = max(map(len, cells))
    drawn = [f"60 {780 - 40 * r} m {60 + 110 * width} {780 - 40 * r} l S" for r in range(len(cells) + 1)]
    drawn += [f"{60 + 110 * c} 780 m {60 + 110 * c} {780 - 40 * len(cells)} l S" for c in range(width + 1)]
    file.pages[0].append("\n".join(drawn) + "\n")
    return file.table([])
