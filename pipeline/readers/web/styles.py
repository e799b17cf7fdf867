"""What a page's own style sheet hides: elements of a class, an id or a tag that it says not to show."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, NamedTuple

import regex

from pipeline.readers.web.elements import UNSEEN, Element, visible_length

_REMARK: Final = regex.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
_SHOWN: Final = regex.compile(r"(?:display|visibility)\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_COMPOUND: Final = regex.compile(r"(?P<tag>[A-Za-z][\w\-]*|\*)?(?P<named>(?:[.#][\w\-]+)*)")
#: A page that hides more of its text than this shows it by script.
_MOST: Final = 0.5
#: More rules about what is shown, or more looks at elements to find those that they are about, are no notice's page.
_MOST_RULES: Final = 2000
_MOST_LOOKS: Final = 1_000_000


class _Compound(NamedTuple):
    """A tag with classes and ids, all of which an element must have."""

    tag: str
    names: tuple[str, ...]

    def fits(self, element: Element) -> bool:
        if self.tag not in ("", "*", element.tag):
            return False
        have = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        return all(name in have for name in self.names)


class _Rule(NamedTuple):
    """Says of elements below others whether they are shown; of two rules the more special, then the later wins."""

    path: tuple[_Compound, ...]
    hidden: bool
    rank: tuple[int, int, int, int]

    @property
    def key(self) -> str:
        """What an element must have at least: a class, an id or a tag; "*" where it may be any."""
        last = self.path[-1]
        return last.names[0] if last.names else last.tag or "*"

    def fits(self, element: Element, looks: Iterator[int]) -> bool:
        """Whether the rule is about an element; each look at one is counted."""
        if not _seen(self.path[-1], element, looks):
            return False
        above: Iterator[Element] = element.iterancestors()
        return all(any(_seen(compound, up, looks) for up in above) for compound in reversed(self.path[:-1]))


def _seen(compound: _Compound, element: Element, looks: Iterator[int]) -> bool:
    next(looks)
    return compound.fits(element)


def hide(root: Element) -> str:
    """Mark the elements that the page's style sheets hide as hidden; return the words from where on none is followed.

    Those are the first ones of all where a sheet has too many rules, and "" where all was followed.
    """
    rules, followed = _rules("\n".join(style.text or "" for style in root.iter("style")))
    unread = "" if followed else _words(root.iter())
    if not any(rule.hidden for rule in rules):
        return unread
    elements = root.iter()
    found = list(_hidden(elements, _by_key(rules)))
    if sum(map(_length, found)) > _MOST * _length(root):
        return unread
    for element in found:
        element.set("hidden", "")
    return unread or _words(elements)


def _words(elements: Iterable[Element]) -> str:
    """Return the first words that can be seen of elements, or right behind one."""
    shown = ((None if one.tag in UNSEEN else one.text, one.tail) for one in elements)
    return next((text.strip() for texts in shown for text in texts if text and not text.isspace()), "")


def _length(element: Element) -> int:
    own = (visible_length(one.text) for one in element.iter() if one.tag not in UNSEEN)
    return sum(own) + sum(visible_length(one.tail) for one in element.iterdescendants())


def _hidden(elements: Iterator[Element], by_key: dict[str, list[_Rule]]) -> Iterator[Element]:
    looks = count()
    for element in elements:
        if isinstance(element.tag, str) and _is_hidden(element, by_key, looks):
            yield element
        if next(looks) > _MOST_LOOKS:
            return


def _by_key(rules: list[_Rule]) -> dict[str, list[_Rule]]:
    made: dict[str, list[_Rule]] = {}
    for rule in rules:
        made.setdefault(rule.key, []).append(rule)
    return made


def _is_hidden(element: Element, by_key: dict[str, list[_Rule]], looks: Iterator[int]) -> bool:
    """Whether the most special rule about an element hides it; only rules with a key that it has are asked."""
    names = {f".{name}" for name in (element.get("class") or "").split()}
    keys = ("*", str(element.tag), f"#{element.get('id')}", *sorted(names))
    asked = [rule for key in keys if key in by_key for rule in by_key[key]]
    fitting = [rule for rule in asked if rule.fits(element, looks)]
    return bool(fitting) and max(fitting, key=lambda rule: rule.rank).hidden


def _rules(sheet: str) -> tuple[list[_Rule], bool]:
    """Read the rules that say whether something is shown, and tell whether these are all.

    Those for print or a small screen say nothing here.
    """
    made: list[_Rule] = []
    for selectors, said in _blocks(_REMARK.sub("", sheet)):
        match = _SHOWN.search(said)
        if match is None:
            continue
        if len(made) > _MOST_RULES:
            return made, False
        hidden = match["how"].lower() in ("none", "hidden")
        paths = [_path(one, hidden=hidden) for one in selectors.split(",")]
        made += [_Rule(path, hidden, _rank(path, len(made))) for path in paths if path]
    return made, True


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and in each outermost pair of braces, but for rules within rules."""
    depth = start = opened = 0
    nested = False
    for at, sign in enumerate(sheet):
        if sign == "{":
            opened, nested = (at, False) if depth == 0 else (opened, True)
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0:
                if not nested:
                    yield sheet[start:opened].strip(), sheet[opened + 1 : at]
                start = at + 1


def _path(selector: str, *, hidden: bool) -> tuple[_Compound, ...]:
    """Read a selector; () where it needs more than tags, classes and ids. What may be shown by one is shown."""
    words = selector.split()
    matches = [_COMPOUND.fullmatch(word) for word in words]
    if hidden and not all(matches):
        return ()
    last = [_COMPOUND.match(word) for word in words[-1:]] if not all(matches) else matches
    found = [_Compound((m["tag"] or "").lower(), tuple(regex.findall(r"[.#][\w\-]+", m["named"]))) for m in last if m]
    return tuple(found) if all(c.tag or c.names for c in found) else ()


def _rank(path: tuple[_Compound, ...], at: int) -> tuple[int, int, int, int]:
    names = [name for compound in path for name in compound.names]
    ids = sum(name.startswith("#") for name in names)
    return ids, len(names) - ids, sum(compound.tag not in ("", "*") for compound in path), at
