"""What a paragraph's style says of it: the list it counts in, the level of a heading, how its letters look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pipeline.readers.word.looks import COLOUR, LEFT_OUT
from pipeline.readers.word.numbering import Element, Numbering, W, child, number_of, value
from pipeline.readers.word.package import Part, parsed

#: Outline levels count from 0 below the title's; 9 is the body's (ECMA-376, 17.3.1.20).
_LEVELS: Final = "012345678"
_BELOW_TITLE: Final = 2
#: The properties of a paragraph that are asked for here.
TOLD: Final = (W + "pStyle", W + "numPr", W + "outlineLvl")
_LETTERS: Final = (*LEFT_OUT, COLOUR)
#: What most of a file's styles are, and no paragraph's: those of tables, characters and lists, and the list of styles
#: that Word knows (ECMA-376, 17.7.4), as office programs write them.
_OTHERS: Final = re.compile(
    rb'<w:(?:style\s[^<>]*?\bw:type="(?:table|character|numbering)"|latentStyles\b)[^<>]*(?<!/)>'
)
_ENDS: Final = {b"<w:s": b"</w:style>", b"<w:l": b"</w:latentStyles>"}


@dataclass
class Styles:
    """Looks styles up as paragraphs name them: a file defines hundreds and uses few, often none."""

    part: Part | None
    numbering: Numbering
    _numbers: dict[str, tuple[str, int] | None] = field(default_factory=dict)
    _contents: dict[str, bool] = field(default_factory=dict)
    _headings: dict[str, int | None] = field(default_factory=dict)
    _letters: dict[str, dict[str, Element]] = field(default_factory=dict)

    @cached_property
    def _styles(self) -> dict[str, Element]:
        root = parsed(_of_paragraphs(self.part.content)) if self.part is not None else None
        found = root.iterchildren(W + "style") if root is not None else []
        return {style.get(W + "styleId") or "": style for style in found}

    def number(self, name: str) -> tuple[str, int] | None:
        """Return the list and level that a style counts in, its own or its base's."""
        if not name:
            return None
        if name not in self._numbers:
            self._numbers[name] = self._number(name)
        return self._numbers[name]

    def _number(self, name: str) -> tuple[str, int] | None:
        for style in self._and_bases(name):
            list_, level = number_of(child(style, W + "pPr"))
            if list_ is not None:
                return list_, self.numbering.level_of(list_, name, level or 0)
        return None

    def _and_bases(self, name: str) -> Iterator[Element]:
        """Yield a style and what it is based on, each once."""
        seen = set[str]()
        while name not in seen and (style := self._styles.get(name)) is not None:
            seen.add(name)
            yield style
            name = value(style, "basedOn")

    def heading(self, properties: Element | None, name: str) -> int | None:
        """Return a heading's level, 1 for the title's, by its own outline level or its style's; None for text."""
        own = value(properties, "outlineLvl")
        if own or not name:
            return _level(own)
        if name not in self._headings:
            titled = value(self._styles.get(name), "name").lower() == "title"
            levels = (value(child(style, W + "pPr"), "outlineLvl") for style in self._and_bases(name))
            self._headings[name] = 1 if titled else _level(next(filter(None, levels), ""))
        return self._headings[name]

    def letters(self, name: str) -> dict[str, Element]:
        """Return what a style says of its paragraphs' letters being hidden, crossed out or of a colour, by tag."""
        if name not in self._letters:
            looks = (child(style, W + "rPr") for style in self._and_bases(name))
            signs = [sign for look in looks if look is not None for sign in look if sign.tag in _LETTERS]
            self._letters[name] = {sign.tag: sign for sign in reversed(signs)}
        return self._letters[name]

    def is_contents(self, name: str) -> bool:
        """Whether a style is one of those that Word gives the lines of a table of contents."""
        if not name:
            return False
        if name not in self._contents:
            style = self._styles.get(name)
            self._contents[name] = value(style, "name").lower().startswith("toc ")
        return self._contents[name]


def _of_paragraphs(content: bytes) -> bytes:
    """Leave out what is no paragraph's style; all stays where a comment or the like could hold what looks like one."""
    if b"<!" in content:
        return content
    kept, at = list[bytes](), 0
    while (begun := _OTHERS.search(content, at)) is not None:
        kept.append(content[at : begun.start()])
        end = _ENDS[begun[0][:4]]
        closed = content.find(end, begun.end())
        at = closed + len(end) if closed >= 0 else len(content)
    return b"".join([*kept, content[at:]])


def _level(printed: str) -> int | None:
    return _LEVELS.index(printed) + _BELOW_TITLE if len(printed) == 1 and printed in _LEVELS else None
