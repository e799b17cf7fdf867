"""What a paragraph's style says of its runs: that it hides them, crosses them out, or what colour they have.

What a run says itself, or a style of its own, goes before that (ECMA-376, 17.7.2).
"""

from collections.abc import Callable, Iterator

from lxml import etree

from pipeline.readers.word.looks import LEFT_OUT, Named
from pipeline.readers.word.numbering import Element, W, child, is_on, properties_of, value

_PARAGRAPH, _RUN, _PROPERTIES, _STYLE = W + "p", W + "r", W + "rPr", W + "pStyle"


def left_out(root: Element, by_paragraph: Named, by_run: Named) -> frozenset[Element]:
    """Return the properties of the runs that nobody reads, for their paragraph's style leaves them out."""
    return frozenset(inheriting(root, by_paragraph, by_run, lambda sign: sign.tag in LEFT_OUT and is_on(sign)))


def inheriting(
    root: Element, by_paragraph: Named, by_run: Named, meant: Callable[[Element], bool]
) -> Iterator[Element]:
    """Yield the properties of the runs whose paragraph's style has a sign that is meant, and nothing nearer one of its kind."""
    for named in root.iter(_STYLE):
        signs = {sign.tag for sign in by_paragraph(named.get(W + "val") or "").values() if meant(sign)}
        paragraph = next(named.iterancestors(_PARAGRAPH), None) if signs else None
        for run in _runs(paragraph) if paragraph is not None else ():
            properties = _properties(run)
            own = by_run(value(properties, "rStyle"))
            if any(child(properties, tag) is None and tag not in own for tag in signs):
                yield properties


def _runs(paragraph: Element) -> Iterator[Element]:
    """Yield a paragraph's runs, but none of those of a text box that hangs on it."""
    return (run for run in paragraph.iter(_RUN) if next(run.iterancestors(_PARAGRAPH), None) is paragraph)


def _properties(run: Element) -> Element:
    """Return a run's properties; a run without any gets some, by which it is known from here on."""
    found = properties_of(run, _PROPERTIES)
    if found is None:
        found = etree.Element(_PROPERTIES)
        run.insert(0, found)
    return found
