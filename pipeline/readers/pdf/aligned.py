"""Tables without ruling lines: a line of known headers, and below it words that keep to the headers' columns."""

from itertools import pairwise
from typing import Final

from normalizers.headers import header_role
from pipeline.readers.pdf.bands import bands
from pipeline.readers.pdf.lines import Row, lines
from pipeline.readers.pdf.page import Page
from pipeline.readers.pdf.tables import Grid, GridCell

_FEWEST_HEADERS: Final = 3
#: Words further apart than this share of their size stand in different columns.
_COLUMN_GAP: Final = 1.0

Segments = list[Row]


def _segments(row: Row) -> Segments:
    """Cut a line where a gap is too wide for a space between words."""
    parts: Segments = [[row[0]]]
    for char in row[1:]:
        if char.x0 - parts[-1][-1].x1 > _COLUMN_GAP * char.size:
            parts.append([char])
        else:
            parts[-1].append(char)
    return parts


def _is_header(row: Row) -> bool:
    parts = _segments(row)
    return len(parts) >= _FEWEST_HEADERS and all(header_role("".join(c.text for c in p)) is not None for p in parts)


def find_aligned(page: Page, rows: list[Row]) -> tuple[list[Grid], list[Row]]:
    """Return the aligned tables among rows of characters outside of ruled tables, and the rows left."""
    at = next((i for i, row in enumerate(rows) if _is_header(row)), None)
    if at is None:
        return [], rows
    end, walls = _reach(rows, at)
    if end - at < 2:
        return [], rows
    return [_grid(rows[at:end], walls, page.number)], rows[:at] + rows[end:]


def _reach(rows: list[Row], header: int) -> tuple[int, list[tuple[float, float]]]:
    """Return where the table ends, and the white gaps between its columns that no character crosses."""
    parts = _segments(rows[header])
    gaps = [(a[-1].x1, b[0].x0) for a, b in pairwise(parts)]
    end = header + 1
    while end < len(rows):
        narrowed = [_narrowed(gap, rows[end]) for gap in gaps]
        if any(g is None for g in narrowed):
            break
        gaps = [g for g in narrowed if g is not None]
        end += 1
    return end, gaps


def _narrowed(gap: tuple[float, float], row: Row) -> tuple[float, float] | None:
    """Shrink a gap to what a line's words leave white of it; None where they run through it."""
    left, right = gap
    for part in _segments(row):
        start, end = part[0].x0, part[-1].x1
        if end <= gap[0] or start >= gap[1]:
            continue
        begins_left = start < gap[0] or (end < gap[1] and start - gap[0] < gap[1] - end)
        left, right = (max(left, end), right) if begins_left else (left, min(right, start))
    return (left, right) if right - left > 1.0 else None


def _grid(rows: list[Row], gaps: list[tuple[float, float]], page: int) -> Grid:
    chars = [c for row in rows for c in row]
    walls = [min(c.x0 for c in chars) - 1, *((a + b) / 2 for a, b in gaps), max(c.x1 for c in chars) + 1]
    made = []
    for r, band in enumerate([rows[0], *bands(rows[1:], walls, page)]):
        top, bottom = min(c.top for c in band), max(c.bottom for c in band)
        cells = []
        for c in range(len(walls) - 1):
            held = [x for x in band if walls[c] <= (x.x0 + x.x1) / 2 < walls[c + 1]]
            box = (walls[c], top, walls[c + 1], bottom)
            cells.append(GridCell(r, c, 1, 1, box, tuple(lines(held, page)) if held else ()))
        made.append(tuple(cells))
    box = (walls[0], made[0][0].box[1], walls[-1], made[-1][0].box[3])
    return Grid(page, box, tuple(walls), tuple(made))
