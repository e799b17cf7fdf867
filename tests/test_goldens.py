"""The promise: every field of every golden equals the conversion."""

import json
from collections import Counter

import pytest

from pipeline.convert import convert, convert_document
from pipeline.golden import differences, expected_for, load_golden, project, rewritten, variant
from pipeline.golden_head import counts
from pipeline.models import Item
from pipeline.readers import read
from tests.conftest import CORPUS, GOLDEN, PROVIDED, TEXTS, golden_of
from tests.making import flatten
from tests.typeset import as_page, as_workbook

WORDS = [p for p in PROVIDED if p.suffix == ".docx" and "autonumber" not in p.name]
GOLDENS = sorted(p for p in GOLDEN.glob("*.json") if counts(load_golden(p)))


@pytest.mark.parametrize("path", PROVIDED, ids=lambda p: p.name)
def test_every_field_of_the_golden_equals_the_conversion(path):
    golden = golden_of(path)
    found = differences(load_golden(golden), convert(path), variant(path, golden))
    assert not found, "\n".join(str(d) for d in found)


def common(path):
    """What every format of a notice must give: the golden without what single formats add."""
    return {k: v for k, v in load_golden(GOLDEN / f"{path.stem}.json").items() if k != "formats"}


@pytest.mark.parametrize("path", WORDS, ids=lambda p: p.stem)
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_same_notice_as_a_web_page(path, charset):
    made = convert_document(read(as_page(path, charset), "page.html"))
    found = differences(common(path), made, "none")
    assert not found, "\n".join(str(d) for d in found)
    assert made.coverage == 1.0


@pytest.mark.parametrize("path", WORDS, ids=lambda p: p.stem)
def test_the_same_notice_as_a_spreadsheet(path, tmp_path):
    made = convert(as_workbook(path, tmp_path / "book.xlsx"))
    found = differences(common(path), made, "none")
    assert not found, "\n".join(str(d) for d in found)
    assert made.coverage == 1.0


def test_every_document_has_a_golden_and_every_golden_a_document():
    assert {p.stem for p in GOLDENS} == {p.stem for p in TEXTS}
    assert {p.stem.removesuffix("-autonumber") for p in CORPUS.glob("*-20*")} == {p.stem for p in GOLDENS}


