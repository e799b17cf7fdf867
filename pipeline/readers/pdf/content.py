"""What a PDF unfolds to: its streams inflated under the limits before pdfium sees them, its pages counted after."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from pipeline.readers.limits import CELLS, CHARACTERS, RULES, STREAMS, UNPACKED, megabytes
from pipeline.readers.pdf.page import Page

#: A pattern that begins with its letters is found ten times as fast as one that looks behind itself for `end` first.
_STREAM: Final = re.compile(rb"stream\r?\n")
#: A stream's dictionary stands right before it; those of pictures are never inflated to read text.
_REACH: Final = 800
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FONT: Final = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_DEFLATED: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
#: How much the packings that nobody uses for text any more can grow; zlib is measured instead.
_GROWTH: Final = ((re.compile(rb"/(?:LZWDecode|LZW)\b"), 1000), (re.compile(rb"/(?:RunLengthDecode|RL)\b"), 64))
_PIECE, _CHUNK = 2**14, 2**20


def check_streams(data: bytes, name: str) -> None:
    """Refuse a file whose page content or fonts unfold to more than any notice's."""
    content = everything = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _REACH) : match.start()]
        if head.endswith(b"end"):
            continue
        head = head[head.rfind(b"obj") + 3 :]
        if _PICTURE.search(head):
            continue
        is_font = _FONT.search(head) is not None
        for size in _sizes(data, match.end(), head):
            everything += size
            content += 0 if is_font else size
            STREAMS.hold(megabytes(content), name)
            UNPACKED.hold(megabytes(everything), name)


def _sizes(data: bytes, start: int, head: bytes) -> Iterator[int]:
    """Yield what a stream's layers unfold to, a piece at a time."""
    for pattern, growth in _GROWTH:
        if pattern.search(head):
            end = data.find(b"endstream", start)
            yield growth * ((end if end >= 0 else len(data)) - start)
    layers = len(_DEFLATED.findall(head))
    if not layers:
        return
    pieces = _inflated(_pieces(data, start))
    for _ in range(layers - 1):
        pieces = _inflated(pieces)
    for piece in pieces:
        yield len(piece)


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    for at in range(start, len(data), _PIECE):
        yield data[at : at + _PIECE]


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate piece by piece, so that no piece is ever larger than a megabyte; a broken stream ends where it breaks."""
    inflater = zlib.decompressobj()
    try:
        for piece in packed:
            rest = piece
            while rest and not inflater.eof:
                yield inflater.decompress(rest, _CHUNK)
                rest = inflater.unconsumed_tail
            if inflater.eof:
                return
    except zlib.error:
        return


def check_page(page: Page, before: int, name: str) -> int:
    """Refuse a page on which more stands than on any notice's; returns the characters of all pages so far."""
    CHARACTERS.hold(before + len(page.chars), name)
    RULES.hold(len(page.edges), name)
    upright = {round(e.x0) for e in page.edges if not e.level}
    level = {round(e.top) for e in page.edges if e.level}
    CELLS.hold(len(upright) * len(level), name)
    return before + len(page.chars)
