"""Word's automatic numbering, rendered as Word prints it: counters by list and level, patterns, formats."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element

_CN: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def chinese(number: int, digits: str = _CN, units: str = "十百千") -> str:
    """Write 1..9999 with units: 12 is 十二, 105 is 一百零五."""
    if number <= 0 or number > 9999:
        return str(number)
    zero = "零"
    text, pending = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += (zero if pending and text else "") + digits[digit] + (units[power - 1] if power else "")
            pending = False
        else:
            pending = True
    return text[1:] if text.startswith(digits[1] + units[0]) and digits == _CN else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _run(*parts: tuple[str, int]) -> Callable[[int], str]:
    """Count along characters that follow one another, part by part; beyond the last in digits."""
    signs = "".join(chr(ord(first) + i) for first, count in parts for i in range(count))
    return lambda n: signs[n - 1] if 1 <= n <= len(signs) else str(n)


_CIRCLED: Final = (("①", 20), ("㉑", 15), ("㊱", 15))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda n: signs[(n - 1) % len(signs)]


#: ST_NumberFormat of ECMA-376 part 1, 17.18.59; what is not listed prints in decimal.
FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda n: "".join(_CN[int(c)] for c in str(n)),
    "taiwaneseDigital": lambda n: "".join(_CN[int(c)] for c in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_CN[int(c)] for c in str(n)),
    "chineseLegalSimplified": lambda n: chinese(n, _LEGAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _run(*_CIRCLED),
    "decimalEnclosedCircleChinese": _run(*_CIRCLED),
    "ideographEnclosedCircle": _run(("㊀", 10)),
    "decimalEnclosedParen": _run(("⑴", 20)),
    "decimalEnclosedFullstop": _run(("⒈", 20)),
    "decimalFullWidth": lambda n: "".join(chr(ord(c) + 0xFEE0) for c in str(n)),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


_OFF: Final = ("0", "false", "off")


def child(parent: Element, tag: str) -> Element | None:
    """Return the first child with a tag."""
    return next(parent.iterchildren(tag), None)


def properties_of(parent: Element, tag: str) -> Element | None:
    """Return the child that holds an element's properties: the first one (ECMA-376), nearly always."""
    first = parent[0] if len(parent) else None
    return first if first is not None and first.tag == tag else child(parent, tag)


def having(root: Element, *tags: str) -> frozenset[Element]:
    """Return the elements right below which one of these stands.

    One walk, and none where the parser has not met such a name: then nobody need look for it in thousands of places.
    """
    return frozenset(parent for found in root.iter(*tags) if (parent := found.getparent()) is not None)


def value(parent: Element | None, name: str, default: str = "") -> str:
    """Return the value of a property, `default` where it is not set."""
    found = child(parent, W + name) if parent is not None else None
    return (found.get(W + "val") or default) if found is not None else default


def is_on(sign: Element) -> bool:
    """Whether a property that is either on or off is on (ECMA-376, 17.17.4)."""
    return sign.get(W + "val") not in _OFF


def number_of(properties: Element | None) -> tuple[str | None, int | None]:
    """Return the list and the level that a `w:pPr` names, None for what it does not name."""
    numbers = child(properties, W + "numPr") if properties is not None else None
    level = value(numbers, "ilvl")
    return value(numbers, "numId") or None, int(level) if level.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it counts, what it prints (`第%1条`), which style counts in it."""

    start: int
    format: str
    pattern: str
    legal: bool
    restart: int | None
    style: str


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=int(value(element, "start", "1") or 1),
        format=value(element, "numFmt", "decimal"),
        pattern=value(element, "lvlText"),
        legal=child(element, W + "isLgl") is not None,
        restart=int(restart) if restart.isdecimal() else None,
        style=value(element, "pStyle"),
    )


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstracts: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None) -> "Numbering":
        """Read numbering.xml; an empty numbering where there is none."""
        made = cls()
        if root is None:
            return made
        abstracts = list(root.iterchildren(W + "abstractNum"))
        by_style = {value(a, "styleLink"): a for a in abstracts}
        for abstract in abstracts:
            # One that only names a numbering style has the levels of the list that defines the style.
            owner = by_style.get(value(abstract, "numStyleLink") or "-", abstract)
            levels = {int(x.get(W + "ilvl") or 0): _level(x) for x in owner.iterchildren(W + "lvl")}
            made.levels[abstract.get(W + "abstractNumId") or ""] = levels
        for num in root.iterchildren(W + "num"):
            made._read_num(num)
        return made

    def _read_num(self, num: Element) -> None:
        number, abstract = num.get(W + "numId") or "", value(num, "abstractNumId")
        self.abstracts[number] = abstract
        for override in num.iterchildren(W + "lvlOverride"):
            at = int(override.get(W + "ilvl") or 0)
            level, start = child(override, W + "lvl"), value(override, "startOverride")
            if level is not None:
                self.abstracts[number] = f"{abstract}/{number}"
                own = self.levels.setdefault(f"{abstract}/{number}", dict(self.levels.get(abstract, {})))
                own[at] = _level(level)
            if start:
                self.overrides[number, at] = int(start)

    def level_of(self, number: str, style: str, named: int) -> int:
        """Return the level that a style counts in: the one that is tied to it, else the one it names."""
        levels = self.levels.get(self.abstracts.get(number, ""), {})
        return next((at for at, level in levels.items() if level.style == style), named)

    def next(self, number: str, at: int) -> str:
        """Count one paragraph of a list's level and return what Word prints before it, '' for bullets."""
        abstract = self.abstracts.get(number, "")
        levels = self.levels.get(abstract, {})
        level = levels.get(at)
        if level is None:
            return ""
        counts = self.counts.setdefault(abstract, {})
        if (number, at) in self.overrides and (number, at) not in self.begun:
            counts[at] = self.overrides[number, at]
        else:
            counts[at] = counts.get(at, level.start - 1) + 1
        self.begun.add((number, at))
        for deeper in [d for d in counts if d > at and _restarts(levels.get(d), at)]:
            del counts[deeper]
        return _printed(level, levels, counts)


def _restarts(level: Level | None, at: int) -> bool:
    return level is None or level.restart is None or (level.restart != 0 and at < level.restart)


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    text = level.pattern
    for at, other in levels.items():
        name = "decimal" if level.legal else other.format
        number = counts.get(at, other.start)
        text = text.replace(f"%{at + 1}", FORMATS.get(name, str)(number))
    return "" if level.format == "bullet" else text
