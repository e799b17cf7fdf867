"""`zhibiao explain`, `zhibiao doctor`, and zhibiao as a library."""

import io

import pytest

from pipeline.convert import convert
from pipeline.errors import InputMissingError, InputUnreadableError
from pipeline.explain import findings_on, origins, pointer_of
from tests.conftest import CORPUS
from tests.running import run

YIFENG = CORPUS / "yifeng-2020-assessment-scheme.txt"
TEXT = "2021年青石县考核细则\n一、公开（10分）\n1.建立台账（4分）（责任单位：县扶贫办；6月底前）\n2.按期报送（7分）：每少一次扣0.5分。\n"


def test_a_repair_is_explained():
    shown = run("explain", YIFENG, "s1.4.1.2.1.deadlines").stdout.decode().splitlines()
    assert shown[1:4] == [
        "deadlines: date 2020-12-31",
        "    text: “202012月底前” (line 349)",
        "    rule: the deadline form lost_year_sign; repaired: a character was lost, the value says what stood there",
    ]
    assert "warning date_repaired: “202012月底前” lost a character and was read as 2020-12-31" in shown


def test_every_value_of_every_item_has_an_origin():
    for path in sorted(CORPUS.glob("*-20*.txt")):
        made = convert(path)
        for item in made.walk():
            found = origins(item, None)
            assert len([o for o in found if o.field == "deadlines"]) == len(item.deadlines)
            assert len([o for o in found if o.field == "responsible"]) == len(item.responsible)
            assert all(o.rule for o in found)
            assert pointer_of(made, item.id)


def test_units_rules_and_findings():
    made = convert(TEXT.encode())
    unit = origins(made.find("s1.1.1"), "responsible")[0]
    assert unit.rule == "the agency table's row 扶贫开发办公室 (government), followed by 农业农村局"
    rule = origins(made.find("s1.1.2"), "scoring_rules")[0]
    assert (rule.value, rule.rule) == ("deduct 0.5 per 次", "the scoring form verb")
    assert [f.code for f in findings_on(made, "s1.1")] == ["children_sum"]


@pytest.mark.parametrize("wanted", ["s9.9", "s1.1.1.nothing", "s1.1.9.points"])
def test_an_unknown_item_or_field(tmp_path, wanted):
    file = tmp_path / "通知.txt"
    file.write_text(TEXT, "utf-8")
    outcome = run("explain", file, wanted)
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert f"has no item or field {wanted}" in outcome.stderr.decode()


def test_doctor():
    outcome = run("doctor")
    shown = outcome.stdout.decode()
    assert outcome.returncode == 0
    assert "a small notice converts" in shown
    assert "as its sources" in shown or "compiled" in shown
    assert "MISSING" not in shown


def test_a_path_bytes_and_a_stream_are_one_notice():
    by_path, by_text = convert(YIFENG), convert(str(YIFENG))
    with YIFENG.open("rb") as stream:
        by_stream = convert(stream, name=YIFENG.name)
    assert by_path == by_text == by_stream == convert(YIFENG.read_bytes(), name=YIFENG.name)


def test_what_cannot_be_read_is_a_typed_error(tmp_path):
    with pytest.raises(InputMissingError):
        convert(tmp_path / "none.txt")
    with pytest.raises(InputUnreadableError, match="通知"):
        convert(b"", name="通知.txt")
    with pytest.raises(InputUnreadableError):
        convert(io.BytesIO(b"%PDF-1.7 broken"))


def test_walking_finding_and_totals():
    made = convert(TEXT.encode())
    (scheme,) = made.schemes
    assert [i.id for i in made.walk()] == ["s1.1", "s1.1.1", "s1.1.2"]
    assert [i.id for i in scheme.leaves()] == ["s1.1.1", "s1.1.2"]
    assert made.find("s1.1.2").name == "按期报送"
    assert made.find("s2") is None
    assert (scheme.points_total(), scheme.items[0].points_below()) == (10, 11)
    assert [(i.id, u.name) for i, u in made.assignments()] == [("s1.1.1", "县扶贫办")]
