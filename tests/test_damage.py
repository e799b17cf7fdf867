"""The bench's table is a golden: what a change gains and loses shows in its diff."""

from tests.damage.bench import TABLE, table


def test_the_table_is_the_one_in_the_repository():
    assert table() == TABLE.read_text("utf-8"), "remake it with `python -m tests.damage --write` and say why it changed"
