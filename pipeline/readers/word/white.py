"""Colours that no eye tells from white paper, and whether a part's bytes name any: most files have none."""

import re
from typing import Final

_WHITE: Final = re.compile("F[A-F]F[A-F]F[A-F]", re.I)
_LETTERS: Final = re.compile(rb"color\s[^<>]{0,200}\"F[A-F]F[A-F]F[A-F]\"", re.I)
#: White as styles name it; what is nearly so is set by hand. Looking for it costs less than for a pattern.
_NAMED: Final = (b'"FFFFFF"', b'"ffffff"')
_COLOUR, _STYLE, _END, _OF_TABLES = b"<w:color ", b"<w:style ", b"</w:style>", b'w:type="table"'


def is_white(colour: str) -> bool:
    """Whether a colour is white."""
    return _WHITE.fullmatch(colour) is not None


def has_white(content: bytes) -> bool:
    """Whether a part has white letters."""
    return _LETTERS.search(content) is not None


def names_white(content: bytes) -> bool:
    """Whether a style has white letters; those of tables stand on dark headers, and every Word file has some."""
    return any(_names(content, white) for white in _NAMED)


def _names(content: bytes, white: bytes) -> bool:
    at = 0
    while (found := content.find(white, at)) >= 0:
        begun = content.rfind(_STYLE, at, found)
        end = content.find(_END, found)
        if begun >= 0 and _OF_TABLES in content[begun : content.find(b">", begun)]:
            at = end if end >= 0 else len(content)
        elif content.startswith(_COLOUR, content.rfind(b"<", at, found)):
            return True
        else:
            at = found + len(white)
    return False
