"""Cells one a line put under their columns again, by the pattern that they repeat from row to row."""

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise
from math import inf, log2
from typing import Final, NamedTuple

from extractors.looks import Kind, Look, looks
from extractors.text import Text
from extractors.wraps import is_full, wrap_width
from normalizers.values import ColumnRole
from pipeline.segments.costs import COSTS
from pipeline.segments.patterns import OFTEN_EMPTY, Coster, Pattern, first_row

#: Columns of names, which are merged over rows, and those whose place is told.
_NAMES: Final = ("level", "title", "number", "other", None)
#: The last column of these tells one row from the next: it is hardly ever merged.
_WORDS: Final = ("level", "title", "requirement", None)
_TOLD: Final = ("responsible", "lead", "support", "deadline", "points", "weight", "scoring")
#: Columns where several bodies, or several rules, stand in one cell.
_LISTED: Final[dict[Kind, tuple[ColumnRole, ...]]] = {"units": ("responsible", "lead", "support"), "rule": ("scoring",)}
#: Patterns are learned so often at most, from so many lines.
_ROUNDS: Final = 4
_SAMPLE: Final = 240
#: Behind the table.
OUT: Final = -1


class Step(NamedTuple):
    """Where a line stands: under a column, or `OUT` behind the table; whether the cell before goes on with it."""

    column: int
    goes_on: bool


class Laid(NamedTuple):
    """A step for each line, and what they cost a line."""

    steps: tuple[Step, ...]
    cost: float


def laid(cells: Sequence[Text], roles: Sequence[ColumnRole | None], forms: Collection[int] = ()) -> Laid:
    """Lay lines under columns whose headers have these roles; the patterns are learned from the lines themselves.

    `forms` are the columns that a form leaves to be filled in.
    """
    seen = tuple(looks(cells))
    widest = wrap_width(cells)
    lines = _Lines(seen, tuple(is_full(cell, widest) for cell in cells), tuple(roles), _strange(roles, forms))
    sample = lines._replace(looks=seen[:_SAMPLE], full=lines.full[:_SAMPLE])
    starts = [first_row(seen, roles), [Pattern.under(role) for role in roles]]
    starts += [first_row(seen, roles, empty=True)] if any(role in OFTEN_EMPTY for role in roles) else []
    learned = min((_learned(sample, start) for start in starts), key=lambda found: found[1].cost)
    found = learned[1] if len(seen) <= _SAMPLE else _read(lines, learned[0])
    plain = _whole_rows(lines) if len(seen) % len(roles) == 0 else found
    apart = plain.steps != found.steps and plain.cost <= found.cost + COSTS.whole_apart
    return plain if apart else found


class _Lines(NamedTuple):
    """Lines by their looks, which of them are full, the columns' roles, and what a rule costs more in each."""

    looks: tuple[Look, ...]
    full: tuple[bool, ...]
    roles: tuple[ColumnRole | None, ...]
    strange: tuple[float, ...]


def _strange(roles: Sequence[ColumnRole | None], forms: Collection[int]) -> tuple[float, ...]:
    """Return what a rule costs more in each column: rules have a column of their own, and none where one fills in."""
    ruled = "scoring" in roles
    return tuple(COSTS.rule_filled_in if ruled and at in forms else 0.0 for at in range(len(roles)))


def _learned(lines: _Lines, patterns: list[Pattern]) -> tuple[list[Pattern], Laid]:
    """Read the lines, learn the columns' patterns from that, and read them again until nothing changes."""
    found = _read(lines, patterns)
    for _ in range(_ROUNDS):
        patterns = _seen(lines, found.steps)
        again = _read(lines, patterns)
        if again.steps == found.steps:
            return patterns, again
        found = again
    return patterns, found


def _whole_rows(lines: _Lines) -> Laid:
    """Lay lines under all columns in turn, as where no cell is empty, merged or on several lines."""
    width = len(lines.roles)
    steps = (*(Step(at % width, goes_on=False) for at in range(len(lines.looks))),)
    costers = [pattern.coster() for pattern in _seen(lines, steps)]
    cost = sum(costers[step.column].cost(look) for look, step in zip(lines.looks, steps, strict=True))
    return Laid(steps, cost / len(steps) + COSTS.whole_row / width)


