"""Contents that a Word file holds twice, for newer programs and for older ones (ECMA-376 part 3): one of them is kept."""

from typing import Final

from lxml import etree

Element = etree._Element

_NAME: Final = "AlternateContent"
_EITHER: Final = f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{_NAME}"
#: What a reader can show: words and symbols, but no sign that only one program knows.
_WORDS: Final = tuple(
    f"{{http://schemas.openxmlformats.org/{name}}}{tag}"
    for name, tag in (
        ("wordprocessingml/2006/main", "t"),
        ("wordprocessingml/2006/main", "sym"),
        ("officeDocument/2006/math", "t"),
    )
)


def is_twofold(content: bytes) -> bool:
    """Whether a part's bytes hold any such contents."""
    return _NAME.encode() in content


def decide(root: Element) -> None:
    """Put in the place of contents for several programs those of the first that have words, else of the plainest."""
    for either in list(root.iter(_EITHER)):
        above = either.getparent()
        if above is None:
            continue
        for kept in _chosen(either):
            either.addprevious(kept)
        above.remove(either)


def _chosen(either: Element) -> list[Element]:
    ways = list(either)
    worded = next((way for way in ways if next(way.iter(*_WORDS), None) is not None), None)
    return list(worded if worded is not None else ways[-1]) if ways else []
