"""`zhibiao diff`: nothing between two formats of a notice, exactly what was planted between two notices."""

import copy
import json
import random
import time

import pytest

from pipeline.compare.changes import compare
from pipeline.compare.entries import read_side, side_of
from pipeline.compare.pairing import pair
from pipeline.compare.words import pieces
from tests.conftest import CORPUS, GOLDEN
from tests.running import run

STEMS = sorted(p.stem for p in GOLDEN.glob("*.json"))
SUBJECTS = [
    "预算公开",
    "决算公开",
    "政策解读",
    "依申请公开",
    "会议公开",
    "机构职能",
    "行政许可",
    "行政处罚",
    "公共资源",
    "社会救助",
    "义务教育",
    "医疗卫生",
    "生态环境",
    "安全生产",
    "食品安全",
    "就业创业",
]
VERBS = ["建立", "完善", "规范", "落实", "推进", "健全"]
THINGS = [
    "年度计划",
    "工作台账",
    "公示栏目",
    "联席会议",
    "考核办法",
    "问题清单",
    "值班制度",
    "培训活动",
    "通报制度",
    "督查机制",
]
UNITS = ["县财政局", "县教育局", "县水利局", "县司法局", "县民政局", "县审计局"]


def amount(value):
    return {"value": value, "unit": "point", "basis": "stated", "raw": f"（{value}分）"}


def unit(name):
    return {"name": name, "raw": name, "role": "responsible", "kind": "agency", "agency": name[1:], "basis": "stated"}


def made_notice(chance, groups=5, leaves=6):
    """A notice whose items all say something of their own."""
    items = []
    for g in range(groups):
        children = []
        for k in range(leaves):
            subject = SUBJECTS[(g * leaves + k) % len(SUBJECTS)]
            words = [f"{chance.choice(VERBS)}{subject}{chance.choice(THINGS)}第{g * leaves + k}批" for _ in range(2)]
            children.append({
                "id": f"s1.{g + 1}.{k + 1}", "level": 2, "marker": f"{k + 1}.", "requirement": f"{words[0]}，{words[1]}并及时报送总结材料。",
                "points": amount(chance.randint(2, 9)), "responsible": [unit(chance.choice(UNITS))],
                "deadlines": [{"kind": "date", "due": f"2021-{chance.randint(1, 12):02}-15", "basis": "stated", "raw": "15日前"}],
            })  # fmt: skip
        items.append({"id": f"s1.{g + 1}", "level": 1, "marker": f"{'一二三四五六七八'[g]}、", "title": f"{SUBJECTS[g]}{THINGS[g]}情况",
                      "points": amount(40), "children": children})  # fmt: skip
    return {"title": "2021年青石县考核细则", "year": 2021, "schemes": [{"id": "s1", "items": items}]}


def leaf(notice, chance, used):
    """A leaf that no other planted change touches, with its parent and place."""
    while True:
        parent = chance.choice(notice["schemes"][0]["items"])
        at = chance.randrange(len(parent["children"]))
        item = parent["children"][at]
        if item["id"] not in used:
            used.add(item["id"])
            return parent, at, item


def plant(kind, notice, chance, used):
    parent, at, item = leaf(notice, chance, used)
    if kind == "points":
        item["points"] = amount(item["points"]["value"] + 1)
        return ("changed", "points", item["id"])
    if kind == "responsible":
        item["responsible"] = [unit(chance.choice([u for u in UNITS if u != item["responsible"][0]["name"]]))]
        return ("changed", "responsible", item["id"])
    if kind == "deadlines":
        item["deadlines"] = [{"kind": "date", "due": "2021-11-30", "basis": "stated", "raw": "11月底前"}]
        return ("changed", "deadlines", item["id"])
    if kind == "requirement":
        item["requirement"] = item["requirement"].replace("及时报送", "按季度逐级报送")
        return ("changed", "requirement", item["id"])
    if kind == "renumbered":
        item["marker"] = "9."
        return ("renumbered", "marker", item["id"])
    if kind == "renamed":
        used.add(parent["id"])
        parent["title"] = parent["title"].replace("情况", "落实情况")
        return ("renamed", "title", parent["id"])
    if kind == "removed":
        del parent["children"][at]
        return ("removed", "", item["id"])
    if kind == "added":
        parent["children"].append(
            {
                "id": f"new{len(used)}",
                "level": 2,
                "marker": "8.",
                "requirement": f"开通惠民热线电话{len(used)}，受理群众来电。",
            }
        )
        return ("added", "", f"new{len(used)}")
    if kind == "moved":
        other = chance.choice([p for p in notice["schemes"][0]["items"] if p is not parent])
        other["children"].append(parent["children"].pop(at))
        return ("moved", "parent", item["id"])
    first, second = item["requirement"].split("，")
    parts = [
        {**item, "requirement": f"{first}。"},
        {"id": f"part{len(used)}", "level": 2, "marker": "7.", "requirement": second},
    ]
    parent["children"][at : at + 1] = parts
    return ("split", "", item["id"])


KINDS = [
    "points",
    "responsible",
    "deadlines",
    "requirement",
    "renumbered",
    "renamed",
    "removed",
    "added",
    "moved",
    "split",
]


def told(made):
    return sorted((c.kind, c.field, c.entry.id if c.entry else "") for c in made.changes)