def _seen(lines: _Lines, steps: Sequence[Step]) -> list[Pattern]:
    """Learn the patterns of columns from the cells that were put under them."""
    made = [Pattern.under(role) for role in lines.roles]
    placed = [step.column for step in steps if step.column != OUT and not step.goes_on]
    for pattern in made:
        pattern.rows = 1 + sum(after <= before for before, after in pairwise(placed))
    for at, (look, step) in enumerate(zip(lines.looks, steps, strict=True)):
        if step.column == OUT or step.goes_on:
            continue
        length = len(look.text)
        below = at + 1
        while below < len(steps) and steps[below].goes_on:
            length += len(lines.looks[below].text)
            made[step.column].widest = max(made[step.column].widest, lines.looks[below].length)
            below += 1
        made[step.column].see(look, log2(length + 1))
    return made


def _read(lines: _Lines, patterns: list[Pattern]) -> Laid:
    """Find the cheapest way through the columns, by dynamic programming over the lines."""
    costers = [pattern.coster() for pattern in patterns]
    empty = [pattern.share(filled=False) for pattern in patterns]
    after, tails = _after(lines.roles, empty), _tails(empty)
    width = len(patterns)
    best = [costers[0].cost(lines.looks[0]) if column == 0 else inf for column in range(width)]
    out, back = inf, list[list[Step]]()
    for at in range(1, len(lines.looks)):
        ended = min((best[i] + tails[i] + COSTS.ends, i) for i in range(width))
        left = Step(ended[1], False) if ended[0] < out else Step(OUT, False)
        out = min(ended[0], out) + COSTS.behind
        best, pointers = _next(lines, at, costers, best, after)
        back.append([*pointers, left])
    ends = [*(cost + tails[i] for i, cost in enumerate(best)), out]
    last = min(range(width + 1), key=ends.__getitem__)
    return Laid(_walked(back, last, width), ends[last] / len(lines.looks))


def _next(
    lines: _Lines, at: int, costers: Sequence[Coster], best: list[float], after: list[list[float]]
) -> tuple[list[float], list[Step]]:
    """Return the cheapest cost of each column for a line, and where that comes from."""
    look, before, full = lines.looks[at], lines.looks[at - 1], lines.full[at - 1]
    made, pointers = list[float](), list[Step]()
    for column, coster in enumerate(costers):
        cost, source = min((best[i] + ways[column], i) for i, ways in enumerate(after))
        cost += coster.cost(look) + (COSTS.ends_full if full else 0.0)
        cost += lines.strange[column] if look.kind == "rule" else 0.0
        listed = look.kind == before.kind and lines.roles[column] in _LISTED.get(look.kind, ())
        going = best[column] + (COSTS.listed if listed else _goes_on(look, before, coster.pattern, full=full))
        made.append(min(cost, going))
        pointers.append(Step(column, True) if going < cost else Step(source, False))
    return made, pointers


def _goes_on(look: Look, before: Look, pattern: Pattern, *, full: bool) -> float:
    """Return what it costs that a line goes on with the cell before."""
    cost = COSTS.goes_on_full if full else COSTS.goes_on_column if pattern.fills(before) else COSTS.goes_on
    cost += min(COSTS.most_odd, pattern.odds(look.kind))
    return cost + (COSTS.number_goes_on if look.kind in ("serial", "figure") else 0.0)


def _walked(back: list[list[Step]], last: int, width: int) -> tuple[Step, ...]:
    """Walk back from the last line to the first; where a step leads from a column to itself it goes on."""
    steps = list[Step]()
    column = OUT if last == width else last
    for pointers in reversed(back):
        source, goes_on = pointers[column]
        steps.append(Step(column, goes_on))
        column = source
    return (*reversed([*steps, Step(column, False)]),)


def _tails(empty: Sequence[float]) -> list[float]:
    """Return what the columns behind each one cost that a row leaves empty at its end."""
    return [sum(empty[i + 1 :]) for i in range(len(empty))]


def _after(roles: Sequence[ColumnRole | None], empty: Sequence[float]) -> list[list[float]]:
    """Return what it costs to go from one column to another: on in the row, or to the next row."""
    width, tails = len(roles), _tails(empty)
    leaf = max((i for i, role in enumerate(roles) if role in _WORDS), default=-1)
    over = [0.0 if role in _NAMES and i != leaf else COSTS.merged_text for i, role in enumerate(roles)]
    merged = [0.0, *accumulate(COSTS.merged_each + cost for cost in over)]
    begins = [COSTS.whole_row if column == 0 else COSTS.merged_row + merged[column] for column in range(width)]
    made = [[tails[i] + begins[j] for j in range(width)] for i in range(width)]
    for i in range(width):
        for j in range(i + 1, width):
            merged_names = (
                i == 0 and roles[0] == "number" and roles[j] not in _TOLD and all(r in _NAMES for r in roles[1:j])
            )
            made[i][j] = min(made[i][j], sum(empty[i + 1 : j]), begins[j] if merged_names and j > 1 else inf)
    return made
