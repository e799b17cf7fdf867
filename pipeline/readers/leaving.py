"""What readers leave out because nobody sees it or its author crossed it out: how much it is, and its first words."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.document import Remark

#: So many characters of each piece are quoted, and of so many of them: a line that crosses a heading is known by it.
_PIECE: Final = 20
_PIECES: Final = 5


@dataclass(slots=True)
class LeftOut:
    """Counts the characters of pieces that are left out, and keeps the first ones' beginnings."""

    count: int = 0
    quoted: list[str] = field(default_factory=list)

    def add(self, words: str, count: int | None = None) -> None:
        """Leave out a piece; `count` where it is more than its words have, or less."""
        self.count += len(words) if count is None else count
        if len(self.quoted) < _PIECES and (piece := " ".join(words[: 4 * _PIECE].split())):
            self.quoted.append(piece if len(piece) <= _PIECE else f"{piece[:_PIECE]}…")

    def remarks(self) -> list[Remark]:
        """Return what the user must know of it."""
        figures = (("count", str(self.count)), ("text", " / ".join(self.quoted)))
        return [Remark("hidden_text", figures)] if self.count else []
