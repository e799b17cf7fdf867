"""JSON files read back: a notice's, a golden's, and everything that only looks like one."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.compare.changes import compare
from pipeline.compare.entries import read_side
from pipeline.errors import InputUnreadableError
from pipeline.golden import load_golden
from pipeline.kept import read_notice
from pipeline.models import to_json
from tests.conftest import GOLDEN
from tests.making import notice
from tests.running import run

ROWS = "序号|考核项目|分值|责任单位|完成时限\n1|护林巡查|60|县林业局|6月底前\n2|台账资料|40|各乡镇|11月底前\n"
TEXT = f"望川县2021年护林工作考核细则\n{ROWS}"
NOTICE = json.loads(to_json(notice(TEXT)))


def wrong_at(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        *above, last = [int(step) if step.isdigit() else step for step in path.split("/")]
        for step in above:
            data = data[step]
        if value is None:
            del data[last]
        else:
            data[last] = value

    return change


WRONG = {
    path: wrong_at(path, value)
    for path, value in {
        "schemes": {"a": 1},
        "schemes/0/items": [3, None],
        "schemes/0/items/0/children": "abc",
        "schemes/0/items/0/title": {"a": [1]},
        "schemes/0/items/0/points/value": "many",
        "schemes/0/items/0/responsible/0/name": None,
        "schemes/0/items/0/deadlines/0/kind": None,
        "schemes/0/items/0/deadlines/0/due": "2021-02-30",
        "schemes/0/items/0/id": None,
        "attributes": 3,
        "findings": [1],
        "more": 1,
    }.items()
}


@pytest.mark.parametrize("path", WRONG)
def test_a_part_that_is_none_of_the_contract_is_named(tmp_path, path):
    data = json.loads(json.dumps(NOTICE))
    WRONG[path](data)
    file = tmp_path / "notice.json"
    file.write_text(json.dumps(data))
    told = str(file) + ": this is no notice's JSON (at /" + path
    for read in (read_notice, read_side):
        with pytest.raises(InputUnreadableError) as caught:
            read(file)
        assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf{", "this is no JSON"),
        (b"[1, 2]", "this JSON is no notice"),
        (b"[" * 100_000, "this JSON is nested too deeply to be a notice"),
        (b'{"schemes":' * 5_000 + b"1" + b"}" * 5_000, "this JSON is nested too deeply to be a notice"),
        (b'{"schemes": [], "title": "\\ud800"}', "this is no notice's JSON"),
    ],
)
def test_what_is_no_notice_is_a_sentence_that_names_the_file(tmp_path, content, told):
    file = tmp_path / "notice.json"
    file.write_bytes(content)
    for command in (("diff", file, file), ("export", file, "--to", "csv"), ("golden", "show", file)):
        outcome = run(*command)
        assert outcome.returncode == 4
        assert outcome.stderr.decode().startswith(f"zhibiao: {file}: {told}")
        assert outcome.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("formats", [1]),
        ("formats", {"txt": {"findings": 3}}),
        ("golden", {"status": "maybe"}),
        ("findings", "a"),
        ("schemes", [{"items": {"title": "x"}}]),
        ("schemes", [{"id": "s1", "items": [{"title": "x"}]}]),
    ],
)
def test_a_golden_is_held_to_the_contract_too(tmp_path, part, value):
    golden = json.loads((GOLDEN / "yifeng-2020-assessment-scheme.json").read_text("utf-8"))
    file = tmp_path / "golden.json"
    file.write_text(json.dumps({**golden, part: value}))
    for read in (load_golden, read_side):
        with pytest.raises(InputUnreadableError, match=f"at /({part}|findings|{'golden/status'})"):
            read(file)


def test_a_notice_of_any_length_is_read_back(tmp_path):
    """The JSON of a long notice has more characters, and longer lines, than a text may have."""
    long = notice(TEXT + "".join(f"{i}|{'督促整改' * 40}{i}|1|县林业局|6月底前\n" for i in range(3, 1_000)))
    file = tmp_path / "long.json"
    file.write_text(to_json(long), "utf-8")
    assert file.stat().st_size > 800_000
    assert read_notice(file) == long
    assert len(read_side(file).entries) == 999
    file.write_text(json.dumps(json.loads(to_json(long)), ensure_ascii=False), "utf-8")
    assert read_notice(file) == long


@pytest.mark.parametrize("year", [0, -5, 99_999, 10**30])
def test_a_year_that_is_none_moves_no_deadline(tmp_path, year):
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(NOTICE))
    new.write_text(json.dumps({**NOTICE, "year": year}))
    for one, other in ((old, new), (new, old)):
        assert [c.kind for c in compare(read_side(one), read_side(other)).changes if c.field == "deadlines"] == []
