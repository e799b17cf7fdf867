"""What of a page is the site's and not the notice's: told by tags, by names of classes, by how much of it is links."""

from operator import add
from typing import Final, NamedTuple, Self

import regex

from pipeline.models import UnparsedReason
from pipeline.readers.web.elements import UNSEEN, Element, visible_length

_TAGS: Final[dict[object, UnparsedReason]] = {
    "nav": "navigation", "footer": "footer", "aside": "navigation", "button": "navigation", "select": "form"
}  # fmt: skip
#: A form, and a field whose text is its form's and not the notice's.
_FORMS: Final = frozenset(("form", "textarea"))
#: Words in the names of classes that designers agree on.
_CLASSES: Final[dict[str, UnparsedReason]] = {
    "nav": "navigation", "navbar": "navigation", "crumb": "navigation", "crumbs": "navigation",
    "breadcrumb": "navigation", "breadcrumbs": "navigation", "share": "navigation", "bdsharebuttonbox": "navigation",
    "qrcode": "navigation", "pagination": "navigation", "footer": "footer", "copyright": "footer",
}  # fmt: skip
_BETWEEN: Final = regex.compile(r"[\s_\-]+")
_ROLES: Final[dict[str, UnparsedReason]] = {"navigation": "navigation", "search": "form", "contentinfo": "footer"}
_LINKED: Final = frozenset(("div", "ul", "ol", "p", "dl", "td", "span", "center", "header", "section"))
_LISTS: Final = frozenset(("ul", "ol", "dl", "header"))
#: Links of a page's navigation are short words, several together, with hardly any text between them.
_LONGEST_NAVIGATION: Final = 14
_FEWEST_LINKS: Final = 3
_MOSTLY: Final = 0.6
#: Between fewer links there may be a greeting, but no sentence that states anything.
_PARTLY: Final = 0.35
_STATES: Final = regex.compile("[。；]")
#: A list of nothing but links within the site leads to other pages; one of files belongs to the notice.
_FEWEST_LISTED: Final = 2
_WHOLLY: Final = 0.8
_FILE: Final = regex.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|ofd|pptx?|zip|rar|7z|jpe?g|png)(?:[?#]|$)", regex.I)
#: What a site offers beside a notice says so first.
_OFFERED: Final = regex.compile(
    r"[【\[]?(?:相关|推荐|热门|热点|延伸|关联)(?:稿件|文件|文章|信息|链接|新闻|解读|阅读|报道|政策|资讯|内容|专题)"
)
_ABOUT_HALF: Final = 0.5
#: The day on which a site put something up.
_DAY: Final = regex.compile(r"[\[(（]?(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d{2})?|\d{2}-\d{2})[\])）]?")
_LONGEST_DAY: Final = 18
#: A form or a block with such a name that holds this share of the page's text is no frame: sites wrap whole pages.
_BODY: Final = 0.4


class _Links(NamedTuple):
    """A block's short links and their text in characters, its links within the site, all links' text."""

    short: int = 0
    shortly: int = 0
    inner: int = 0
    linked: int = 0


class Shell:
    """Weighs a page once; then tells of each element whether it belongs to the page's frame."""

    def __init__(self, lengths: dict[Element, int], links: dict[Element, _Links], whole: int) -> None:
        self._lengths, self._links, self._whole = lengths, links, whole
        self._named: dict[str, UnparsedReason | None] = {}

    @classmethod
    def of(cls, root: Element) -> Self:
        """Weigh a page, children before their parents: text in characters, and links where there are any."""
        elements = list(root.iter())
        lengths, links = dict.fromkeys(elements, 0), dict[Element, _Links]()
        for element in reversed(elements):
            if (text := element.text) and element.tag not in UNSEEN:
                lengths[element] += _length(text)
            if element.tag == "a":
                links[element] = _link(element, lengths[element])
            above = element.getparent()
            if above is not None:
                lengths[above] += lengths[element] + _length(element.tail)
                if element in links:
                    links[above] = _sum(links.get(above, _NONE), links[element])
        return cls(lengths, links, lengths[root])

    def reason(self, element: Element) -> UnparsedReason | None:
        """Return why an element is no part of the notice, None where it may be."""
        tag = element.tag
        if tag in _TAGS:
            return _TAGS[tag]
        length = self._lengths[element]
        if element in self._links and _is_links(element, length, self._links[element]):
            return "navigation"
        named: UnparsedReason | None = "form" if tag in _FORMS else self._called(element)
        if named is None or length >= _BODY * self._whole or next(element.iter("table"), None) is not None:
            return None
        return named

    def _called(self, element: Element) -> UnparsedReason | None:
        """Return what an element's role, classes and id say of it; a page has few, each on many elements."""
        role = _ROLES.get(element.get("role") or "")
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if names not in self._named:
            self._named[names] = _told_by(names)
        return role or self._named[names]


def _told_by(names: str) -> UnparsedReason | None:
    words = _BETWEEN.split(names.lower())
    return next((_CLASSES[word] for word in words if word in _CLASSES), None)


def _length(text: str | None) -> int:
    """Return how many visible characters a text has; the day beside a link in a site's list is none of its words."""
    length = visible_length(text)
    dated = text is not None and 0 < length <= _LONGEST_DAY and _DAY.fullmatch(text.strip()) is not None
    return 0 if dated else length


_NONE: Final = _Links()


def _sum(one: _Links, other: _Links) -> _Links:
    return _Links(*map(add, one, other))


def _link(element: Element, length: int) -> _Links:
    address, text = element.get("href") or "", element.text or ""
    if not length or "://" in text or _FILE.search(address):
        return _NONE
    short = length <= _LONGEST_NAVIGATION
    return _Links(int(short), length if short else 0, int("://" not in address), length)


def _is_links(element: Element, length: int, links: _Links) -> bool:
    """Whether a block is mostly short links, or a list of nothing but links, or what a site offers beside a notice."""
    if not links.linked or element.tag not in _LINKED:
        return False
    if links.short >= _FEWEST_LINKS and links.shortly > _PARTLY * length:
        return links.shortly > _MOSTLY * length or not _STATES.search(_text(element))
    if element.tag in _LISTS and links.inner >= _FEWEST_LISTED and links.linked >= _WHOLLY * length:
        return True
    return links.linked >= _ABOUT_HALF * length and _OFFERED.match(_text(element).lstrip()) is not None


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))
