"""How the runs of a part look, as far as it changes what is read: left out because hidden or crossed out, raised, lowered."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, NamedTuple, Self

from pipeline.readers.raised import joins_with_numbers
from pipeline.readers.word.numbering import Element, W, child, having, is_on, value

#: What a run is that nobody reads: hidden, or crossed out.
LEFT_OUT: Final = tuple(W + t for t in ("vanish", "strike", "dstrike"))
RAISED: Final = W + "vertAlign"
COLOUR: Final = W + "color"
#: How many half points a run stands above its line (ECMA-376, 17.3.2.24); fewer are seen by none, they even out a font.
POSITION: Final = W + "position"
_FEWEST_HALVES: Final = 3
_RUN, _TEXT, _STYLE = W + "r", W + "t", W + "rStyle"
#: What may stand between two runs and says nothing of the text.
_SILENT: Final = frozenset(
    W + t for t in ("proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
)  # fmt: skip


#: What a run's style says, by the style's name: the signs of these kinds, by tag.
Named = Callable[[str], dict[str, Element]]


class Looks(NamedTuple):
    """The properties of runs that nobody reads, and of those whose figures are raised or lowered."""

    unread: frozenset[Element]
    raised: frozenset[Element]
    lowered: frozenset[Element]

    @classmethod
    def of(cls, root: Element, named: Named, unseen: frozenset[Element] = frozenset()) -> Self:
        """Look a part through once; what is `unseen` nobody reads either."""
        styled = [(p, _unsaid(p, named(value(p, "rStyle")))) for p in having(root, _STYLE)]
        signs = [(sign.getparent(), sign) for sign in root.iter(*LEFT_OUT, RAISED, POSITION)]
        signs += [(p, sign) for p, said in styled for sign in said]
        unread = unseen.union(p for p, sign in signs if p is not None and sign.tag in LEFT_OUT and is_on(sign))
        raised = {p for p, sign in signs if p is not None and sign.get(W + "val") == "superscript"}
        higher = {p for p, sign in signs if p is not None and _stands_off(sign)}
        lowered = {p for p, sign in signs if p is not None and sign.get(W + "val") == "subscript"}
        lower = {p for p, sign in signs if p is not None and _stands_off(sign, "-")}
        return cls(
            unread,
            frozenset(chain.from_iterable(_figures(raised, higher - raised))),
            frozenset(chain.from_iterable(_lowered(lowered | lower))),
        )


def _stands_off(sign: Element, way: str = "") -> bool:
    """Whether a run stands higher than its line; lower where the `way` is minus."""
    halves = sign.get(W + "val") or "" if sign.tag == POSITION else ""
    number = halves.removeprefix(way)
    return halves.startswith(way) and number.isdecimal() and int(number) >= _FEWEST_HALVES


def _unsaid(properties: Element, said: dict[str, Element]) -> list[Element]:
    """Return the signs of a run's style of which the run itself says nothing."""
    return [sign for tag, sign in said.items() if child(properties, tag) is None]


def _figures(raised: set[Element], higher: set[Element]) -> Iterator[list[Element]]:
    """Yield the properties of raised runs side by side that would together read as more figures of a number.

    What only stands `higher` is raised behind a number or a unit alone: elsewhere its author set the line.
    """
    for before, beside in _groups(raised | higher):
        if not _is_upper_part([run for run, _ in beside]) and (beside[0][1] in raised or _ends_as_number(before)):
            yield [properties for _, properties in beside]


def _lowered(lowered: set[Element]) -> Iterator[list[Element]]:
    """Yield the same of lowered runs; behind a letter they are part of a name."""
    for before, beside in _groups(lowered):
        if before[-1:].isdecimal():
            yield [properties for _, properties in beside]


def _groups(marked: set[Element]) -> Iterator[tuple[str, list[tuple[Element, Element]]]]:
    """Yield marked runs side by side with their properties, that join with a number, and the words before them."""
    runs = {run: p for p in marked if (run := p.getparent()) is not None and run.tag == _RUN}
    for run in runs:
        before = _beside(run, back=True)
        if before in runs:
            continue
        beside = [run]
        while (following := _beside(beside[-1])) is not None and following in runs:
            beside.append(following)
        if joins_with_numbers("".join(map(_words, beside))):
            yield _words(before) if before is not None else "", [(one, runs[one]) for one in beside]


def _beside(run: Element, *, back: bool = False) -> Element | None:
    """Return what stands beside a run, whatever says nothing of the text left out."""
    return next((one for one in run.itersiblings(preceding=back) if one.tag not in _SILENT), None)


def _ends_as_number(words: str) -> bool:
    """Whether words end with a figure or a unit of the Latin alphabet."""
    return words[-1:].isdecimal() or (words[-1:].isascii() and words[-1:].isalpha())


def _is_upper_part(beside: list[Element]) -> bool:
    """Whether raised runs are the upper part of a fraction, and what is before them is no number."""
    before, after = _beside(beside[0], back=True), _beside(beside[-1])
    stroke = after is not None and _words(after).startswith(("/", "⁄"))
    return stroke and not (before is not None and _words(before)[-1:].isdecimal())


def _words(run: Element) -> str:
    return "".join(text.text or "" for text in run.iterchildren(_TEXT))
