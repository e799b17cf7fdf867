"""The converting benchmark: the stages that it times are those of a conversion."""

from tests.bench_converting import STRUCTURE, stages
from tests.conftest import TEXTS


def test_every_stage_of_a_conversion_is_timed():
    assert {name for _, name in STRUCTURE} >= {"search", "sheet", "read_flattened", "outline_atoms", "build"}
    assert all(seconds > 0 for seconds in stages(TEXTS[0]).values())