@pytest.mark.parametrize("kind", KINDS)
def test_planted_changes_are_reported_and_nothing_else(kind):
    for seed in range(30):
        chance = random.Random(f"{kind}{seed}")
        old = made_notice(chance)
        new = copy.deepcopy(old)
        used = set()
        planted = [plant(kind, new, chance, used)]
        planted += [plant(chance.choice(KINDS), new, chance, used) for _ in range(seed % 3)]
        assert told(compare(side_of("old", old), side_of("new", new))) == sorted(set(planted)), seed


def test_a_merger_is_a_split_seen_from_the_other_side():
    chance = random.Random(1)
    old = made_notice(chance)
    new = copy.deepcopy(old)
    expected = plant("split", new, chance, set())
    (change,) = compare(side_of("new", new), side_of("old", old)).changes
    assert (change.kind, change.new.id, len(change.others)) == ("merged", expected[2], 1)


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".json"])
def test_a_notice_says_the_same_in_every_format_and_in_its_golden(stem, suffix):
    other = (GOLDEN if suffix == ".json" else CORPUS) / f"{stem}{suffix}"
    if other.exists():
        assert told(compare(read_side(CORPUS / f"{stem}.txt"), read_side(other))) == []


def test_a_deadline_is_compared_within_its_own_year_and_a_body_through_the_reforms():
    old = made_notice(random.Random(2))
    new = json.loads(json.dumps(old, ensure_ascii=False).replace("2021", "2022"))
    item = new["schemes"][0]["items"][0]["children"][0]
    item["responsible"] = [{**unit("县乡村振兴局"), "agency": "乡村振兴局"}]
    old["schemes"][0]["items"][0]["children"][0]["responsible"] = [{**unit("县扶贫办"), "agency": "扶贫开发办公室"}]
    assert [f for _, f, _ in told(compare(side_of("a", old), side_of("b", new)))] == ["title", "year"]


def test_equal_siblings_are_paired_in_order():
    items = [{"id": f"s1.{i}", "level": 1, "requirement": "建立台账"} for i in range(3)]
    side = side_of("a", {"schemes": [{"id": "s1", "items": items}]})
    assert pair(side, side).new_of == {0: 0, 1: 1, 2: 2}


def test_words_are_not_cut():
    shown = [(p.op, p.words) for p in pieces("由县扶贫开发办公室负责落实", "由县乡村振兴局负责督查")]
    assert shown == [
        ("same", "由县"), ("gone", "扶贫开发办公室"), ("new", "乡村振兴局"), ("same", "负责"), ("gone", "落实"), ("new", "督查"),
    ]  # fmt: skip


@pytest.fixture
def two(tmp_path):
    old, new = tmp_path / "2020 年.txt", tmp_path / "2021 年.txt"
    old.write_text(
        "2020年青石县工作要点\n一、公开\n1.建立台账<b>，按时更新信息。\n2.每季度召开会议，研究解决问题。（责任单位：县财政局）\n",
        "utf-8",
    )
    new.write_text(
        "2021年青石县工作要点\n一、公开\n1.建立台账<b>，按时更新信息。\n2.每季度召开专题会议，研究解决问题。（责任单位：县审计局）\n",
        "utf-8",
    )
    return old, new


def test_the_command_says_it_in_a_sentence(two):
    outcome = run("diff", *two)
    first = outcome.stdout.decode().splitlines()[0]
    assert outcome.returncode == 1
    assert first == "From 2020 to 2021: units of 1 changed, wording of 1 changed; 3 items stand in both."
    assert "召开[-会议-]{+专题会议+}" in outcome.stdout.decode()
    assert run("diff", two[0], two[0]).returncode == 0


def test_json_markdown_and_html(two):
    made = json.loads(run("diff", *two, "--json").stdout)
    assert {"kind": "changed", "field": "responsible", "old": ["s1.1.2"], "new": ["s1.1.2"], "before": "县财政局", "after": "县审计局",
            "told": "responsible units of “2.每季度召开专题会议，研究解决问题。”: 县财政局 → 县审计局"} in made["changes"]  # fmt: skip
    assert "召开~~会议~~**专题会议**" in run("diff", *two, "--format", "markdown").stdout.decode()
    page = run("diff", *two, "--format", "html").stdout.decode()
    assert "<ins>专题会议</ins>" in page
    assert "<b>" not in page


def test_what_is_no_notice_is_refused(tmp_path, two):
    wrong = tmp_path / "wrong.json"
    for content in ("[1]", "{", '{"a": 1}'):
        wrong.write_text(content)
        outcome = run("diff", two[0], wrong)
        assert (outcome.returncode, outcome.stdout) == (4, b"")
        assert outcome.stderr.decode().startswith(f"zhibiao: {wrong}: ")


def test_two_schemes_of_2000_items_are_compared(capsys):
    chance = random.Random(3)
    old = made_notice(chance, groups=8, leaves=250)
    new, used = copy.deepcopy(old), set()
    planted = [plant(kind, new, chance, used) for kind in KINDS]
    start = time.perf_counter()
    made = compare(side_of("old", old), side_of("new", new))
    print(f"{time.perf_counter() - start:.2f} s for {len(made.old.entries)} items against {len(made.new.entries)}")
    assert told(made) == sorted(set(planted))
