"""The cells between ruling lines are those that pdfplumber finds, in its order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table

from pipeline.readers.pdf import tables
from pipeline.readers.pdf.crossings import Crossings, intersections


def line(x0, top, x1, bottom) -> dict:
    upright = "v" if x0 == x1 else "h"
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "orientation": upright}


places = st.integers(0, 6).map(lambda n: 20.0 * n)
ends = st.lists(places, min_size=2, max_size=2, unique=True).map(sorted)
uprights = st.builds(lambda x, y: line(x, y[0], x, y[1]), places, ends)
levels = st.builds(lambda y, x: line(x[0], y, x[1], y), places, ends)


@settings(deadline=None)
@given(st.lists(st.one_of(uprights, levels), max_size=24))
def test_the_cells_are_those_of_pdfplumber(lines):
    crossings = table.edges_to_intersections(lines, 3.0, 3.0)
    assert Crossings(crossings).cells() == table.intersections_to_cells(crossings)


def test_a_cell_is_closed_by_lines_that_run_from_corner_to_corner():
    frame = [line(0.0, y, 100.0, y) for y in (0.0, 20.0)] + [line(x, 0.0, x, 20.0) for x in (0.0, 50.0, 100.0)]
    crossings = table.edges_to_intersections(frame, 3.0, 3.0)
    assert Crossings(crossings).cells() == [(0.0, 0.0, 50.0, 20.0), (50.0, 0.0, 100.0, 20.0)]


@settings(deadline=None)
@given(st.lists(st.one_of(uprights, levels), max_size=24), st.sampled_from((3.0, 20.0, 25.0)))
def test_lines_cross_where_pdfplumber_says(lines, near):
    expected, found = table.edges_to_intersections(lines, near, near), intersections(lines, near)
    assert found.keys() == expected.keys()
    for point, crossing in expected.items():
        for kind in "vh":
            assert sorted(map(id, found[point][kind])) == sorted(map(id, crossing[kind]))


@settings(deadline=None)
@given(st.lists(st.one_of(uprights, levels), max_size=16))
def test_lines_that_touch_are_grouped(lines):
    groups: list[list[dict]] = []
    for edge in lines:
        near = [g for g in groups if any(tables._touch(edge, other) for other in g)]
        groups = [g for g in groups if all(g is not n for n in near)]
        groups.append([edge, *(e for g in near for e in g)])
    assert [sorted(map(id, g)) for g in tables._touching(lines)] == [sorted(map(id, g)) for g in groups]


def test_a_line_is_held_against_those_near_it_alone(monkeypatch):
    held = []
    touch = tables._touch
    monkeypatch.setattr(tables, "_touch", lambda one, other: held.append(one) or touch(one, other))
    counts = []
    for rows in (20, 40):
        held.clear()
        tables._touching([line(x, y, x + 6.0, y) for y in range(0, 20 * rows, 20) for x in range(0, 600, 12)])
        counts.append(len(held))
    assert counts[1] < 2.2 * counts[0]
