"""Items of two notices paired by what they are: name and place first, then likeness; position alone never pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz.fuzz import ratio

from pipeline.compare.entries import Entry, Side

#: From here on two items are one; the evidence beside the text counts as much as said below.
_SAME: Final = 0.7
_SAME_ELSEWHERE: Final = 0.8
_MARKER, _AMOUNT, _SCORING, _CHILDREN = 0.2, 0.15, 0.3, 0.5
#: A name shorter than this says too little to be found again elsewhere.
_TELLING: Final = 4
#: Two letters that so many items share tell none of them apart.
_COMMON: Final = 50
_CANDIDATES: Final = 8
_MOST_PARTS: Final = 4
_WHOLE: Final = 0.8


@dataclass(slots=True)
class Pairs:
    """Who is whom: old index to new and back; `parts` are items cut in several, or several joined in one."""

    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    split: dict[int, tuple[int, ...]] = field(default_factory=dict)
    merged: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def add(self, old: Entry, new: Entry) -> None:
        """Pair two items."""
        self.new_of[old.index] = new.index
        self.old_of[new.index] = old.index

    def free(self, old: Entry, new: Entry) -> bool:
        """Whether neither is paired yet."""
        return old.index not in self.new_of and new.index not in self.old_of


def pair(old: Side, new: Side) -> Pairs:
    """Pair the items of two notices; each step takes only what the surer ones before it left."""
    pairs = Pairs()
    _by_path(old, new, pairs)
    _by_name(old, new, pairs)
    _below_parents(old, new, pairs)
    _anywhere(old, new, pairs)
    _below_parents(old, new, pairs)
    pairs.split = _parts(old, new, pairs.new_of, pairs.old_of)
    pairs.merged = _parts(new, old, pairs.old_of, pairs.new_of)
    return pairs


def _by_path(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair items with the same name below the same names; of several alike, the first with the first."""
    there = defaultdict(list)
    for entry in new.entries:
        there[entry.above, entry.name].append(entry)
    for entry in old.entries:
        alike = there.get((entry.above, entry.name))
        if alike and entry.name:
            same = next((e for e in alike if e.text == entry.text and e.marker == entry.marker), alike[0])
            alike.remove(same)
            pairs.add(entry, same)


