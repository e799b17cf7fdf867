"""Fields of forms: what was chosen in those of older files, and the prompts of those that nobody filled in."""

from collections.abc import Iterator
from typing import Final

from pipeline.readers.word.numbering import Element, W, child, is_on, value
from pipeline.readers.word.package import Part

_DATA: Final = W + "ffData"
_PROMPTED, _STYLE, _CONTENT = W + "showingPlcHdr", W + "rStyle", W + "sdtContent"
#: What Word calls the style of prompts in any language (ECMA-376, 17.7.4.9: names of its own styles are the same in all).
_PROMPTS: Final = "placeholder text"


def chosen(begun: Element) -> str:
    """Return what a form's field shows that has no result: a box, ticked or not, or one of a list (17.16)."""
    data = child(begun, _DATA) if len(begun) else None
    if data is None:
        return ""
    box, listed = child(data, W + "checkBox"), child(data, W + "ddList")
    if box is not None:
        said = next((sign for name in ("checked", "default") if (sign := child(box, W + name)) is not None), None)
        return "☑" if said is not None and is_on(said) else "□"
    return _listed(listed) if listed is not None else ""


def _listed(listed: Element) -> str:
    at = value(listed, "result") or value(listed, "default") or "0"
    entries = [entry.get(W + "val") or "" for entry in listed.iterchildren(W + "listEntry")]
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def prompts(main: Part, styles: Part | None) -> frozenset[Element]:
    """Return the properties of the runs that ask to fill in a content control (17.5.2.39), and are set as such."""
    if b"showingPlcHdr" not in main.content or styles is None:
        return frozenset()
    named = {style.get(W + "styleId") for style in styles.root.iterchildren(W + "style") if _is_for_prompts(style)}
    return frozenset(run for control in _asking(main.root) for run in _set_in(control, named))


def _is_for_prompts(style: Element) -> bool:
    return value(style, "name").lower() == _PROMPTS


def _asking(root: Element) -> Iterator[Element]:
    """Yield the contents of controls that show their prompt."""
    for sign in root.iter(_PROMPTED):
        properties = sign.getparent()
        control = properties.getparent() if properties is not None and is_on(sign) else None
        content = child(control, _CONTENT) if control is not None else None
        if content is not None:
            yield content


def _set_in(content: Element, named: set[str | None]) -> Iterator[Element]:
    for style in content.iter(_STYLE):
        properties = style.getparent()
        if properties is not None and style.get(W + "val") in named:
            yield properties
