"""What pdfium sees on a page: characters with their boxes, and the lines that are drawn."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from struct import Struct
from typing import Any, Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.document import Box
from pipeline.readers.limits import DRAWN
from pipeline.readers.pdf.calls import bare
from pipeline.readers.pdf.chars import Char
from pipeline.readers.pdf.fields import with_notes
from pipeline.readers.pdf.pale import WHITE, Colours, fill_of, pale
from pipeline.readers.pdf.signs import with_signs
from pipeline.readers.pdf.turned import RIGHT_ANGLE, put_upright, standing, upright

#: A filled shape no thicker than this is a border, as browsers draw them.
_THIN: Final = 3.0
_LEVEL: Final = 1.0
#: U+FFFD stands for a character that cannot be told.
_LOST: Final = 0xFFFD
#: Forms within forms deeper than this are not followed.
_DEEPEST_FORM: Final = 15
#: A picture that fills this share of a page is the page.
_MOSTLY: Final = 0.5
#: White space, what pdfium puts for a hyphen at a line's end, and signs that show nothing.
_BLANK: Final = frozenset((0xA0, 0x3000, 0xFFFE, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060))
#: Reads the left, top, right and bottom of a box of pdfium's.
_SIDES: Final = Struct("4f").unpack_from


@dataclass(frozen=True, slots=True)
class Edge:
    """A drawn horizontal or vertical line."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it is horizontal."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """A page as drawn; `number` from 1; `watermark` is what stands on it obliquely.

    A `pictured` one is a picture for the most part, as scans are. The words that were `struck` out are not here, nor
    those that are `unseen`, white on white or beside the paper. What is set `sideways` stands among the characters too,
    each run of it from top to bottom. Where most of a page is, it was `turned` by so many degrees to be read; so many
    fields and notes on it, which nothing draws, are `unread`.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    edges: tuple[Edge, ...]
    watermark: str
    pictured: bool = False
    struck: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    sideways: tuple[tuple[Char, ...], ...] = ()
    turned: int = 0
    unread: int = 0


def is_tagged(document: "pdfium.PdfDocument") -> bool:
    """Whether a file says that it carries a structure tree."""
    return bool(raw.FPDFCatalog_IsTagged(document.raw))


def read_page(document: "pdfium.PdfDocument", index: int, name: str, tagged: bool = False) -> Page:
    """Read one page of the file of this name; its handles are closed again, so that memory does not grow with pages."""
    page, unread = with_notes(document, index)
    width, height = page.get_size()
    seen = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, seen)
    rotation = page.get_rotation()
    count = raw.FPDFPage_CountObjects(page.raw)
    DRAWN.hold(count, name)
    found = _found(page, count)
    drawn = [drawn for item in found.others for drawn in _object(ctypes.cast(item, raw.FPDF_PAGEOBJECT), _OUTER, 0)]
    text = page.get_textpage()
    DRAWN.hold(raw.FPDFText_CountChars(text.raw), name)
    turned = (upright(text.raw, rotation) - rotation) % 360
    if turned % 180:
        width, height = height, width
    turn = _Turn((rotation + turned) % 360, width, height, seen.left, seen.bottom)
    hidden = pale(found.white, found.others) if found.white else frozenset()
    places = _of_texts(text.raw, hidden) if hidden else range(0)
    chars, heights = _chars(text.raw, turn, tagged, frozenset(places))
    edges = tuple(_edges([path for path in drawn if path.kind == raw.FPDF_PAGEOBJ_PATH], turn))
    pictured = any(_covers(d, width * height) for d in drawn if d.kind == raw.FPDF_PAGEOBJ_IMAGE)
    unseen = _pieces(text.raw, places) + _pieces(text.raw, sorted(heights.beside))
    text.close()
    page.close()
    chars, runs = put_upright(chars, heights.sideways)
    oblique = "".join(heights.oblique)
    return Page(
        index + 1, width, height, tuple(chars), edges, oblique, pictured, (), unseen, runs, turned, unread
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Turn:
    """Maps pdfium's page space (origin bottom left, unrotated) to the page as seen (origin top left).

    What is seen of a page may begin elsewhere than at the origin, at `left` and `bottom`.
    """

    rotation: int
    width: float
    height: float
    left: float = 0.0
    bottom: float = 0.0

    @property
    def plain(self) -> bool:
        """Whether nothing but the origin's corner differs."""
        return not self.rotation and self.left == 0 == self.bottom

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        left, bottom, right, top = left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        if not self.rotation:
            return left, self.height - top, right, self.height - bottom
        if self.rotation == 90:
            return bottom, left, top, right
        if self.rotation == 180:
            return self.width - right, bottom, self.width - left, top
        return self.width - top, self.height - right, self.width - bottom, self.height - left