def _by_name(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair items whose name or whole text is left only once on either side."""
    for key in ("text", "name"):
        here, there = (_unique(side, key, done) for side, done in ((old, pairs.new_of), (new, pairs.old_of)))
        for words, entry in here.items():
            if words in there:
                pairs.add(entry, there[words])


def _unique(side: Side, key: str, done: dict[int, int]) -> dict[str, Entry]:
    left = [(getattr(e, key), e) for e in side.entries if e.index not in done]
    count = Counter(words for words, _ in left)
    return {words: entry for words, entry in left if count[words] == 1 and len(words) >= _TELLING}


def _children(side: Side) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in side.entries:
        found[entry.parent if entry.parent >= 0 else -1 - entry.scheme].append(entry)
    return found


def _below_parents(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair what is left below paired parents, likest first, from the top of the trees down."""
    here, there = _children(old), _children(new)
    roots = [parent for parent in here if parent < 0 and parent in there]
    waiting = [*((r, r) for r in sorted(roots, reverse=True)), *sorted(pairs.new_of.items())]
    while waiting:
        above, beside = waiting.pop(0)
        left = [e for e in here.get(above, []) if e.index not in pairs.new_of]
        right = [e for e in there.get(beside, []) if e.index not in pairs.old_of]
        for one, other in _likest(left, right, pairs, here, there, _SAME):
            pairs.add(one, other)
            waiting.append((one.index, other.index))


def _anywhere(old: Side, new: Side, pairs: Pairs) -> None:
    """Pair what is left wherever it stands, where the likeness leaves little doubt."""
    left = [e for e in old.entries if e.index not in pairs.new_of and len(e.name) >= _TELLING]
    right = [e for e in new.entries if e.index not in pairs.old_of and len(e.name) >= _TELLING]
    for one, other in _likest(left, right, pairs, _children(old), _children(new), _SAME_ELSEWHERE):
        pairs.add(one, other)


def _likest(
    left: list[Entry], right: list[Entry], pairs: Pairs,
    here: dict[int, list[Entry]], there: dict[int, list[Entry]], enough: float,
) -> Iterator[tuple[Entry, Entry]]:  # fmt: skip
    """Yield pairs that are alike enough, the likest first, each item once."""
    scored = [
        (_likeness(one, other, pairs, here, there), one.index, other.index, one, other)
        for one, others in _candidates(left, right)
        for other in others
    ]
    taken: set[int] = set()
    used: set[int] = set()
    for score, i, j, one, other in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
        if score >= enough and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            yield one, other


def _candidates(left: list[Entry], right: list[Entry]) -> Iterator[tuple[Entry, list[Entry]]]:
    """Yield each item with those it may be: all where they are few, else those that share the most pairs of letters."""
    if len(left) * len(right) <= _COMMON * _COMMON:
        yield from ((one, right) for one in left)
        return
    index: dict[str, list[int]] = defaultdict(list)
    for i, entry in enumerate(right):
        for two in _twos(entry.text):
            index[two].append(i)
    for one in left:
        shared = Counter(i for two in _twos(one.text) if len(index.get(two, ())) <= _COMMON for i in index.get(two, ()))
        yield one, [right[i] for i, _ in shared.most_common(_CANDIDATES)]


def _twos(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _likeness(
    one: Entry, other: Entry, pairs: Pairs, here: dict[int, list[Entry]], there: dict[int, list[Entry]]
) -> float:
    """How like two items are: their texts from 0 to 1, and what stands beside them."""
    score = ratio(one.text, other.text) / 100 if one.text and other.text else 0.0
    if score == 0.0:
        return 0.0
    score += _MARKER * (one.marker is not None and one.marker == other.marker)
    for key, weight in (("points", _AMOUNT), ("weight", _AMOUNT), ("scoring", _SCORING)):
        score += weight * (key in one.item and _value(one, key) == _value(other, key))
    children, others = here.get(one.index, []), {e.index for e in there.get(other.index, [])}
    if children and others:
        shared = sum(pairs.new_of.get(c.index) in others for c in children)
        score += _CHILDREN * shared / max(len(children), len(others))
    return score


def _value(entry: Entry, key: str) -> object:
    value = entry.item.get(key)
    return value.get("value") if isinstance(value, dict) else value


def _parts(whole: Side, cut: Side, forward: dict[int, int], back: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Find items whose text stands in several new siblings: a paired one with new neighbours, or none but these."""
    found: dict[int, tuple[int, ...]] = {}
    siblings = _children(cut)
    likely = dict(_candidates_of(whole, cut, forward, back))
    taken: set[int] = set()
    for entry in whole.entries:
        mate = forward.get(entry.index)
        if not entry.text or (mate is not None and cut.entries[mate].text == entry.text):
            continue
        beside = [cut.entries[mate]] if mate is not None else likely.get(entry.index, [])
        groups = {e.parent if e.parent >= 0 else -1 - e.scheme for e in beside}
        runs = (run for group in sorted(groups) for run in _runs(siblings[group], mate, back))
        best = max(
            (p for p in runs if not taken & {e.index for e in p}),
            key=lambda p: ratio(entry.text, "".join(e.text for e in p)), default=(),
        )  # fmt: skip
        if best and _is_cut(entry, best, cut.entries[mate] if mate is not None else None):
            found[entry.index] = tuple(e.index for e in best)
            taken |= {e.index for e in best}
    return found


def _candidates_of(
    whole: Side, cut: Side, forward: dict[int, int], back: dict[int, int]
) -> Iterator[tuple[int, list[Entry]]]:
    """Yield for each item without a mate those without one that share the most with it."""
    left = [e for e in whole.entries if e.index not in forward and e.text]
    right = [e for e in cut.entries if e.index not in back and e.text]
    for one, others in _candidates(left, right):
        yield one.index, sorted(others, key=lambda e: -len(_twos(e.text) & _twos(one.text)))[:_MOST_PARTS]


def _runs(group: list[Entry], mate: int | None, back: dict[int, int]) -> Iterable[tuple[Entry, ...]]:
    """Yield the runs of unpaired siblings, with the item's own mate among them where it has one."""
    free = [e.index not in back or e.index == mate for e in group]
    for start in range(len(group)):
        for end in range(start + 2, min(start + _MOST_PARTS, len(group)) + 1):
            run = tuple(group[start:end])
            if all(free[start:end]) and (mate is None or any(e.index == mate for e in run)):
                yield run


def _is_cut(entry: Entry, parts: tuple[Entry, ...], mate: Entry | None) -> bool:
    """Whether the parts together say what the whole says, clearly better than its mate alone."""
    together = ratio(entry.text, "".join(e.text for e in parts)) / 100
    alone = ratio(entry.text, mate.text) / 100 if mate is not None else 0.0
    return together >= _WHOLE and together >= alone + 0.1 and all(len(e.text) >= _TELLING for e in parts)
