"""Cells of a grid under their roles, row by row."""

from dataclasses import dataclass

from extractors.text import Text, join
from normalizers.values import ColumnRole


@dataclass(frozen=True, slots=True)
class Slotted:
    """A cell's paragraphs under their role.

    `span` rows are covered by it where the format says so, and several columns where it is `wide`; `again` is where
    a copy of the table says it once more on the rows that it covers.
    """

    role: ColumnRole
    column: int
    paragraphs: tuple[Text, ...]
    header: str = ""
    span: int = 1
    inherited: bool = False
    wide: bool = False
    again: tuple[Text, ...] = ()

    @property
    def text(self) -> Text:
        """Return the paragraphs as one text, divided by line breaks."""
        return join(self.paragraphs, "\n")


@dataclass(frozen=True, slots=True)
class Row:
    """A data row; `after_break` where it is the first of a table that goes on from the one before.

    It is `placed` where cells are absent from it, so that their columns are a guess.
    """

    cells: tuple[Slotted, ...]
    after_break: bool = False
    placed: bool = False

    def by(self, *wanted: ColumnRole) -> list[Slotted]:
        """Return the cells of these roles, left to right."""
        return [c for c in self.cells if c.role in wanted]
