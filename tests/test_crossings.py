"""The cells between ruling lines are those that pdfplumber finds, in its order."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table

from pipeline.readers.pdf.crossings import Crossings


def line(x0, top, x1, bottom) -> dict:
    upright = "v" if x0 == x1 else "h"
    return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "orientation": upright}


places = st.integers(0, 6).map(lambda n: 20.0 * n)
ends = st.lists(places, min_size=2, max_size=2, unique=True).map(sorted)
uprights = st.builds(lambda x, y: line(x, y[0], x, y[1]), places, ends)
levels = st.builds(lambda y, x: line(x[0], y, x[1], y), places, ends)


@given(st.lists(st.one_of(uprights, levels), max_size=24))
def test_the_cells_are_those_of_pdfplumber(lines):
    crossings = table.edges_to_intersections(lines, 3.0, 3.0)
    assert Crossings(crossings).cells() == table.intersections_to_cells(crossings)


def test_a_cell_is_closed_by_lines_that_run_from_corner_to_corner():
    frame = [line(0.0, y, 100.0, y) for y in (0.0, 20.0)] + [line(x, 0.0, x, 20.0) for x in (0.0, 50.0, 100.0)]
    crossings = table.edges_to_intersections(frame, 3.0, 3.0)
    assert Crossings(crossings).cells() == [(0.0, 0.0, 50.0, 20.0), (50.0, 0.0, 100.0, 20.0)]