@pytest.mark.parametrize("path", GOLDENS, ids=lambda p: p.stem)
def test_goldens_are_sparse_and_hold_no_places(path):
    def walk(value):
        assert value not in (None, [], {}, False) or value == 0, f"empty value in {path.name}"
        if isinstance(value, dict):
            assert not {"span", "spans", "source", "coverage", "unparsed"} & set(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(load_golden(path))


def test_a_changed_value_is_reported_with_its_path_and_both_values(notices):
    name = "xuancheng-2020-self-assessment"
    golden = load_golden(GOLDEN / f"{name}.json")
    golden["schemes"][0]["items"][0]["weight"]["value"] = 11
    found = differences(golden, notices[name], "txt")
    assert [str(d) for d in found] == ["/schemes/0/items/0/weight/value: golden 11, conversion 10"]


def test_a_missing_and_an_extra_item_are_differences(notices):
    name = "huainan-2021-self-assessment"
    golden = load_golden(GOLDEN / f"{name}.json")
    golden["schemes"][0]["items"][1]["children"].pop()
    golden["findings"].append({"code": "numbering_gap", "severity": "warning", "pointer": "/schemes/0/items/3"})
    paths = {d.path for d in differences(golden, notices[name], "txt")}
    assert paths == {"/schemes/0/items/1/children/3", "/findings//schemes/0/items/3 numbering_gap"}


def test_what_one_format_prints_stands_under_that_format():
    golden = {
        "title": "甲",
        "attributes": {"附件": "乙"},
        "formats": {"txt": {"attributes": {"来源": "丙"}, "year": 2020}},
    }
    assert expected_for(golden, "txt") == {"title": "甲", "attributes": {"附件": "乙", "来源": "丙"}, "year": 2020}
    assert expected_for(golden, "pdf") == {"title": "甲", "attributes": {"附件": "乙"}}


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_rewriting_an_exact_golden_changes_nothing(path, notices):
    golden = load_golden(GOLDEN / f"{path.stem}.json")
    again = json.loads(rewritten(golden, notices[path.stem], "txt"))
    assert not differences(again, notices[path.stem], "txt")
    assert again.get("formats") == golden.get("formats")


def test_the_projection_leaves_out_what_a_reader_cannot_judge(notices):
    judged = json.dumps(project(notices["jinghai-2020-work-points"]), ensure_ascii=False)
    assert '"span' not in judged
    assert "sha256" not in judged


def _amounts(items: tuple[Item, ...]) -> list[int]:
    return [int((i.points or i.weight).value) for i in items]


def test_xuancheng_sections_weights_and_totals(notices):
    scheme = notices["xuancheng-2020-self-assessment"].schemes[0]
    assert _amounts(scheme.items) == [10, 20, 10, 10, 10, 20, 15, 5, 10]
    assert [i.nature for i in scheme.items] == ["base"] * 8 + ["bonus"]
    assert scheme.items[4].title == "围绕打好三大攻坚战加强重点引领域信息公开"
    assert [i.marker for i in scheme.items[6].children] == ["（一）", "(二)", "(三)", "(四)", "(五)", "(六)", "(七)"]
    bonus = scheme.items[8].children
    assert [[r.tier for r in b.scoring_rules if r.tier] for b in bonus] == [
        ["市级", "省级"], ["市级", "省级", "国家级"], [], ["市级", "省级", "国家级"], ["市级", "省级"],
    ]  # fmt: skip
    message = next(f.message for f in notices["xuancheng-2020-self-assessment"].findings if f.code == "self_total_sum")
    assert "99" in message
    assert "96" in message


def test_huainan_lost_brackets_and_links(notices):
    scheme = notices["huainan-2021-self-assessment"].schemes[0]
    assert _amounts(scheme.items) == [18, 30, 12, 15, 10, 15]
    assert {i.weight.basis for i in flatten(scheme.items) if i.weight} == {"repaired"}
    links = [e for i in flatten(scheme.items) for e in i.evidence]
    assert len(links) == 37
    assert all(e.label and e.url for e in links)
    assert "社会公益事业及重点民生领域" in [e.label for e in scheme.items[0].children[4].evidence]


def test_dongzhi_tasks_units_and_dates(notices):
    scheme = notices["dongzhi-2020-task-list"].schemes[0]
    tasks = [i for i in flatten(scheme.items) if not i.children]
    assert len(scheme.items) == 8
    assert [t.marker for t in tasks] == [str(n) for n in range(1, 49)]
    assert all(t.responsible and t.deadlines for t in tasks)
    assert {d.due.year for t in tasks for d in t.deadlines if d.due} == {2020}
    assert [u.name for u in tasks[15].responsible][:4] == ["县发改委", "县财政局", "县科经局", "县税务局"]


def test_yifeng_two_schemes_and_the_sums_that_are_wrong(notices):
    made = notices["yifeng-2020-assessment-scheme"]
    assert [_amounts(s.items) for s in made.schemes] == [[35, 13, 15, 27, 10], [28, 12, 15, 34, 11]]
    assert [int(s.total.value) for s in made.schemes if s.total] == [100, 100]
    assert [len(s.levels) for s in made.schemes] == [4, 4]
    wrong = [f.message for f in made.findings if f.code in ("children_sum", "total_sum")]
    assert wrong == [
        "“建议提案公开” states 2, its children add up to 5",
        "“信息公开工作年度报告” states 6, its children add up to 8",
        "“年度报告编制质量” states 6, its children add up to 4",
        "“年度报告发布” states 2, its children add up to 3",
    ]
    weights = [int(i.weight.value) for i in flatten(made.sections) if i.weight]
    dates = [d.due.isoformat() for i in flatten(made.sections) for d in i.deadlines if d.due]
    assert (weights, dates) == ([70, 30], ["2021-01-20"])


def test_jinghai_sections_items_and_roles(notices):
    made = notices["jinghai-2020-work-points"]
    items = made.schemes[0].items
    assert (made.status, len(items), sum(len(i.children) for i in items)) == ("draft", 6, 19)
    roles = Counter(u.role for i in flatten(items) for u in i.responsible)
    assert roles == {"responsible": 28, "lead": 2}
    assert not any("负责落实" in (i.requirement or "") for i in flatten(items))