def _codes(text: Any) -> Sequence[int]:
    """Return each character's code: all in one call, unless some have none."""
    count = raw.FPDFText_CountChars(text)
    codes = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, codes) == count + 1:
        return list(codes)[:count]
    return [raw.FPDFText_GetUnicode(text, i) for i in range(count)]


#: Makes a Char in a third of the time that its own way takes: there are ten thousand on twenty pages.
_new: Final = tuple.__new__
_loose_box, _origin = map(bare, (raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin))
_object_at, _kind = bare(raw.FPDFPage_GetObject, ctypes.c_void_p), bare(raw.FPDFPageObj_GetType)
_text_object, _marked_content = (
    bare(raw.FPDFText_GetTextObject, ctypes.c_void_p),
    bare(raw.FPDFPageObj_GetMarkedContentID),
)


def _of_texts(text: Any, objects: frozenset[int]) -> list[int]:
    """Return the places of the characters of some texts; none where they are most of a page: something else is dark."""
    handle, count = ctypes.cast(text, ctypes.c_void_p), raw.FPDFText_CountChars(text)
    places = [i for i in range(count) if _text_object(handle, i) in objects]
    return places if len(places) <= _MOSTLY * count else []


def _pieces(text: Any, places: Sequence[int]) -> tuple[str, ...]:
    """Return the words of characters at some places, in pieces between which others stand."""
    if not places:
        return ()
    codes, steps = _codes(text), [at for at, (a, b) in enumerate(pairwise(places), 1) if b > a + 1]
    found = ("".join(chr(codes[i]) for i in places[a:b]).strip() for a, b in pairwise((0, *steps, len(places))))
    return tuple(filter(None, found))


@dataclass(slots=True)
class _Heights:
    """Tells on which height a page's characters stand, and which stand on none: those set obliquely, or off the paper.

    Those that are set `sideways` are known by their place among the characters, with what a page must be turned by for
    them to stand.
    """

    text: Any
    turn: _Turn
    known: dict[tuple[float, float], float] = field(default_factory=dict)
    level: float = -1.0
    oblique: list[str] = field(default_factory=list)
    sideways: dict[int, int] = field(default_factory=dict)
    beside: list[int] = field(default_factory=list)
    x: ctypes.c_double = field(default_factory=ctypes.c_double)
    y: ctypes.c_double = field(default_factory=ctypes.c_double)
    ways: tuple[Any, Any, Any] = field(init=False)
    plain: bool = field(init=False)

    def __post_init__(self) -> None:
        """Make once what each call takes: there are thousands of heights on twenty pages."""
        self.ways = ctypes.cast(self.text, ctypes.c_void_p), ctypes.byref(self.x), ctypes.byref(self.y)
        self.plain = self.turn.plain

    def base(self, i: int, place: int, top: float, bottom: float) -> float | None:
        """Return the height of a character whose box is as high as none before, None where it stands on none."""
        handle, x_at, y_at = self.ways
        _origin(handle, i, x_at, y_at)
        x, y = self.x.value, self.y.value
        base = self.turn.height - y if self.plain else self.turn.box(x, y, x, y)[1]
        if base != self.level and not self._stands(i, place):
            return None
        if bottom < 0 or top > self.turn.height:
            self.beside.append(i)
            return None
        self.known[top, bottom] = self.level = base
        return base

    def _stands(self, i: int, place: int) -> bool:
        """Whether a character is level or upright; one that is not is kept apart."""
        angle = raw.FPDFText_GetCharAngle(self.text, i)
        if angle % RIGHT_ANGLE > 0.1:
            self.oblique.append(chr(raw.FPDFText_GetUnicode(self.text, i)))
            return False
        if (stands := standing(angle)) != self.turn.rotation:
            self.sideways[place] = stands - self.turn.rotation
        return True


