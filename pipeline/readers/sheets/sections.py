"""A number format in its sections (ECMA-376 part 1, 18.8.31): which one a value has, and what it writes."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Final, NamedTuple

import regex

_TOKEN: Final = regex.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|(?P<unseen>_.|\*.)'
    r"|(?P<general>General|G/通用格式)|(?P<figures>[0#?.,]+)|(?P<text>@)|(?P<end>;)|(?P<percent>%)|(?P<other>.)",
    regex.S,
)
_FIGURES: Final = regex.compile(r"(?P<whole>[0#?][0#?,]*?|)(?:\.(?P<places>[0#?]*))?(?P<thousands>,*)")
_CONDITION: Final = regex.compile(r"(?P<sign>[<>=]{1,2})\s*(?P<than>-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_SIGNS: Final[dict[str, Callable[[Decimal, Decimal], bool]]] = {
    "=": eq, "<>": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip
_CURRENCY: Final = regex.compile(r"\$(?P<sign>[^\-]*)")
#: What else stands in a format is another way to write a number: in powers of ten, as a fraction, as a date.
_UNKNOWN: Final = regex.compile(r'[A-Za-z1-9/"\[\\]')


class Figures(NamedTuple):
    """How figures are written: placeholders before and behind the point, how many thousands are left out."""

    whole: str
    places: str
    thousands: int


class Section(NamedTuple):
    """What one section writes: `figures` are None for all of a number; without a `slot` it writes words alone.

    One that is `blank` writes nothing. Of `numerals` is 1 for Chinese ones, 2 for those of banks.
    """

    before: str = ""
    slot: str = ""
    figures: Figures | None = None
    after: str = ""
    hundreds: int = 0
    condition: tuple[str, Decimal] | None = None
    known: bool = True
    blank: bool = False
    numerals: int = 0

    @property
    def words(self) -> str:
        """Return what it writes beside the value."""
        return self.before + self.after

    def holds(self, value: Decimal) -> bool:
        """Whether a value meets its condition."""
        return self.condition is None or _SIGNS[self.condition[0]](value, self.condition[1])


#: A format has no more characters (Excel's own limit), and one percent sign means something, or two.
_LONGEST: Final = 255
_MOST_HUNDREDS: Final = 2
#: The fourth section is for words.
_MOST_SECTIONS: Final = 4
_NUMERALS: Final = regex.compile(r"DBNum(?P<kind>[12])", regex.I)
_UNREAD: Final = Section(known=False)


@lru_cache(maxsize=512)
def sections(number_format: str) -> tuple[Section, ...]:
    """Return the sections of a format, a file has a few."""
    if len(number_format) > _LONGEST:
        return (_UNREAD,)
    split = list(_split(number_format))
    return tuple(_section(tokens, blank=len(split) > 1 or bool(tokens)) for tokens in split)


def for_number(value: Decimal, number_format: str) -> tuple[Section, bool]:
    """Return the section for a number, and whether a negative number has its sign before that.

    A section for negative numbers writes their sign itself, with `-`, brackets or another word; one that writes no
    other words than the first shows it by a colour alone, which no text has.
    """
    found = sections(number_format)
    numbers = found[:3] if len(found) == 1 or found[:3][-1].slot != "@" else found[:3][:-1]
    if any(one.condition for one in numbers):
        one = next((one for one in numbers if one.holds(value)), _UNREAD)
        return one, not {"-", "(", "（"} & set(one.before)
    at = 0 if value > 0 or len(numbers) == 1 else 1 if value < 0 else 2
    one = numbers[at] if at < len(numbers) else numbers[0]
    return one, at != 1 or one.words == numbers[0].words


def for_words(number_format: str) -> Section | None:
    """Return the section for words, None where they are shown as they are."""
    found = sections(number_format)
    last = found[-1]
    hides = last.blank and len(found) == _MOST_SECTIONS
    return last if hides or (last.slot == "@" and last.known) else None


def _split(number_format: str) -> Iterator[list["regex.Match[str]"]]:
    section: list[regex.Match[str]] = []
    for token in _TOKEN.finditer(number_format):
        if token["end"]:
            yield section
            section = []
        else:
            section.append(token)
    yield section


def _section(tokens: Sequence["regex.Match[str]"], *, blank: bool) -> Section:
    """Read a section; `blank` where it would write nothing if it had nothing."""
    slots = [i for i, token in enumerate(tokens) if token["figures"] or token["general"] or token["text"]]
    conditions = [token["bracket"] for token in tokens if (token["bracket"] or "")[:1] in tuple("<>=")]
    at = slots[0] if slots else len(tokens)
    slot = tokens[at][0] if slots else ""
    figures = _figures(slot) if slots and tokens[at]["figures"] else None
    condition = _condition(conditions[0]) if conditions else None
    read = len(slots) < 2 and len(conditions) < 2 and not any(_UNKNOWN.match(token["other"] or "") for token in tokens)
    hundreds = sum(token["percent"] is not None for token in tokens)
    if (
        not read
        or hundreds > _MOST_HUNDREDS
        or (figures is None and slots and tokens[at]["figures"])
        or (conditions and condition is None)
    ):
        return _UNREAD
    nothing = blank and all(token["bracket"] is None and not _written(token).strip() for token in tokens) and not slot
    numerals = next((int(m["kind"]) for token in tokens if (m := _NUMERALS.fullmatch(token["bracket"] or ""))), 0)
    before, after = _words(tokens[:at]), _words(tokens[at + 1 :])
    return Section(before, slot, figures, after, hundreds, condition, blank=nothing, numerals=numerals)


def _words(tokens: Sequence["regex.Match[str]"]) -> str:
    """Return what tokens write; room for a sign and for filling is a space, or nothing."""
    return "".join(map(_written, tokens))


def _written(token: "regex.Match[str]") -> str:
    if token["bracket"] is not None:
        currency = _CURRENCY.match(token["bracket"])
        return currency["sign"] if currency is not None else ""
    return token["quoted"] or token["escaped"] or token["percent"] or token["other"] or ""


def _figures(slot: str) -> Figures | None:
    match = _FIGURES.fullmatch(slot)
    if match is None or not (match["whole"] or match["places"]):
        return None
    return Figures(match["whole"].replace(",", ""), match["places"] or "", len(match["thousands"]))


def _condition(bracket: str) -> tuple[str, Decimal] | None:
    match = _CONDITION.fullmatch(bracket)
    return (match["sign"], Decimal(match["than"])) if match is not None and match["sign"] in _SIGNS else None
