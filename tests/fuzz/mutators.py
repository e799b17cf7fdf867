"""One mutator a format: takes a valid file apart, damages its parts, puts it together again."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.fuzz.composed import composed_page, composed_text
from tests.fuzz.parts import bytes_damaged, mutated
from tests.fuzz.seeds import packed, seeds, texts
from tests.fuzz.trees import mutated_tree

#: A mutated text is so long at most; growth is rare, for speed.
_LONGEST, _GROWN = 3_000, 60_000
#: This share of the changes to XML leaves it well formed, or a strict parser would see most inputs alone.
_WELL_FORMED = 0.9
WORDS = (
    "一、", "（一）", "(1)", "1.", "1.1.1", "①", "Ⅳ", "第三条", "A1", "（2分）", "(2", "10分", "0分", "-5分", "1e309分", "9" * 400, "九" * 60,
    "０．５分", "0.5-3分", "3－1分", "扣1分", "扣1、2、3分", "每项扣0.5分，扣完为止", "最高不超过", "得满分", "权重:70%", "百分之三十", "一票否决",
    "2021年13月45日前", "2月30日前", "0000年底前", "9999年12月31日前", "每季度末", "每月31日前", "印发后5个工作日内", "持续推进", "年底前", "二〇二一年",
    "县财政局、教育局", "（责任单位：县财政局；完成时限：6月底前）", "由县教育局牵头，县财政局配合", "同上", "总分100分", "小计", "合计", "考核项目", "分值", "责任单位", "完成时限", "序号",
    "望政办〔2021〕12号", "附件：1.考核表", "关于印发望川县考核办法的通知", "各乡镇人民政府：", "2021年3月15日", "索引号：1", "发布日期：2021-02-30",
    "\t", "\n", "\n\n", "|", " | ", "│", "─", "┌─┬─┐", ",", "\"", "，", "。", "；", "：", "“", "（", "）", " ", "　", "　　", "", "#", "**", "---", "<p>", "</td>", "<br>",
    "\x1b[31m", "\x07", "\x00", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ufffd", "\ue000", "⼯", "𠮷", "é", "e\u0301", "（fā）", "=1+1", "@SUM(A1)", "%00", "{0}", "{name}", "\\", "²", "٣", "½", "㈠", "〡",
)  # fmt: skip
VALUES = (
    "",
    "0",
    "1",
    "2",
    "-1",
    "3",
    "99",
    "65535",
    "1000000",
    "2147483648",
    "99999999999999999999",
    "1.5",
    "1e9",
    "x",
    "２",
    "²",
    "٣",
    "none",
    "\t",
    "A1:XFD1048576",
    "A1",
    "restart",
    "continue",
    "#",
    "decimal",
    "true",
)
TAGS = ("<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:r>", "<w:t>", "<w:br/>", "<w:tab/>", "<w:sdt>", "<w:sdtContent>", "<w:vMerge/>", "<w:del>", "<w:numPr/>",
        "<c/>", "<row/>", "<mergeCell ref=\"A1:B2\"/>", "<v>1</v>", "<f>A1</f>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3>", "<td colspan=0>", "<td rowspan=65534 colspan=1000>", "</td>", "<p>", "</p>", "<div>", "<br>",
        "<ul><li>", "<nav>", "<form>", "<script>", "<!--", "-->", "<![CDATA[", "]]>", "<a href=\"http://a\">", "<h1>", "<svg>", "<select>", "&nbsp;", "&#0;", "&#x202e;", "&lt;", "&amp", "&x;", "<!DOCTYPE x [<!ENTITY x \"y\">]>", "<?xml?>", "<", ">")  # fmt: skip
_TOKEN = re.compile(r"<[^<>]*>|[^<]+|<")
_ATTRIBUTE = re.compile(r"""(?<=[\s"'])([\w:.-]+)=("[^"]*"|'[^']*'|[^\s<>]+)""")
_OBJECT = re.compile(rb"(\d+) 0 obj\n?(.*?)\n?endobj", re.S)
_PIECE = re.compile(
    rb"/[A-Za-z0-9]*|\d+ 0 R|<<|>>|\[|\]|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>|-?[\d.]+|[A-Za-z*']+|\s+|.", re.S
)
_PRINTED = (b"0", b"-1", b"1", b"99999999999", b"1 0 R", b"2 0 R", b"4 0 R", b"99 0 R", b"null", b"true", b"/Page", b"/Pages", b"/S", b"/K", b"/Kids", b"/Table", b"/TR", b"/TD", b"/Form", b"/Type",
            b"<<>>", b"[]", b"<<", b">>", b"[", b"]", b"()", b"<>", b"<4e00>", b"<d800>", b"<0000>", b"/F0", b"Tj", b"TJ", b"Tm", b"Tf", b"BT", b"ET", b"EMC", b"q", b"Q", b"cm", b"re", b"m", b"l", b"S", b"f", b"0 1 -1 0 0 0 cm", b"1e400", b"0.00000001", b"595", b"/Rotate 90", b"/MCID", b" ", b"\n")  # fmt: skip


#: Composed anew, and how often.
_COMPOSED = {"txt": composed_text, "html": composed_page}
_ANEW = 0.25


def mutant(file_format: str, number: int) -> bytes:
    """The numbered mutant of a format, some composed anew: the same number gives the same bytes."""
    random = Random(f"{file_format} {number}")
    if file_format in _COMPOSED and random.random() < _ANEW:
        return _COMPOSED[file_format](random)
    files = seeds(file_format)
    made, donor = random.choice(files), random.choice(files)
    if random.random() < 0.06:
        return bytes_damaged(made, random)
    made = _MUTATORS[file_format](made, donor, random)
    return bytes_damaged(made, random) if random.random() < 0.02 else made


def change(file_format: str, data: bytes, random: Random) -> bytes:
    """Change any bytes by the parts of a format; what has no such parts is damaged as bytes."""
    try:
        return _MUTATORS[file_format](data, random.choice(seeds(file_format)), random)
    except (ValueError, LookupError, OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError):
        return bytes_damaged(data, random)


def _deeds(random: Random) -> int:
    return random.choice((1, 1, 2, 2, 3, 5, 9))


def _shortened(words: str, random: Random) -> str:
    return words[: _GROWN if random.random() < 0.005 else _LONGEST]


def text(made: bytes, donor: bytes, random: Random) -> bytes:
    """A text by lines, cells, characters."""
    encoding = "utf-8" if _is_utf8(made) else "gb18030"
    words, lent = made.decode(encoding), donor.decode("utf-8" if _is_utf8(donor) else "gb18030")
    for _ in range(_deeds(random)):
        words = _words(words, lent, random)
    encoding = random.choice(
        (encoding, encoding, encoding, encoding, "utf-8", "gb18030", "utf-16", "big5", "utf-8-sig")
    )
    return _shortened(words, random).encode(encoding, "replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _words(words: str, lent: str, random: Random) -> str:
    sign = random.choice(("\n", "\n", "\t", "|", "", "", "，", "。"))
    if sign:
        return sign.join(mutated(words.split(sign), lent.split(sign), WORDS, random))
    return "".join(mutated(list(words), list(lent), WORDS, random))


def _attributes(tag: str, random: Random) -> str:
    found = list(_ATTRIBUTE.finditer(tag))
    if not found:
        return tag
    match = random.choice(found)
    return tag[: match.start(2)] + f'"{random.choice(VALUES)}"' + tag[match.end(2) :]


def markup(words: str, lent: str, random: Random) -> str:
    """Markup by tags, attributes, texts."""
    for _ in range(_deeds(random)):
        tokens = _TOKEN.findall(words)
        if not tokens:
            break
        deed, at = random.randrange(4), random.randrange(len(tokens))
        if deed == 0:
            tagged = [i for i, token in enumerate(tokens) if "=" in token and token[0] == "<"]
            at = random.choice(tagged) if tagged else at
            tokens[at] = _attributes(tokens[at], random)
        elif deed == 1 and tokens[at][0] != "<":
            tokens[at] = _words(tokens[at], random.choice(texts()), random)
        else:
            tokens = mutated(tokens, _TOKEN.findall(lent), TAGS, random)
        words = "".join(tokens)
    return words


def page(made: bytes, donor: bytes, random: Random) -> bytes:
    """A web page."""
    words = markup(made.decode("utf-8", "replace"), donor.decode("utf-8", "replace"), random)
    return _shortened(words, random).encode(random.choice(("utf-8", "utf-8", "utf-8", "gb18030", "utf-16")), "replace")


def package(made: bytes, donor: bytes, random: Random) -> bytes:
    """A zip of XML: one member by its markup, sometimes the members themselves."""
    members, lent = _members(made), _members(donor)
    if random.random() < 0.08:
        items = mutated(
            list(members.items()),
            list(lent.items()),
            [("a", b""), ("../b", b"b"), ("word/document.xml", b"<a/>")],
            random,
        )
        return packed(dict(items))
    name = random.choice([n for n in members if n.endswith(("document.xml", "sheet1.xml"))] or list(members))
    name = name if random.random() < 0.75 else random.choice(list(members))
    if random.random() < _WELL_FORMED:
        content = members[name]
        for _ in range(_deeds(random)):
            content = mutated_tree(content, lent.get(name, b""), WORDS, VALUES, random)
        return packed({**members, name: content})
    words = markup(members[name].decode("utf-8", "replace"), lent.get(name, b"").decode("utf-8", "replace"), random)
    return packed({**members, name: words[:_GROWN].encode()})


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def print_(made: bytes, donor: bytes, random: Random) -> bytes:
    """A PDF by objects, and by the pieces of an object or stream; its table of places is made anew."""
    objects = [(int(m[1]), m[2]) for m in _OBJECT.finditer(made)]
    for _ in range(_deeds(random)):
        if random.random() < 0.2:
            lent = [(int(m[1]), m[2]) for m in _OBJECT.finditer(donor)]
            objects = mutated(objects, lent, [(3, b"<<>>"), (99, b"null")], random)
        if not objects:
            break
        at = random.randrange(len(objects))
        number, body = objects[at]
        pieces = mutated(_PIECE.findall(body), _PIECE.findall(random.choice(objects)[1]), _PRINTED, random)
        objects[at] = (number, b"".join(pieces)[:_GROWN])
    return printed(objects)


def printed(objects: list[tuple[int, bytes]]) -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    out, places = io.BytesIO(), dict[int, int]()
    out.write(b"%PDF-1.7\n")
    for number, body in objects:
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, size = out.tell(), max(places, default=0) + 1
    out.write(b"xref\n0 %d\n" % min(size, 10_000))
    out.write(
        b"".join(
            b"%010d 00000 %s \n" % (places.get(n, 0), b"n" if n in places else b"f") for n in range(min(size, 10_000))
        )
    )
    out.write(b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))
    return out.getvalue()


_MUTATORS: dict[str, Callable[[bytes, bytes, Random], bytes]] = {
    "txt": text, "html": page, "docx": package, "xlsx": package, "pdf": print_,
}  # fmt: skip
