"""Lists of names: where they are divided, and where a mark inside brackets or 委、办、局 divides nothing."""

from typing import Final

import regex

from extractors.text import Text

_SEPARATOR: Final = regex.compile(r"[、,;/\n]|\s{1,}")
#: 委、办、局 is one word for the bodies of a government, not three of them.
_ONE_WORD: Final = regex.compile(r"、\s*[委办局](?=[、,;:\s]|$)")


def names(text: Text) -> list[Text]:
    """Split a list of names over 、，；/ spaces and line breaks; the parts stripped, empty ones left out."""
    folded, depth, cuts = text.folded, 0, [0]
    for i, char in enumerate(folded):
        depth += (char in "([") - (char in ")]")
        if depth <= 0 and _SEPARATOR.match(char) and not _ONE_WORD.match(folded, i):
            cuts += [i, i + 1]
    cuts.append(len(folded))
    parts = [text[a:b].strip() for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return [p for p in parts if p.chars]
