"""What a style says of the letters' colour and size, and of what is behind them (CSS: Color 4, Backgrounds 3)."""

from typing import Final, NamedTuple

import regex

#: Colours that no eye tells from white, and letters without any.
_WHITE: Final = (
    r"white|#(?:f{3,4}|(?:f[a-f]){3}(?:ff)?)(?![0-9a-f])"
    r"|rgba?\(\s*25[0-5][\s,]+25[0-5][\s,]+25[0-5]\s*(?:[,/]\s*1\s*)?\)"
)
_NO_COLOUR: Final = r"transparent|rgba\((?:\s*[0-9]{1,3}\s*,){3}\s*0(?:\.0*)?\s*\)"
_PALE: Final = regex.compile(rf"(?:{_WHITE}|{_NO_COLOUR})\s*(?:!\s*important\s*)?", regex.I)
#: What a background may say without being one.
_BARE: Final = regex.compile(
    rf"{_NO_COLOUR}|\b(?:none|(?:no-)?repeat|scroll|fixed|initial|inherit|unset|left|right|top|center|bottom|auto)\b"
    r"|\b0(?:%|px)?|!\s*important|\s+",
    regex.I,
)
_PAPER: Final = regex.compile(_WHITE, regex.I)
_COLOUR: Final = regex.compile(r"(?<![\w\-])color\s*:\s*(?P<how>[^;]{1,60})", regex.I)
_BACK: Final = regex.compile(r"(?<![\w\-])background(?:-color|-image)?\s*:\s*(?P<how>[^;]{1,200})", regex.I)
_SIZE: Final = regex.compile(r"(?<![\w\-])font-size\s*:\s*(?P<how>[^;]{1,40})", regex.I)
_ZERO: Final = regex.compile(r"0(?:\.0*)?(?![\d.])")
_RELATIVE: Final = regex.compile(r"(?<![\d.])[\d.]++\s*+(?:em|%|ex|ch)|inherit|smaller|larger", regex.I)
_SAME: Final = ("inherit", "currentcolor", "unset")
#: What lays an element over others, or draws its letters in another way.
_MOVED: Final = regex.compile(
    r"position\s*:\s*(?:absolute|fixed|sticky)|margin[\w\-]*\s*:[^;]{0,40}-\s*[\d.]|transform|z-index|text-shadow|text-stroke"
    r"|text-fill|filter|blend|(?<![\w\-])(?:left|top|right|bottom)\s*:\s*-",
    regex.I,
)
#: A page without any of these has no letters that nobody sees by their colour, none by their size.
_PALE_LETTERS: Final = regex.compile(
    r"(?<![\w\-])color[\"']?\s*+[:=]\s*+(?:[\"']\s*+)?+(?:#f|white|rgba?\(|transparent)", regex.I
)
_SIZELESS: Final = regex.compile(r"font-size\s*:\s*0(?:\.0*)?(?![\d.])", regex.I)


class Paint(NamedTuple):
    """Whether letters are pale or without size, and whether what is behind them is dark; None where nothing is said."""

    pale: bool | None = None
    dark: bool | None = None
    sizeless: bool | None = None


def paints(page: str) -> bool:
    """Whether a page has letters that nobody may see by their colour or size."""
    return _SIZELESS.search(page) is not None or _PALE_LETTERS.search(page) is not None


def paint(style: str) -> Paint:
    """Read a style; of what is said twice the last goes."""
    return Paint(_pale(style), _dark(style), _sizeless(style))


def is_pale(colour: str) -> bool:
    """Whether nobody sees letters of a colour on white."""
    return _PALE.fullmatch(colour.strip()) is not None


def is_paper(colour: str) -> bool:
    """Whether a colour is white."""
    return _PAPER.fullmatch(colour.strip()) is not None


def _last(pattern: "regex.Pattern[str]", style: str) -> str:
    found = pattern.findall(style)
    return str(found[-1]).strip() if found else ""


def _pale(style: str) -> bool | None:
    how = _last(_COLOUR, style)
    return is_pale(how) if how and how.lower() not in _SAME else None


def _dark(style: str) -> bool | None:
    """Whether an element has a background, or nobody knows what it stands over."""
    if _MOVED.search(style) is not None:
        return True
    said = [_BARE.sub("", _PAPER.sub("", how)) != "" for how in _BACK.findall(style)]
    if any(said):
        return True
    return False if any(_PAPER.search(how) for how in _BACK.findall(style)) else None


def _sizeless(style: str) -> bool | None:
    """Whether letters have no size; one that is a share of none is none."""
    how = _last(_SIZE, style)
    if not how:
        return None
    return True if _ZERO.match(how) else None if _RELATIVE.match(how) else False
