"""A character of a PDF's page."""

from typing import NamedTuple


class Char(NamedTuple):
    """A character and its box; points, origin top left.

    `base` is the height of the line that it stands on: boxes differ between fonts, and those of Type 3 fonts
    hold only the ink (一 is a stroke), but what is on one line has one base. `size` is its height, or its
    width where it is wider; `middle` is a third of that above the base. `mark` is its marked content's number
    in a tagged file, else -1.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    middle: float
    mark: int = -1
