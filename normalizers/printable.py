"""Words made safe to show: nothing in them steers the terminal, the log or the reader that they are shown on."""

import re
from typing import Final

#: Signs that JSON lets stand in a string though a terminal or an editor obeys them: the second set of control
#: characters (CSI among them), marks of direction, and the two line ends that JavaScript knows.
_STEERING: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def printable(words: str) -> str:
    """Replace what would steer a terminal: control characters and marks of direction show as a blank."""
    return words if words.isprintable() else "".join(char if char.isprintable() else " " for char in words)


def printable_lines(words: str) -> str:
    """Do the same to a text of several lines, whose line ends and tabs stay."""
    return "".join(char if char in "\n\t" else printable(char) for char in words)


def escaped(json: str) -> str:
    r"""Write the steering signs of a JSON text as \u escapes: the same values, and harmless where it is shown."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
