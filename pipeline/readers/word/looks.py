"""How the runs of a part look, as far as it changes what is read: left out because hidden or crossed out, raised."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple, Self

from pipeline.readers.raised import joins_with_numbers
from pipeline.readers.word.numbering import Element, W, having, is_on, value

#: What a run is that nobody reads: hidden, or crossed out.
LEFT_OUT: Final = tuple(W + t for t in ("vanish", "strike", "dstrike"))
_RUN, _TEXT, _PROPERTIES, _RAISED = W + "r", W + "t", W + "rPr", W + "vertAlign"


class Looks(NamedTuple):
    """The properties of runs that nobody reads, and of those whose figures are raised."""

    unread: frozenset[Element]
    raised: frozenset[Element]

    @classmethod
    def of(cls, root: Element) -> Self:
        """Look a part through once."""
        unread = frozenset(p for p in having(root, *LEFT_OUT) if any(map(_leaves_out, p)))
        raised = {p for p in having(root, _RAISED) if value(p, "vertAlign") == "superscript"}
        return cls(unread, frozenset(chain.from_iterable(_figures(raised))))


def _leaves_out(sign: Element) -> bool:
    return sign.tag in LEFT_OUT and is_on(sign)


def _figures(raised: set[Element]) -> Iterator[list[Element]]:
    """Yield the properties of raised runs side by side that would together read as more figures of a number."""
    runs = {run: p for p in raised if (run := p.getparent()) is not None and run.tag == _RUN}
    for run in runs:
        if run.getprevious() in runs:
            continue
        beside = [run]
        while (following := beside[-1].getnext()) is not None and following in runs:
            beside.append(following)
        words = (text.text or "" for one in beside for text in one.iterchildren(_TEXT))
        if joins_with_numbers("".join(words)):
            yield [runs[one] for one in beside]
