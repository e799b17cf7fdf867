"""Words made safe to show: nothing in them steers the terminal, the log or the reader that they are shown on."""

import re
from typing import Final

#: Signs that JSON lets stand in a string though a terminal or an editor obeys them: the second set of control
#: characters (CSI among them), marks of direction, and the two line ends that JavaScript knows.
_SIGNS: Final = tuple(
    map(chr, (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)))
)
_STEERING: Final = re.compile(f"[{''.join(_SIGNS)}]")


def printable(words: str) -> str:
    """Replace what would steer a terminal: control characters and marks of direction show as a blank."""
    return words if words.isprintable() else "".join(char if char.isprintable() else " " for char in words)


def printable_lines(words: str) -> str:
    """Do the same to a text of several lines, whose line ends and tabs stay."""
    return "".join(char if char in "\n\t" else printable(char) for char in words)


def escaped(json: str) -> str:
    r"""Write the steering signs of a JSON text as \u escapes: the same values, and harmless where it is shown."""
    if not any(map(json.__contains__, _SIGNS)):  # nearly always, and a third of what the pattern takes to see it
        return json
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
