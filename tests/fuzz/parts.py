"""What can be done to a list of parts, whatever they are parts of: lines, tags, members, objects."""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
#: A part is repeated so often at most, and rarely so often.
_OFTEN, _RARELY = 6, 300


def mutated(parts: Sequence[T], donor: Sequence[T], atoms: Sequence[T], random: Random) -> list[T]:
    """The parts with one thing done to them; `donor` lends a stretch, `atoms` are strange parts."""
    made = list(parts)
    if not made:
        return [random.choice(list(atoms))]
    return random.choice(_DEEDS)(made, list(donor), list(atoms), random)


def _stretch(parts: list[T], random: Random) -> tuple[int, int]:
    start = random.randrange(len(parts))
    return start, min(len(parts), start + random.choice((1, 1, 1, 2, 3, 8)))


def _drop(parts: list[T], _donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    start, end = _stretch(parts, random)
    return parts[:start] + parts[end:]


def _repeat(parts: list[T], _donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    start, end = _stretch(parts, random)
    times = _RARELY if random.random() < 0.01 else random.randint(2, _OFTEN)
    return parts[:start] + parts[start:end] * times + parts[end:]


def _swap(parts: list[T], _donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    a, b = random.randrange(len(parts)), random.randrange(len(parts))
    parts[a], parts[b] = parts[b], parts[a]
    return parts


def _move(parts: list[T], _donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    start, end = _stretch(parts, random)
    taken, rest = parts[start:end], parts[:start] + parts[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + taken + rest[at:]


def _replace(parts: list[T], _donor: list[T], atoms: list[T], random: Random) -> list[T]:
    parts[random.randrange(len(parts))] = random.choice(atoms)
    return parts


def _insert(parts: list[T], _donor: list[T], atoms: list[T], random: Random) -> list[T]:
    parts.insert(random.randint(0, len(parts)), random.choice(atoms))
    return parts


def _graft(parts: list[T], donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    if not donor:
        return parts
    start, end = _stretch(donor, random)
    at = random.randint(0, len(parts))
    return parts[:at] + donor[start:end] + parts[at:]


def _cut(parts: list[T], _donor: list[T], _atoms: list[T], random: Random) -> list[T]:
    return parts[: random.randint(0, len(parts))]


_DEEDS: tuple[Callable[..., list], ...] = (
    _drop,
    _repeat,
    _swap,
    _move,
    _replace,
    _replace,
    _insert,
    _insert,
    _graft,
    _cut,
)


def bytes_damaged(data: bytes, random: Random) -> bytes:
    """A file with a few bytes changed, cut out or added."""
    made = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(made) + 1)
        deed = random.randrange(4)
        if deed == 0 and at < len(made):
            made[at] = random.randrange(256)
        elif deed == 1:
            made[at:at] = bytes(random.randrange(256) for _ in range(random.randint(1, 6)))
        elif deed == 2:
            del made[at : at + random.randint(1, 20)]
        elif at < len(made):
            made[at] ^= 1 << random.randrange(8)
    return bytes(made)
