"""The numbers that a browser shows before the items of a list, by its kind, where it starts and how deep it stands."""

from collections.abc import Callable, Iterator
from typing import Final

import regex

from pipeline.readers.web.elements import Element
from pipeline.readers.word.numbering import FORMATS

LISTS: Final = frozenset(("ol", "ul", "menu", "dir"))
#: The `type` of a list, whose case counts.
_TYPES: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE: Final = regex.compile(r"list-style(?:-type)?\s*:\s*(?P<kind>[^;]{0,60})", regex.I)
_PLACES: Final = frozenset(("inside", "outside", "!important"))
_CHINESE: Final = ("chineseCounting", "{}、")
_LETTERS: Final = ("lowerLetter", "{}.")
_CAPITALS: Final = ("upperLetter", "{}.")
#: CSS Counter Styles Level 3: how a kind counts and what stands around its numbers; other kinds show no number.
_KINDS: Final = {
    "decimal": ("decimal", "{}."), "decimal-leading-zero": ("decimalZero", "{}."),
    "lower-alpha": _LETTERS, "lower-latin": _LETTERS, "upper-alpha": _CAPITALS, "upper-latin": _CAPITALS,
    "upper-roman": ("upperRoman", "{}."),
    "cjk-ideographic": _CHINESE, "simp-chinese-informal": _CHINESE, "trad-chinese-informal": _CHINESE,
    "cjk-decimal": ("ideographDigital", "{}、"),
    "cjk-heavenly-stem": ("ideographTraditional", "{}、"), "cjk-earthly-branch": ("ideographZodiac", "{}、"),
}  # fmt: skip
_SMALL_ROMAN: Final = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"
#: A browser sets a list within a list apart by its place alone; where its numbers are of the same kind, these do.
_BELOW: Final[tuple[Callable[[int], str], ...]] = (
    lambda n: f"（{n}）", lambda n: FORMATS["decimalEnclosedCircle"](n) if n <= 20 else f"（{n}）"
)  # fmt: skip


def counted_as(kind: str, number: int) -> str | None:
    """Return a number as a kind of list writes it, None where nobody knows how."""
    return FORMATS[_KINDS[kind][0]](number) if kind in _KINDS else None


def numbers(parent: Element) -> dict[Element, str]:
    """Return the number of each item of a list, "" where none is shown."""
    kind, depth = _kind(parent), _depth(parent)
    return {item: _printed(_kind(item) or kind, n, depth) for item, n in _counted(parent)}


def _counted(parent: Element) -> Iterator[tuple[Element, int]]:
    """Count a list's items; one with a `value` has that, and the next ones go on from it."""
    items = [child for child in parent if child.tag == "li"]
    down = parent.get("reversed") is not None
    first = _whole(parent.get("start"))
    at = first if first is not None else len(items) if down else 1
    for item in items:
        said = _whole(item.get("value"))
        at = at if said is None else said
        yield item, at
        at += -1 if down else 1


def _whole(printed: str | None) -> int | None:
    printed = (printed or "").strip()
    return int(printed) if regex.fullmatch(r"-?[0-9]{1,6}", printed) else None


def kind_said(style: str) -> str:
    """Return the kind of numbers that a style asks for, "" where it says nothing of it."""
    match = _STYLE.search(style)
    return next((word for word in match["kind"].lower().split() if word not in _PLACES), "") if match else ""


def _kind(element: Element) -> str:
    """Return the kind of numbers that a list, or one item of it, says that it has; "" where an item says nothing."""
    said = kind_said(element.get("style") or "")
    if said or element.tag == "li":
        return said or _TYPES.get(element.get("type") or "", "")
    if element.tag != "ol":
        return "disc"
    return _TYPES.get(element.get("type") or "1", "decimal")


def _depth(parent: Element) -> int:
    """Return how many lists of the same kind a list stands in."""
    kind = _kind(parent)
    return sum(up.tag in LISTS and _kind(up) == kind for up in parent.iterancestors())


def _printed(kind: str, number: int, depth: int) -> str:
    if kind == "decimal" and depth and number > 0:
        return _BELOW[min(depth, len(_BELOW)) - 1](number)
    if kind == "lower-roman":  # letters, as signs of their own: `i.` alone may be a letter
        return f"{_SMALL_ROMAN[number - 1]}." if 0 < number <= len(_SMALL_ROMAN) else f"{number}."
    if kind not in _KINDS:
        return ""
    name, around = _KINDS[kind]
    counted = number > 0 or name in ("decimal", "decimalZero")
    return around.format(FORMATS[name](number) if counted else number)
