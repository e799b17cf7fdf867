"""What a page's own style sheet hides: elements of a class, an id or a tag that it says not to show."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from pipeline.readers.web.elements import UNSEEN, Element, visible_length

_REMARK: Final = regex.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
_SHOWN: Final = regex.compile(r"(?:display|visibility)\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_COMPOUND: Final = regex.compile(r"(?P<tag>[A-Za-z][\w\-]*|\*)?(?P<named>(?:[.#][\w\-]+)*)")
#: A page that hides more of its text than this shows it by script.
_MOST: Final = 0.5
#: More rules about what is shown are no notice's page.
_MOST_RULES: Final = 2000


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

    def fits(self, element: Element) -> bool:
        if not self.path[-1].fits(element):
            return False
        above: Iterator[Element] = element.iterancestors()
        return all(any(compound.fits(up) for up in above) for compound in reversed(self.path[:-1]))


def hide(root: Element) -> None:
    """Mark the elements that the page's style sheets hide as hidden."""
    rules = _rules("\n".join(style.text or "" for style in root.iter("style")))
    if not any(rule.hidden for rule in rules):
        return
    found = [element for element in root.iter() if isinstance(element.tag, str) and _is_hidden(element, rules)]
    if sum(map(_length, found)) <= _MOST * _length(root):
        for element in found:
            element.set("hidden", "")


def _length(element: Element) -> int:
    own = (visible_length(one.text) for one in element.iter() if one.tag not in UNSEEN)
    return sum(own) + sum(visible_length(one.tail) for one in element.iterdescendants())


def _is_hidden(element: Element, rules: list[_Rule]) -> bool:
    fitting = [rule for rule in rules if rule.fits(element)]
    return bool(fitting) and max(fitting, key=lambda rule: rule.rank).hidden


def _rules(sheet: str) -> list[_Rule]:
    """Read the rules that say whether something is shown; those for print or a small screen say nothing here."""
    made: list[_Rule] = []
    for selectors, said in _blocks(_REMARK.sub("", sheet)):
        match = _SHOWN.search(said)
        if match is None or len(made) > _MOST_RULES:
            continue
        hidden = match["how"].lower() in ("none", "hidden")
        paths = [_path(one, hidden=hidden) for one in selectors.split(",")]
        made += [_Rule(path, hidden, _rank(path, len(made))) for path in paths if path]
    return made


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
