"""What an EQ field shows: it has no result, and Word's signs in circles and older formulas are such fields."""

from dataclasses import dataclass, field
from typing import Final

import regex

from pipeline.readers.formulas import fraction, root
from pipeline.readers.word.numbering import FORMATS

_EQUATION: Final = regex.compile(r"\s*EQ\b", regex.I)
#: Signs with a meaning of their own stand behind a backslash; a switch's name may have a number.
_TOKEN: Final = regex.compile(
    r"\\(?P<sign>[,;()\\])|\\(?P<name>[A-Za-z]+) ?\d*|(?P<opened>\()|(?P<parted>[,;])|(?P<closed>\))"
    r"|(?P<words>[^\\(),;]+)|."
)
#: No sign or formula takes more; what is within brackets is put together once for each pair around it.
_LONGEST: Final = 2000
_RINGS: Final = "○〇◯ΟO"
_FRAMES: Final = "□△◇"
#: A root has its degree before what is under it.
_ROOT: Final = 2
_CIRCLED: Final = FORMATS["decimalEnclosedCircle"]


@dataclass(slots=True)
class _Part:
    """A switch with its arguments."""

    name: str
    arguments: list[str] = field(default_factory=lambda: [""])

    @property
    def shown(self) -> str:
        """Return what is seen of it: a fraction as it would be typed, a number in a circle, else all its words."""
        if self.name == "f":
            return fraction(self.arguments)
        if self.name == "r" and len(self.arguments) == _ROOT:
            return root(self.arguments[::-1])
        first = self.arguments[0].strip()
        if self.name != "o" or not first or first not in _RINGS + _FRAMES:
            return "".join(self.arguments)
        inner = "".join(self.arguments[1:]).strip()
        return _CIRCLED(int(inner)) if first in _RINGS and regex.fullmatch("[0-9]{1,2}", inner) else inner


def equation(instruction: str) -> str:
    r"""Return what the field of an instruction shows (`EQ \o\ac(○,1)` is ①), "" where it is no equation."""
    begun = _EQUATION.match(instruction) if len(instruction) <= _LONGEST else None
    if begun is None:
        return ""
    parts, names = [_Part("")], list[str]()
    for token in _TOKEN.finditer(instruction.strip(), len(begun[0].lstrip())):
        if token["name"]:
            names.append(token["name"].lower())
        elif token["opened"]:
            parts.append(_Part(next(iter(names), "")))
            names = []
        elif token["closed"] and len(parts) > 1:
            ended = parts.pop()
            parts[-1].arguments[-1] += ended.shown
        elif token["parted"] and len(parts) > 1:
            parts[-1].arguments.append("")
        else:
            parts[-1].arguments[-1] += token["sign"] or token["words"] or token["parted"] or token["closed"] or ""
    while len(parts) > 1:
        ended = parts.pop()
        parts[-1].arguments[-1] += ended.shown
    return parts[0].shown.strip()
