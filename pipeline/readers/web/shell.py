"""What of a page is the site's and not the notice's: told by tags, by names of classes, by how much of it is links."""

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
#: A form or a block with such a name that holds this share of the page's text is no frame: sites wrap whole pages.
_BODY: Final = 0.4


class _Weight(NamedTuple):
    """A block's text in characters, its short links and their text, its links within the site, all links' text."""

    length: int = 0
    short: int = 0
    shortly: int = 0
    inner: int = 0
    linked: int = 0


class Shell:
    """Weighs a page once; then tells of each element whether it belongs to the page's frame."""

    def __init__(self, weights: dict[Element, _Weight], whole: int) -> None:
        self._weights, self._whole = weights, whole

    @classmethod
    def of(cls, root: Element) -> Self:
        """Weigh a page, children before their parents."""
        found: dict[Element, _Weight] = {}
        for element in reversed(list(root.iter())):
            own = [0 if element.tag in UNSEEN else visible_length(element.text), 0, 0, 0, 0]
            for child in element:
                for i, value in enumerate(found[child]):
                    own[i] += value
                own[0] += visible_length(child.tail)
            found[element] = _link(element, own[0]) if element.tag == "a" else _Weight(*own)
        return cls(found, found[root].length)

    def reason(self, element: Element) -> UnparsedReason | None:
        """Return why an element is no part of the notice, None where it may be."""
        weight = self._weights[element]
        if element.tag in _TAGS:
            return _TAGS[element.tag]
        if _is_links(element, weight):
            return "navigation"
        if weight.length >= _BODY * self._whole or next(element.iter("table"), None) is not None:
            return None
        return "form" if element.tag in _FORMS else _named(element)


def _link(element: Element, length: int) -> _Weight:
    address, text = element.get("href") or "", element.text or ""
    if not length or "://" in text or _FILE.search(address):
        return _Weight(length)
    short = length <= _LONGEST_NAVIGATION
    return _Weight(length, int(short), length if short else 0, int("://" not in address), length)


def _named(element: Element) -> UnparsedReason | None:
    role = _ROLES.get(element.get("role") or "")
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return role or next((_CLASSES[word] for word in regex.split(r"[\s_\-]+", names) if word in _CLASSES), None)


def _is_links(element: Element, weight: _Weight) -> bool:
    """Whether a block is mostly short links, or a list of nothing but links, or what a site offers beside a notice."""
    if not weight.linked or element.tag not in _LINKED:
        return False
    if weight.short >= _FEWEST_LINKS and weight.shortly > _PARTLY * weight.length:
        return weight.shortly > _MOSTLY * weight.length or not _STATES.search(_text(element))
    if element.tag in _LISTS and weight.inner >= _FEWEST_LISTED and weight.linked >= _WHOLLY * weight.length:
        return True
    return weight.linked >= _ABOUT_HALF * weight.length and _OFFERED.match(_text(element).lstrip()) is not None


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))
