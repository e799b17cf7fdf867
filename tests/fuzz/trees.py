"""XML by its tree: elements dropped, repeated, moved, renamed, their attributes and texts changed; it stays well formed."""

from copy import deepcopy
from random import Random

from lxml import etree

Element = etree._Element
#: An element that is repeated very often, rarely.
_MANY = 200


def mutated_tree(data: bytes, lent: bytes, words: tuple[str, ...], values: tuple[str, ...], random: Random) -> bytes:
    """XML with one thing done to its tree; what is not well formed comes back as it is."""
    try:
        root = etree.fromstring(data)
        other = etree.fromstring(lent) if lent else root
    except etree.XMLSyntaxError:
        return data
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    one = random.choice(elements)
    deed = random.randrange(9)
    if deed == 0:
        _attribute(one, values, random)
    elif deed == 1:
        _text(random.choice([e for e in elements if e.text] or [one]), words, random)
    elif deed == 2:
        one.tag = random.choice(elements).tag
    elif one.getparent() is not None:
        _place(one, random.choice(elements), other, deed, random)
    return etree.tostring(root)


def _attribute(one: Element, values: tuple[str, ...], random: Random) -> None:
    named = [e for e in one.iter() if isinstance(e.tag, str) and e.attrib]
    chosen = random.choice(named) if named else one
    names = list(chosen.attrib) or ["val"]
    name = random.choice(names)
    if random.random() < 0.2 and name in chosen.attrib:
        del chosen.attrib[name]
    else:
        chosen.attrib[name] = random.choice(values)


def _text(one: Element, words: tuple[str, ...], random: Random) -> None:
    allowed = [w for w in words if w.isprintable() or w in "\t\n"]
    before = one.text or ""
    at = random.randint(0, len(before))
    one.text = before[:at] + random.choice(allowed) + (before[at:] if random.random() < 0.8 else "")


def _place(one: Element, place: Element, other: Element, deed: int, random: Random) -> None:
    parent = one.getparent()
    assert parent is not None
    if deed == 3:
        parent.remove(one)
    elif deed == 4:
        times = _MANY if random.random() < 0.01 else random.randint(1, 5)
        for _ in range(times):
            one.addnext(deepcopy(one))
    elif deed == 5 and place is not one and one not in list(place.iterancestors()):
        place.append(one)
    elif deed == 6:
        place.append(deepcopy(one))
    elif deed == 7:
        place.append(deepcopy(random.choice(list(other.iter(etree.Element)))))
    else:
        _nested(one, random)


def _nested(one: Element, random: Random) -> None:
    """Put copies of an element's empty shell around it."""
    parent = one.getparent()
    assert parent is not None
    depth = _MANY if random.random() < 0.03 else random.randint(1, 4)
    shell = top = etree.Element(one.tag, dict(one.attrib))
    for _ in range(depth):
        shell = etree.SubElement(shell, one.tag, dict(one.attrib))
    parent.replace(one, top)
    shell.append(one)
