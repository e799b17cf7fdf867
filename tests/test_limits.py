"""Files that hold more than any notice are refused in one sentence, wherever they come from and whatever they claim."""

import io
import zipfile
from itertools import pairwise

import pytest

from extractors.found import Found, settle
from extractors.text import Text
from pipeline.commands.watch import MEMORY, SECONDS
from pipeline.convert import convert, convert_document
from pipeline.errors import InputUnreadableError, LimitExceededError
from pipeline.language import using
from pipeline.readers import read
from pipeline.readers.limits import FILE, LIMITS, MEGABYTE
from tests.bombs import EXTERNAL, P, page, sheet, with_doctype
from tests.conftest import ROOT
from tests.fuzz.seeds import packed, word


def test_a_limit_is_said_in_both_languages_with_its_figure():
    with pytest.raises(LimitExceededError) as caught:
        read(page("<div>" * 500), "a.html")
    assert (
        str(caught.value)
        == "a.html: the file has more than 160 levels of nesting, as no notice does; give the notice alone"
    )
    with using("zh"):
        assert caught.value.told == "a.html：文件超过 160 层嵌套，通知不会如此，请只提供通知本身"
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_every_limit_has_a_reason_and_lets_through_what_it_names(limit):
    assert limit.reason
    limit.hold(limit.most, "a")
    with pytest.raises(LimitExceededError):
        limit.hold(limit.most + 1, "a")


def test_the_security_page_names_every_limit_as_it_is():
    stated = [line for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    assert stated == [f"| `{name}` | {x.most:,} | {x.what} | {x.reason} |" for name, x in LIMITS.items()]
    told = (ROOT / "SECURITY.md").read_text("utf-8")
    assert f"{MEMORY} MB or {SECONDS} seconds" in " ".join(told.split())


class Endless(io.RawIOBase):
    """A stream without end that counts what was read of it."""

    given = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        buffer[:] = b"1" * len(buffer)
        self.given += len(buffer)
        return len(buffer)


def test_a_stream_without_end_is_read_only_to_the_limit():
    stream = Endless()
    with pytest.raises(LimitExceededError):
        convert(io.BufferedReader(stream), name="endless.txt")
    assert stream.given <= (FILE.most + 2) * MEGABYTE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_is_refused_in_any_encoding(encoding):
    body = f'<?xml version="1.0"?>{EXTERNAL}<a>&j;</a>'.encode(encoding)
    data = word(P.format("公开"), {"word/footnotes.xml": body.decode("latin-1")})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    with pytest.raises(InputUnreadableError, match="defines entities"):
        read(packed({**members, "word/footnotes.xml": body}), "a.docx")


def test_a_picture_may_have_a_document_type():
    assert convert_document(read(word(P.format("公开"), {"word/media/a.svg": f"{EXTERNAL}<svg/>"}), "a.docx"))


def test_entities_of_a_spreadsheet_are_refused():
    data = sheet('<row r="2"><c t="inlineStr"><is><t>%HERE%</t></is></c></row>')
    with pytest.raises(InputUnreadableError, match="defines entities"):
        read(with_doctype(data, "xl/worksheets/sheet1.xml", b"&j;", EXTERNAL), "a.xlsx")


def test_an_encrypted_member_is_one_sentence():
    data = bytearray(word(P.format("公开")))
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    with pytest.raises(InputUnreadableError, match="encrypted"):
        read(bytes(data), "a.docx")


def test_formats_down_to_the_last_row_of_a_sheet_are_no_cells():
    rows = '<row r="2"><c r="A2" t="inlineStr"><is><t>公开</t></is></c><c r="B2"><v>2</v></c></row>'
    made = read(sheet(f'{rows}<row r="1048576"><c r="XFD1048576" s="0"/></row>'), "a.xlsx")
    assert made.text == "考核项目\t分值\n公开\t2\n"


def test_values_that_overlap_are_settled_in_time():
    words = Text.of("一二三四五六七八九十" * 3000)
    candidates = [Found(i, words[i : i + 3], i % 2) for i in range(0, len(words) - 3, 2)]
    kept = settle(candidates)
    assert all(a.text.end <= b.text.start for a, b in pairwise(kept))
