"""How the runs of a part look, as far as it changes what is read: left out because hidden or crossed out, raised."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, NamedTuple, Self

from pipeline.readers.raised import joins_with_numbers
from pipeline.readers.word.numbering import Element, W, child, having, is_on, value

#: What a run is that nobody reads: hidden, or crossed out.
LEFT_OUT: Final = tuple(W + t for t in ("vanish", "strike", "dstrike"))
RAISED: Final = W + "vertAlign"
_RUN, _TEXT, _STYLE = W + "r", W + "t", W + "rStyle"


#: What a run's style says, by the style's name: the signs of these kinds, by tag.
Named = Callable[[str], dict[str, Element]]


class Looks(NamedTuple):
    """The properties of runs that nobody reads, and of those whose figures are raised."""

    unread: frozenset[Element]
    raised: frozenset[Element]

    @classmethod
    def of(cls, root: Element, named: Named) -> Self:
        """Look a part through once."""
        styled = [(p, _unsaid(p, named(value(p, "rStyle")))) for p in having(root, _STYLE)]
        signs = [(sign.getparent(), sign) for sign in root.iter(*LEFT_OUT, RAISED)]
        signs += [(p, sign) for p, said in styled for sign in said]
        unread = frozenset(p for p, sign in signs if p is not None and sign.tag in LEFT_OUT and is_on(sign))
        raised = {p for p, sign in signs if p is not None and sign.get(W + "val") == "superscript"}
        return cls(unread, frozenset(chain.from_iterable(_figures(raised))))


def _unsaid(properties: Element, said: dict[str, Element]) -> list[Element]:
    """Return the signs of a run's style of which the run itself says nothing."""
    return [sign for tag, sign in said.items() if child(properties, tag) is None]


def _figures(raised: set[Element]) -> Iterator[list[Element]]:
    """Yield the properties of raised runs side by side that would together read as more figures of a number."""
    runs = {run: p for p in raised if (run := p.getparent()) is not None and run.tag == _RUN}
    for run in runs:
        if run.getprevious() in runs:
            continue
        beside = [run]
        while (following := beside[-1].getnext()) is not None and following in runs:
            beside.append(following)
        if joins_with_numbers("".join(map(_words, beside))) and not _is_upper_part(beside):
            yield [runs[one] for one in beside]


def _is_upper_part(beside: list[Element]) -> bool:
    """Whether raised runs are the upper part of a fraction, and what is before them is no number."""
    before, after = beside[0].getprevious(), beside[-1].getnext()
    stroke = after is not None and _words(after).startswith(("/", "⁄"))
    return stroke and not (before is not None and _words(before)[-1:].isdecimal())


def _words(run: Element) -> str:
    return "".join(text.text or "" for text in run.iterchildren(_TEXT))
