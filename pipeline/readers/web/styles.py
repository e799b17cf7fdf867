"""What a page's own style sheets hide or strike out: elements of a class, an id or a tag that they name."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Final, NamedTuple

import regex

from pipeline.readers.web.elements import UNSEEN, Element, shown_length
from pipeline.readers.web.paint import paint

_REMARK: Final = regex.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
_SHOWN: Final = regex.compile(r"(?:display|visibility)\s*:\s*(?P<how>[a-z\-]+)", regex.I)
_OPACITY: Final = regex.compile(r"(?<![\w\-])opacity\s*:\s*(?P<how>[\d.]+)", regex.I)
_COMPOUND: Final = regex.compile(r"(?P<tag>[A-Za-z][\w\-]*|\*)?(?P<named>(?:[.#][\w\-]+)*)")
_DECORATED: Final = regex.compile(r"text-decoration(?:-line)?\s*:\s*(?P<how>[^;]{0,60})", regex.I)
#: A page that hides more of its text than this shows it by script.
_MOST: Final = 0.5
#: More rules about how something is shown, or more looks at elements for those that they are about, are no notice's.
_MOST_RULES: Final = 2000
_MOST_LOOKS: Final = 1_000_000
#: A question that hides nothing is given up sooner: there are a dozen of them.
_MOST_BRIEF_LOOKS: Final = 100_000


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
    """Says of elements below others whether they are left out; of two rules the more special, then the later wins."""

    path: tuple[_Compound, ...]
    out: bool
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


Blocks = list[tuple[str, str]]
#: Reads of a rule whether it leaves something out, None where it says nothing of it.
Question = Callable[[str], bool | None]


def sheets_of(root: Element) -> Blocks:
    """Return the rules of a page's style sheets: their selectors, and what they say."""
    return list(_blocks(_REMARK.sub("", "\n".join(style.text or "" for style in root.iter("style")))))


def follow(root: Element, blocks: Blocks, *, painted: bool = False) -> str:
    """Mark what the page's style sheets hide and strike out; return the words from where on they are not followed.

    Those are the first ones of all where a sheet has too many rules, and "" where all was followed. Of a `painted` page
    the colours and sizes are put before what its elements say themselves.
    """
    hidden, unread = answers(root, blocks, hides)
    found = [element for element, out in hidden if out]
    if found and sum(map(shown_length, found)) <= _MOST * shown_length(root):
        for element in found:
            element.set("hidden", "")
    struck, unstruck = answers(root, blocks, _strikes)
    for element, out in struck:  # behind what the element says itself, which goes before it
        element.set("style", f"{element.get('style') or ''};text-decoration:{'line-through' if out else 'none'}")
    return unread or unstruck or (_paint(root, blocks) if painted else "")


def hides(said: str) -> bool | None:
    """Whether a rule hides, None where it says nothing of it."""
    match, veil = _SHOWN.search(said), _OPACITY.search(said)
    hidden = match["how"].lower() in ("none", "hidden", "collapse") if match is not None else None
    return hidden or (not veil["how"].strip("0.") if veil is not None else hidden)


def _paint(root: Element, blocks: Blocks) -> str:
    """Put what sheets say of letters and of what is behind them before what the elements say themselves."""
    unread = ""
    for question, yes, no in _PAINTS:
        told, unpainted = answers(root, blocks, question, needs_out=question is not _lightens)
        for element, out in told:
            element.set("style", f"{yes if out else no};{element.get('style') or ''}")
        unread = unread or unpainted
    return unread


def _lightens(said: str) -> bool | None:
    """Say of what darkens the background that it leaves nothing out: a rule that may be about an element is."""
    return False if paint(said).dark else None


#: What is asked of sheets, and what elements say then that they answer yes or no of.
_PAINTS: Final[tuple[tuple[Question, str, str], ...]] = (
    (lambda said: paint(said).pale, "color:#fff", "color:#000"),
    (lambda said: paint(said).sizeless, "font-size:0", "font-size:1rem"),
    (_lightens, "", "background:#000"),
)


def _strikes(said: str) -> bool | None:
    match = _DECORATED.search(said)
    return "line-through" in match["how"].lower() if match is not None else None


def answers(
    root: Element, blocks: Blocks, question: Question, *, needs_out: bool = True, brief: bool = False
) -> tuple[list[tuple[Element, bool]], str]:
    """Return what a page's rules answer of its elements, and the words from where on they are not followed.

    Where no rule leaves anything out, as it `needs` to, no element is looked at.
    """
    rules, followed = _rules(blocks, question)
    unread = "" if followed else _words(root.iter())
    if not rules or (needs_out and not any(rule.out for rule in rules)):
        return [], unread
    elements = root.iter()
    told = list(_answered(elements, _by_key(rules), _MOST_BRIEF_LOOKS if brief else _MOST_LOOKS))
    return told, unread or _words(elements)


def _words(elements: Iterable[Element]) -> str:
    """Return the first words that can be seen of elements, or right behind one."""
    for one in elements:
        for text in (None if one.tag in UNSEEN else one.text, one.tail):
            if text and not text.isspace():
                return text.strip()
    return ""


def _answered(elements: Iterator[Element], by_key: dict[str, list[_Rule]], most: int) -> Iterator[tuple[Element, bool]]:
    looks = count()
    for element in elements:
        answer = _answer(element, by_key, looks) if isinstance(element.tag, str) else None
        if answer is not None:
            yield element, answer
        if next(looks) > most:
            return


def _by_key(rules: list[_Rule]) -> dict[str, list[_Rule]]:
    made: dict[str, list[_Rule]] = {}
    for rule in rules:
        made.setdefault(rule.key, []).append(rule)
    return made


def _answer(element: Element, by_key: dict[str, list[_Rule]], looks: Iterator[int]) -> bool | None:
    """Return what the most special rule about an element says; only rules with a key that it has are asked."""
    names = {f".{name}" for name in (element.get("class") or "").split()}
    keys = ("*", str(element.tag), f"#{element.get('id')}", *sorted(names))
    asked = [rule for key in keys if key in by_key for rule in by_key[key]]
    fitting = [rule for rule in asked if rule.fits(element, looks)]
    return max(fitting, key=lambda rule: rule.rank).out if fitting else None


def _rules(blocks: Blocks, question: Question) -> tuple[list[_Rule], bool]:
    """Read the rules that answer a question, and tell whether these are all.

    Those for print or a small screen say nothing here.
    """
    made: list[_Rule] = []
    for selectors, said in blocks:
        out = question(said)
        if out is None:
            continue
        if len(made) > _MOST_RULES:
            return made, False
        paths = [_path(one, out=out) for one in selectors.split(",")]
        made += [_Rule(path, out, _rank(path, len(made))) for path in paths if path]
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


def _path(selector: str, *, out: bool) -> tuple[_Compound, ...]:
    """Read a selector; () where it needs more than tags, classes and ids. What one may show is shown."""
    words = selector.split()
    matches = [_COMPOUND.fullmatch(word) for word in words]
    if out and not all(matches):
        return ()
    last = [_COMPOUND.match(word) for word in words[-1:]] if not all(matches) else matches
    found = [_Compound((m["tag"] or "").lower(), tuple(regex.findall(r"[.#][\w\-]+", m["named"]))) for m in last if m]
    return tuple(found) if all(c.tag or c.names for c in found) else ()


def _rank(path: tuple[_Compound, ...], at: int) -> tuple[int, int, int, int]:
    names = [name for compound in path for name in compound.names]
    ids = sum(name.startswith("#") for name in names)
    return ids, len(names) - ids, sum(compound.tag not in ("", "*") for compound in path), at
