"""`zhibiao evaluate` and `zhibiao golden`: what is measured, and what it takes for a golden to count."""

import copy
import json
import shutil

import pytest

from pipeline.compare.entries import Entry, side_of
from pipeline.evaluate.distance import tree_distance
from pipeline.evaluate.score import score
from tests.conftest import CORPUS, GOLDEN
from tests.running import run

NOTICE = "2021年青石县政务公开考核细则\n一、公开（10分）\n1.建立台账（4分）\n2.制定方案（6分）\n"


def forest(spec, parent=-1, start=0):
    """Entries of nested (name, children) pairs."""
    entries, at = [], start
    for name, children in spec:
        entries.append(Entry({"id": str(at), "title": name}, at, parent, (), 1))
        below = forest(children, at, at + 1)
        entries += below
        at += 1 + len(below)
    return entries


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ([("甲", [("乙", []), ("丙", [])])], [("甲", [("乙", []), ("丙", [])])], 0),
        ([("甲", [("乙", []), ("丙", [])])], [("甲", [("乙", []), ("丁", [])])], 1),
        ([("甲", [("乙", []), ("丙", [])])], [("甲", [("乙", [])])], 1),
        ([("甲", [("乙", [("丙", [])])])], [("甲", [("丙", [])])], 1),
        ([("甲", [("乙", [("丙", [])])])], [("甲", [("乙", []), ("丙", [])])], 2),
        ([], [("甲", [])], 1),
        # the example of the paper by Zhang and Shasha
        (
            [("f", [("d", [("a", []), ("c", [("b", [])])]), ("e", [])])],
            [("f", [("c", [("d", [("a", []), ("b", [])])]), ("e", [])])],
            2,
        ),
    ],
)
def test_the_distance_of_trees(one, other, distance):
    assert tree_distance(forest(one), forest(other)) == distance
    assert tree_distance(forest(other), forest(one)) == distance


def golden_of(stem):
    return json.loads((GOLDEN / f"{stem}.json").read_text("utf-8"))


def test_equal_texts_differ_in_width_and_punctuation_only():
    golden = golden_of("huainan-2021-self-assessment")
    other = json.loads(json.dumps(golden, ensure_ascii=False).replace("，", ",").replace("（", "("))
    assert score(side_of("g", golden), side_of("c", other)).failures == []


def test_a_wrong_value_is_missed_and_extra_and_has_its_place():
    golden = golden_of("dongzhi-2020-task-list")
    other = copy.deepcopy(golden)
    item = next(e.item for e in side_of("c", other).entries if e.item.get("responsible"))
    item["responsible"][0]["name"] = "县外办"
    made = score(side_of("g", golden), side_of("c", other))
    assert [(f.field, f.place, bool(f.missed)) for f in made.failures] == [
        ("responsible", item["id"], True), ("responsible", item["id"], False),
    ]  # fmt: skip
    count = made.counts["responsible"]
    assert (count.missed, count.extra) == (1, 1)
    assert count.precision == count.recall == count.f1 < 1
    assert made.distance == 0


def test_a_lost_item_is_missed_with_all_it_says():
    golden = golden_of("dongzhi-2020-task-list")
    other = copy.deepcopy(golden)
    parent = next(
        e.item
        for e in side_of("c", other).entries
        if e.item.get("children") and not e.item["children"][-1].get("children")
    )
    lost = parent["children"].pop()
    made = score(side_of("g", golden), side_of("c", other))
    assert {f.place for f in made.failures} == {lost["id"]}
    assert {"items", "hierarchy", "nature"} <= {f.field for f in made.failures}
    assert made.counts["items"].recall < 1 == made.counts["items"].precision
    assert made.distance == 1


def test_the_corpus_is_right_in_every_format():
    outcome = run("evaluate", "--json")
    made = json.loads(outcome.stdout)
    assert outcome.returncode == 0
    assert len(made["documents"]) == len(list(CORPUS.glob("*-20*")))
    assert made["all"]["fields"]["items"]["f1"] == 1
    assert made["all"]["tree_distance"] == 0


@pytest.fixture
def folders(tmp_path):
    corpus, golden = tmp_path / "corpus", tmp_path / "golden"
    corpus.mkdir()
    golden.mkdir()
    (corpus / "通知.txt").write_text(NOTICE, "utf-8")
    return corpus, golden


def test_a_golden_is_drafted_checked_and_goes_stale(folders):
    corpus, golden = folders
    document, file = corpus / "通知.txt", golden / "通知.json"
    assert run("golden", "new", document, "-o", file).returncode == 0
    assert json.loads(file.read_text("utf-8"))["golden"]["status"] == "unchecked"
    assert run("evaluate", corpus, golden).returncode == 3
    assert "nobody has checked" in run("evaluate", corpus, golden).stderr.decode()
    assert run("golden", "status", golden, corpus).stdout.decode().startswith("unchecked")

    half = run("golden", "accept", file, document, "--by", "王明", input=b"y\nn\nq\n")
    assert "1 of 4 parts accepted" in half.stdout.decode()
    shown = half.stdout.decode()
    assert "  | 一、公开（10分）" in shown
    assert run("golden", "status", golden, corpus).returncode == 1

    run("golden", "accept", file, document, "--by", "王明", input=b"y\ny\ny\n")
    head = json.loads(file.read_text("utf-8"))["golden"]
    assert (head["status"], head["checked_by"]) == ("checked", "王明")
    assert run("golden", "status", golden, corpus).returncode == 0
    assert run("evaluate", corpus, golden).returncode == 0
    assert run("golden", "diff", document, file).returncode == 0

    document.write_text(NOTICE.replace("台账", "档案"), "utf-8")
    outcome = run("golden", "status", golden, corpus)
    assert outcome.returncode == 1
    assert "has changed since it was checked" in outcome.stdout.decode()
    failing = run("evaluate", corpus, golden)
    assert failing.returncode == 1
    assert "s1.1.1 title: missed 建立台账" in failing.stdout.decode()


def test_a_golden_is_not_overwritten_nor_accepted_against_another_text(folders):
    corpus, golden = folders
    document, file = corpus / "通知.txt", golden / "通知.json"
    run("golden", "new", document, "-o", file)
    before = file.read_bytes()
    assert run("golden", "new", document, "-o", file).returncode == 5
    document.write_text(NOTICE.replace("台账", "档案"), "utf-8")
    assert run("golden", "accept", file, document, "--by", "王明", input=b"y\n").returncode == 4
    assert file.read_bytes() == before


def test_show_prints_the_tree(folders):
    corpus, golden = folders
    run("golden", "new", corpus / "通知.txt", "-o", golden / "通知.json")
    lines = run("golden", "show", golden / "通知.json").stdout.decode().splitlines()
    assert lines[1:4] == ["2021年青石县政务公开考核细则", "s1.1  一、公开 （10分）", "  s1.1.1  1.建立台账 （4分）"]


def test_folders_that_are_not_there(tmp_path):
    assert run("evaluate", tmp_path, tmp_path / "none").returncode == 3
    shutil.copy(GOLDEN / "dongzhi-2020-task-list.json", tmp_path)
    assert run("evaluate", tmp_path, tmp_path).returncode == 3
