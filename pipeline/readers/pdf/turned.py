"""What is set sideways on a page: all of it, where a program turned the text and not the page, or words in a margin."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import pypdfium2.raw as raw

from pipeline.document import Box, Document, Place
from pipeline.readers.pdf.chars import Char

#: Text that is neither level nor upright is a watermark.
RIGHT_ANGLE: Final = 1.5707963267948966
#: So many characters of a page are looked at to tell how it is set.
_SAMPLE: Final = 60
#: Fewer side by side are signs of a line that is set downwards.
_FEWEST: Final = 3
#: In sizes: how far aside the next one of a run stands at most.
_ASIDE: Final = 0.2
#: Reads from bottom to top: a page would have to be turned to the right.
_UPWARDS: Final = 90


def standing(angle: float) -> int:
    """Return by how many degrees to the right a page must be turned for characters at an angle of pdfium's to stand."""
    return -round(angle / RIGHT_ANGLE) % 4 * 90


def upright(text: raw.FPDF_TEXTPAGE, rotation: int) -> int:
    """Return the rotation in which most of a page's characters stand, that of the page where there is no such."""
    count = raw.FPDFText_CountChars(text)
    places = (i for i in range(0, count, max(1, count // _SAMPLE)) if raw.FPDFText_GetUnicode(text, i) > ord(" "))
    angles = [angle for i in places if (angle := raw.FPDFText_GetCharAngle(text, i)) % RIGHT_ANGLE <= 0.1]
    seen = Counter(map(standing, angles))
    return next((turn for turn, times in seen.items() if 2 * times > len(angles)), rotation)


def put_upright(chars: list[Char], sideways: Mapping[int, int]) -> tuple[list[Char], tuple[tuple[Char, ...], ...]]:
    """Return a page's characters, and the runs that are set sideways, those that read upwards from top to bottom."""
    runs = list[tuple[Char, ...]]()
    for run in _runs(chars, sideways):
        if sideways[run[0]] % 360 == _UPWARDS:
            words = [chars[i].text for i in run]
            for i, text in zip(reversed(run), words, strict=True):
                chars[i] = chars[i]._replace(text=text)
            chars[run[0] : run[-1] + 1] = reversed(chars[run[0] : run[-1] + 1])
        runs.append(tuple(chars[i] for i in run))
    return chars, tuple(runs)


def _runs(chars: Sequence[Char], sideways: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the places of characters set sideways one behind the other."""
    run = list[int]()
    for i in sideways:
        if run and not (i == run[-1] + 1 and sideways[i] == sideways[run[-1]] and _beside(chars[run[-1]], chars[i])):
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(i)
    if len(run) >= _FEWEST:
        yield run


def _beside(one: Char, other: Char) -> bool:
    return abs(one.x0 + one.x1 - other.x0 - other.x1) <= 2 * _ASIDE * one.size


def in_margin(chars: Sequence[Char], runs: Sequence[tuple[Char, ...]]) -> tuple[list[Char], list[tuple[Char, ...]]]:
    """Take the runs that are set sideways outside of all tables from among a page's other characters."""
    left = set(chars)
    outside = [run for run in runs if all(char in left for char in run)]
    taken = {char for run in outside for char in run}
    return [char for char in chars if char not in taken], outside


def as_drawn(document: Document, turned: Mapping[int, tuple[int, float, float]]) -> Document:
    """Put the places of pages that were turned to be read where they are on the page; by page: turn, width, height."""
    if not turned:
        return document
    places = tuple(_as_drawn(place, turned) for place in document.places)
    return replace(document, places=places)


def _as_drawn(place: Place, turned: Mapping[int, tuple[int, float, float]]) -> Place:
    if place.page is None or place.page not in turned or place.bbox is None:
        return place
    return place._replace(bbox=_turned_back(place.bbox, *turned[place.page]))


def _turned_back(box: Box, turn: int, width: float, height: float) -> Box:
    x0, top, x1, bottom = box
    if turn == 90:
        return top, width - x1, bottom, width - x0
    if turn == 180:
        return width - x1, height - bottom, width - x0, height - top
    return height - bottom, x0, height - top, x1
