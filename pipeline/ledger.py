"""The ledger of characters: who uses a part of the reading text claims it, and what nobody claims is lost.

One character has one role. Claiming it again for the same role is harmless; for another one is a bug.
"""

import re
from collections.abc import Iterator
from typing import Final

from extractors.text import Text

ROLES: Final = (
    "", "layout", "item", "metadata", "header", "note",
    "navigation", "footer", "page_number", "repeated_header", "subtotal", "form",
)  # fmt: skip
UNPARSED: Final = frozenset({"navigation", "footer", "page_number", "repeated_header", "subtotal", "form"})


_VISIBLE: Final = re.compile(r"\S+")
_SAME: Final = re.compile(rb"(.)\1*", re.DOTALL)


class DoubleClaimError(Exception):
    """Two exclusive roles for one character: a bug in zhibiao, never a property of a document."""


class Ledger:
    """One byte a character of the reading text: the index of its role, 0 while nobody claimed it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._roles = bytearray(len(source))

    def claim(self, text: Text, role: str) -> None:
        """Claim every character of `text`; DoubleClaimError where another role has one already."""
        code = ROLES.index(role)
        for start, end in text.runs():
            held = self._roles[start:end]
            if held.count(0) + held.count(code) != end - start:
                at, other = next((start + i, c) for i, c in enumerate(bytes(held)) if c not in (0, code))
                raise DoubleClaimError(f"{ROLES[other]} and {role} at {at}: {text.raw[:40]!r}")
            self._roles[start:end] = bytes((code,)) * (end - start)

    def claim_free(self, text: Text, role: str, chars: str | None = None) -> None:
        """Claim what is still free in `text`; with `chars` only those characters."""
        code = ROLES.index(role)
        for start, end in text.runs():
            at = self._roles.find(0, start, end)
            while at >= 0:
                if chars is None or self._source[at] in chars:
                    self._roles[at] = code
                at = self._roles.find(0, at + 1, end)

    def runs(self) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, reason) of what goes to `unparsed`, joined over white space, in order."""
        start, end, role = 0, 0, ""
        for first, last, code in self._visible():
            name = "unrecognised" if code == 0 else ROLES[code]
            if name == role:
                end = last
                continue
            if role in UNPARSED or role == "unrecognised":
                yield start, end, role
            start, end, role = first, last, name
        if role in UNPARSED or role == "unrecognised":
            yield start, end, role

    def coverage(self) -> float:
        """Return the share of visible characters that somebody claimed; 1.0 for a text without any."""
        seen = claimed = 0
        for start, end, code in self._visible():
            seen += end - start
            claimed += end - start if code else 0
        return round(claimed / seen, 6) if seen else 1.0

    def _visible(self) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, role's index) of each stretch of visible characters of one role."""
        for word in _VISIBLE.finditer(self._source):
            for same in _SAME.finditer(self._roles, word.start(), word.end()):
                yield same.start(), same.end(), self._roles[same.start()]
