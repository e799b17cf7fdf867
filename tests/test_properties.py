"""What must hold of any input: grounding, accounting, determinism, and only typed errors escape."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.convert import convert_document
from pipeline.document import Document
from pipeline.errors import ZhibiaoError
from pipeline.models import to_json
from pipeline.readers import read
from tests.conftest import TEXTS
from tests.damage.bench import fits, written
from tests.damage.layouts import LAYOUTS
from tests.damage.trees import trees
from tests.fuzz.composed import composed_page, composed_text
from tests.fuzz.promises import hold
from tests.invariants import assert_accounted, assert_grounded

DOCUMENTS = [path.read_text("utf-8") for path in TEXTS]
SETTINGS = settings(deadline=None, max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
STRAY = "()（）。，、一二三1234.%分扣加\t\n  　月日年底前同上各部门<p>"


def check(data: bytes) -> None:
    """Convert, and hold the result to the promises; a typed error with one sentence is an answer too."""
    document = _read(data)
    if document is not None:
        made = convert_document(document)
        assert_grounded(document, made)
        assert_accounted(document, made)
        assert to_json(convert_document(read(data, "made.txt"))) == to_json(made)


def _read(data: bytes) -> Document | None:
    try:
        return read(data, "made.txt")
    except ZhibiaoError as error:
        sentence = str(error)
    assert sentence.startswith("made.txt: ")
    assert "\n" not in sentence
    return None


def _cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return text[start:end]


def _drop_lines(text: str, chance: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") if chance.random() > 0.15)


def _swap_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _replace(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(min(len(letters), chance.randint(1, 80))):
        letters[chance.randrange(len(letters))] = chance.choice(STRAY)
    return "".join(letters)


def _run_together(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at:].replace("\n", "", chance.randint(1, 40))


DAMAGES = (_cut, _drop_lines, _swap_lines, _replace, _run_together)


LAID_OUT = [
    written(tree, layout, "none")
    for tree in trees()[2:7]
    for layout in LAYOUTS
    if layout != "spans" and fits(tree, layout)
]


@pytest.mark.parametrize("seed", range(120))
def test_mutilated_tables_in_every_layout(seed):
    chance = random.Random(seed)
    text = chance.choice(LAID_OUT)
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(DAMAGES)(text, chance) if text else text
    check(text.encode("utf-8"))


@pytest.mark.parametrize("seed", range(60))
def test_mutilated_copies_of_the_provided_notices(seed):
    chance = random.Random(seed)
    text = chance.choice(DOCUMENTS)
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(DAMAGES)(text, chance) if text else text
    check(text.encode("utf-8"))


#: Seeds that once broke a promise, besides the first hundred.
BROKE = (
    5001198, 5004275, 5007439, 5010812, 6002369, 6005705, 6007449, 6010206,
    "qa4370", "qa29142", "qa33164", "qa34364",
    "qb8362", "qb9038", "qb15566", "qb26100", "qb33646", "qb35722", "qb39292",
    "qd3187", "qd16424", "qd17678",
)  # fmt: skip


@pytest.mark.parametrize("seed", [*range(100), *BROKE])
def test_lines_and_tables_of_the_genre_in_any_order(seed):
    for data, name in (
        (composed_text(random.Random(seed)), "made.txt"),
        (composed_page(random.Random(seed)), "a.html"),
    ):
        assert hold(data, name) == "ok"


marker = st.sampled_from(["一、", "二、", "（一）", "(二)", "1.", "2、", "（3）", "①", "第三条", "1.1", "", "", ""])
words = st.sampled_from(
    ["政务公开", "县财政局、审计局", "各部门", "同上", "11月底前", "持续推进", "加强领导", "每缺一项扣1分", "最高不超过5分",
     "权重:70%", "https://www.gov.cn/a?b=1", "考核内容", "分值", "责任单位", "备注", "合计", "附注:", "附件1", "总分100分"]
)  # fmt: skip
tail = st.sampled_from(["", "。", "(5分)", "（3%）", "(13", "(18%", "；", "：", "（县教育局牵头）"])
cell = st.builds(lambda m, w, t: m + "".join(w) + t, marker, st.lists(words, max_size=3), tail)
line = st.one_of(
    st.lists(cell, min_size=2, max_size=6).map(" | ".join),
    st.lists(cell, min_size=2, max_size=5).map(",".join),
    st.lists(cell, min_size=2, max_size=5).map("  ".join),
    st.lists(cell, min_size=3, max_size=9).map("".join),
    st.lists(cell, min_size=2, max_size=4).map(lambda c: "│" + "│".join(c) + "│"),
    st.just("├──┼──┤"),
    st.just("|"),
    cell,
    st.lists(cell, min_size=2, max_size=5).map("\t".join),
    cell.map(lambda c: "\t" + c),
    st.just(""),
)


@SETTINGS
@given(st.lists(line, max_size=40).map("\n".join))
def test_generated_notices(text):
    check(text.encode("utf-8"))


@SETTINGS
@given(st.text(max_size=300))
def test_any_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@SETTINGS
@given(st.binary(max_size=300))
def test_any_bytes(data):
    check(data)
