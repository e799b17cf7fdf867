"""What a paragraph's style says of it: the list it counts in, and whether it is a line of the table of contents."""

from dataclasses import dataclass, field
from functools import cached_property

from pipeline.readers.word.numbering import Element, Numbering, W, child, number_of, value
from pipeline.readers.word.package import Part


@dataclass
class Styles:
    """Looks styles up as paragraphs name them: a file defines hundreds and uses few, often none."""

    part: Part | None
    numbering: Numbering
    _numbers: dict[str, tuple[str, int] | None] = field(default_factory=dict)
    _contents: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def _styles(self) -> dict[str, Element]:
        found = self.part.root.iterchildren(W + "style") if self.part is not None else []
        return {style.get(W + "styleId") or "": style for style in found}

    def number(self, name: str) -> tuple[str, int] | None:
        """Return the list and level that a style counts in, its own or its base's."""
        if not name:
            return None
        if name not in self._numbers:
            self._numbers[name] = self._number(name)
        return self._numbers[name]

    def _number(self, name: str) -> tuple[str, int] | None:
        seen = set[str]()
        at = name
        while at not in seen and (style := self._styles.get(at)) is not None:
            seen.add(at)
            list_, level = number_of(child(style, W + "pPr"))
            if list_ is not None:
                return list_, self.numbering.level_of(list_, name, level or 0)
            at = value(style, "basedOn")
        return None

    def is_contents(self, name: str) -> bool:
        """Whether a style is one of those that Word gives the lines of a table of contents."""
        if not name:
            return False
        if name not in self._contents:
            style = self._styles.get(name)
            self._contents[name] = value(style, "name").lower().startswith("toc ")
        return self._contents[name]
