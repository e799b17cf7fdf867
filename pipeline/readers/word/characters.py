"""What the character styles of a Word file say of how runs look (ECMA-376, 17.7.2): their own word goes before their base's."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.readers.word.looks import COLOUR, LEFT_OUT, POSITION, RAISED
from pipeline.readers.word.numbering import Element, W, child, value
from pipeline.readers.word.package import Part
from pipeline.readers.word.white import names_white

_TOLD: Final = (*LEFT_OUT, RAISED, POSITION, COLOUR)
#: Without one of these words no style says anything of it, as in most files.
_WORDS: Final = (b"vanish", b"strike", b"vertAlign", b"w:position")


@dataclass
class Characters:
    """Looks character styles up as runs name them; the part is parsed for the first one."""

    part: Part | None
    _signs: dict[str, dict[str, Element]] = field(default_factory=dict)
    _styles: dict[str, Element] | None = None

    def _named(self) -> dict[str, Element]:
        if self._styles is None:
            self._styles = self._parsed()
        return self._styles

    def _parsed(self) -> dict[str, Element]:
        if self.part is None:
            return {}
        if not any(word in self.part.content for word in _WORDS) and not names_white(self.part.content):
            return {}
        found = self.part.root.iterchildren(W + "style")
        return {style.get(W + "styleId") or "": style for style in found if style.get(W + "type") == "character"}

    def signs(self, name: str) -> dict[str, Element]:
        """Return what a style says of being hidden, crossed out, raised or of a colour, by tag."""
        if name not in self._signs:
            self._signs[name] = self._said(name)
        return self._signs[name]

    def _said(self, name: str) -> dict[str, Element]:
        seen, said = set[str](), dict[str, Element]()
        while name not in seen and (style := self._named().get(name)) is not None:
            seen.add(name)
            look = child(style, W + "rPr")
            own = {sign.tag: sign for sign in look if sign.tag in _TOLD} if look is not None else {}
            said = {**own, **said}
            name = value(style, "basedOn")
        return said