def _chars(text: Any, turn: _Turn, tagged: bool, unseen: frozenset[int]) -> tuple[list[Char], _Heights]:
    heights = _Heights(text, turn)
    found, box, bases, beside = list[Char](), turn.box, heights.known, heights.beside
    plain, width, height = turn.plain, turn.width, turn.height
    handle = ctypes.cast(text, ctypes.c_void_p)
    rect = raw.FS_RECTF()
    pointer, sides = ctypes.byref(rect), memoryview(rect).cast("B")
    high, mark, last = 0, -1, None
    for i, code in enumerate(with_signs(text, _codes(text))):
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if code >= 0xDC00:
            code, high = _scalar(high, code), 0
        if code <= 32 or code in _BLANK or (unseen and i in unseen) or not _loose_box(handle, i, pointer):
            continue
        left, upper, right, lower = _SIDES(sides)
        if plain:  # as nearly every page is, and half of what the call costs
            x0, top, x1, bottom = left, height - upper, right, height - lower
        else:
            x0, top, x1, bottom = box(left, lower, right, upper)
        # Boxes with one top and bottom stand on one line; what stands on a line seen before is as level as that was.
        base = bases.get((top, bottom))
        if base is None and (base := heights.base(i, len(found), top, bottom)) is None:
            continue
        if x1 < 0 or x0 > width:
            beside.append(i)
            continue
        tall, wide = bottom - top, x1 - x0
        size = tall if tall >= wide else wide
        if tagged and (shown := _text_object(handle, i)) != last:
            last, mark = shown, _marked_content(ctypes.c_void_p(shown))
        found.append(_new(Char, (chr(code), x0, top, x1, bottom, base, size, base - size / 3, mark)))
    return found, heights


def _scalar(high: int, code: int) -> int:
    """Return the character of a pair of surrogates; what is none, as in a broken font's table, is a lost one."""
    if code < 0xE000:
        return 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else _LOST
    return code if code <= 0x10FFFF else _LOST


class _Drawn(NamedTuple):
    """A path or picture on a page, and the matrix that takes it there."""

    kind: int
    item: Any
    matrix: "pdfium.PdfMatrix"


_TOLD: Final = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)


class _Found(NamedTuple):
    """What is on a page: white texts, and all that is no text."""

    white: list[Any]
    others: list[Any]


_OUTER: Final = pdfium.PdfMatrix()


def _found(page: "pdfium.PdfPage", count: int) -> _Found:
    """Tell a page's objects apart; texts, which are many, become no objects of Python."""
    handle, colours = ctypes.cast(page.raw, ctypes.c_void_p), Colours()
    parts, (red, green, blue, alpha) = colours.parts, colours.at
    white, others = list[Any](), list[Any]()
    pointer, text = ctypes.c_void_p, raw.FPDF_PAGEOBJ_TEXT
    for i in range(count):
        item = pointer(_object_at(handle, i))
        if _kind(item) != text:
            others.append(item)
        # Nearly all letters are black, which the first part tells.
        elif fill_of(item, red, green, blue, alpha) and parts[0] >= WHITE and colours.is_white(item):
            white.append(item)
    return _Found(white, others)


def _object(found: Any, outer: "pdfium.PdfMatrix", depth: int) -> Iterator[_Drawn]:
    """Yield an object, or those of a form within its own space."""
    kind = raw.FPDFPageObj_GetType(found)
    if kind not in _TOLD:
        return
    matrix = _matrix(found).multiply(outer)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield _Drawn(kind, found, matrix)
        return
    for i in range(raw.FPDFFormObj_CountObjects(found) if depth < _DEEPEST_FORM else 0):
        yield from _object(raw.FPDFFormObj_GetObject(found, i), matrix, depth + 1)


def _matrix(item: Any) -> "pdfium.PdfMatrix":
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return pdfium.PdfMatrix.from_raw(found)


def _covers(picture: _Drawn, area: float) -> bool:
    """Whether a picture, which is drawn in a square of one point, fills most of a page."""
    a, b, c, d, *_ = picture.matrix.get()
    return bool(abs(a * d - b * c) > _MOSTLY * area)


def _edges(paths: list[_Drawn], turn: _Turn) -> Iterator[Edge]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for _, path, matrix in paths:
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        for points in _subpaths(path, matrix):
            if stroke.value:
                yield from _stroked(points, turn)
            elif fill.value:
                yield from _filled(points, turn)


Points = list[tuple[float, float]]


def _subpaths(path: Any, matrix: "pdfium.PdfMatrix") -> Iterator[Points]:
    points: Points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _stroked(points: Points, turn: _Turn) -> Iterator[Edge]:
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ax - bx) <= _LEVEL or abs(ay - by) <= _LEVEL:
            yield Edge(*turn.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _filled(points: Points, turn: _Turn) -> Iterator[Edge]:
    """Take a thin filled shape as the line along its middle."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x0, top, x1, bottom = turn.box(min(xs), min(ys), max(xs), max(ys))
    if bottom - top <= _THIN < x1 - x0:
        yield Edge(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    elif x1 - x0 <= _THIN < bottom - top:
        yield Edge((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
