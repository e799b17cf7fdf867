"""The ledger of characters: who uses a part of the reading text claims it, and what nobody claims is lost.

One character has one role. Claiming it again for the same role is harmless; for another one is a bug.
"""

from collections.abc import Iterable
from typing import Final

from extractors.text import Text

ROLES: Final = (
    "", "layout", "item", "metadata", "header", "note",
    "navigation", "footer", "page_number", "repeated_header", "subtotal", "form",
)  # fmt: skip
UNPARSED: Final = frozenset({"navigation", "footer", "page_number", "repeated_header", "subtotal", "form"})


class DoubleClaimError(AssertionError):
    """Two exclusive roles for one character: a bug in zhibiao, never a property of a document."""


class Ledger:
    """One byte a character of the reading text: the index of its role, 0 while nobody claimed it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._roles = bytearray(len(source))

    def claim(self, text: Text, role: str) -> None:
        """Claim every character of `text`; DoubleClaimError where another role has one already."""
        code = ROLES.index(role)
        for offset in text.offsets:
            if self._roles[offset] not in (0, code):
                raise DoubleClaimError(f"{ROLES[self._roles[offset]]} and {role} at {offset}: {text.raw[:40]!r}")
            self._roles[offset] = code

    def claim_free(self, text: Text, role: str, chars: str | None = None) -> None:
        """Claim what is still free in `text`; with `chars` only those characters."""
        code = ROLES.index(role)
        for offset in text.offsets:
            if not self._roles[offset] and (chars is None or self._source[offset] in chars):
                self._roles[offset] = code

    def runs(self) -> Iterable[tuple[int, int, str]]:
        """Yield (start, end, reason) of what goes to `unparsed`, joined over white space, in order."""
        start, end, role = 0, 0, ""
        for offset, code in enumerate(self._roles):
            if self._source[offset].isspace():
                continue
            name = "unrecognised" if code == 0 else ROLES[code]
            if name == role:
                end = offset + 1
                continue
            if role in UNPARSED or role == "unrecognised":
                yield start, end, role
            start, end, role = offset, offset + 1, name
        if role in UNPARSED or role == "unrecognised":
            yield start, end, role

    def coverage(self) -> float:
        """Return the share of visible characters that somebody claimed; 1.0 for a text without any."""
        visible = [code for code, char in zip(self._roles, self._source, strict=True) if not char.isspace()]
        return round(sum(1 for c in visible if c) / len(visible), 6) if visible else 1.0
