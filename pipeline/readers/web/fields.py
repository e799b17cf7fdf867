"""What was filled into the fields of a form that is a table: a person sees it in its cell."""

from typing import Final

from pipeline.readers.web.elements import Element
from pipeline.readers.web.looks import is_hidden

FIELDS: Final = frozenset(("input", "select"))
#: Kinds of fields that show what was typed; the others are buttons and secrets, and boxes that are ticked or not.
_TYPED: Final = frozenset(("", "text", "number", "date", "month", "tel", "email", "url"))
_TICKED: Final = frozenset(("checkbox", "radio"))


def filled_in(element: Element) -> str:
    """Return what a field shows: the words in it, or the option that was chosen."""
    if is_hidden(element):
        return ""
    if element.tag == "input":
        kind = (element.get("type") or "").strip().lower()
        if (
            kind in _TICKED and (element.tail or "").strip()
        ):  # a box without words behind it is the site's, to choose rows
            return "☑" if element.get("checked") is not None else "□"
        return element.get("value") or "" if kind in _TYPED else ""
    chosen = (option for option in element.iter("option") if option.get("selected") is not None)
    return " ".join("".join(map(str, option.itertext())).strip() for option in chosen)
