"""Signs that show nothing and only tell a program where to break a line or which way to write (Unicode, 23.2)."""

from typing import Final

import regex

#: Zero-width spaces and joiners, marks of direction, the byte order mark; and the soft hyphen, but between figures some
#: programs show it: `5\u00ad10` is a range.
_UNSHOWN: Final = regex.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|(?<![0-9])\u00ad|\u00ad(?![0-9])"
)


def without_unshown(text: str) -> str:
    """Return a text without them; one that is printable has none."""
    return text if text.isprintable() else _UNSHOWN.sub("", text)
