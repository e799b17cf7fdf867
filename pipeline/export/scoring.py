"""Filled forms added up: limits, ceilings of bonus groups, deductions; what is out of range or left empty is said."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from pipeline.export.form import Line, number_of

Problem = Literal["empty", "no_number", "below_zero", "above_full", "group_above_full", "bonus_above_cap"]
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something wrong with a line: what was given, and what was counted instead."""

    problem: Problem
    id: str
    name: str
    given: str | None
    counted: Decimal
    limit: Decimal | None


@dataclass(frozen=True, slots=True)
class Total:
    """A scheme's sum by nature, the whole of it, full marks of the base, and the remarks."""

    scheme: str
    base: Decimal
    bonus: Decimal
    deduction: Decimal
    full: Decimal
    remarks: tuple[Remark, ...]

    @property
    def total(self) -> Decimal:
        """Base and bonus without the deductions."""
        return self.base + self.bonus - self.deduction


def add_up(scheme: str, lines: list[Line], given: dict[int, object]) -> Total:
    """Add a filled form up; every value is held to its limits, and a remark says where that changed it."""
    sums = {"base": _ZERO, "bonus": _ZERO, "deduction": _ZERO, "veto": _ZERO}
    remarks: list[Remark] = []
    for line in lines:
        sums[line.nature] += _counted(line, given, remarks)
    full = sum((_full(line) for line in lines if line.nature == "base"), _ZERO)
    return Total(scheme, sums["base"], sums["bonus"], sums["deduction"], full, tuple(remarks))


def _full(line: Line) -> Decimal:
    return line.full if line.full is not None else sum(map(_full, line.below), _ZERO)


def _counted(line: Line, given: dict[int, object], remarks: list[Remark]) -> Decimal:
    if line.asked:
        return _asked(line, given.get(line.row), remarks)
    total = sum((_counted(below, given, remarks) for below in line.below), _ZERO)
    limit, problem = _group_limit(line)
    if limit is not None and total > limit:
        remarks.append(Remark(problem, line.id, line.name, str(total), limit, limit))
        return limit
    return total


def _group_limit(line: Line) -> tuple[Decimal | None, Problem]:
    return (line.cap, "bonus_above_cap") if line.nature == "bonus" else (line.full, "group_above_full")


def _asked(line: Line, value: object, remarks: list[Remark]) -> Decimal:
    full = line.full or _ZERO
    number = None if value is None else number_of(value)
    printed = None if value is None else str(value)
    if number is None:
        remarks.append(Remark("empty" if value is None else "no_number", line.id, line.name, printed, _ZERO, full))
        return _ZERO
    if not _ZERO <= number <= full:
        held = min(max(number, _ZERO), full)
        remarks.append(Remark("below_zero" if number < 0 else "above_full", line.id, line.name, printed, held, full))
        return held
    return number
