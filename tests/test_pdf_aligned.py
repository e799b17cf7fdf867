"""Tables of a PDF that no line and no tag tells of: rows by how their cells stand, columns by the white between them."""

import pytest

from pipeline.document import Table
from tests.test_pdf import HEADER, drawn, opened

XS = (60, 150, 370, 470)
PITCH = 16
ROWS = [
    [["一、加强领导"], ["各单位要及时研究部署政务公开", "工作，明确分管领导和工作人员，", "落实工作经费。"], ["县政府办"], ["6月底前"]],
    [["二、健全机制"], ["建立健全工作机制。"], ["县司法局"], ["9月底前"]],
    [["三、强化公开", "平台建设"], ["加强政府网站建设管理，及时更", "新栏目内容。"], ["县融媒体中心"], ["年底前"]],
    [["四、严格考核"], ["将政务公开纳入年度考核，按季", "度通报各乡镇、各部门的工作情", "况，对工作不力的单位予以通报", "批评。"], ["县督查室"], ["持续推进"]],
]  # fmt: skip
SHORT = [
    [["一、加强领导"], ["研究部署工作。"], ["县政府办"], ["6月底前"]],
    [["二、健全机制"], ["建立健全机制。"], ["县司法局"], ["9月底前"]],
    [["三、平台建设"], ["更新平台栏目。"], ["县审计局"], ["年底前"]],
]


def aligned(rows, gap, middle):
    """A page with these rows below a header; cells stand at the middle or the top of their row."""

    def draw(canvas, _):
        for x, words in zip(XS, HEADER, strict=True):
            canvas.drawString(x, 720, words)
        y = 720 - PITCH - gap
        for row in rows:
            height = max(map(len, row))
            for x, cell in zip(XS, row, strict=True):
                above = (height - len(cell)) / 2 if middle else 0
                for i, words in enumerate(cell):
                    canvas.drawString(x, y - (above + i) * PITCH, words)
            y -= height * PITCH + gap

    return drawn(draw)


def read_rows(data):
    (table,) = [b for b in opened(data).blocks if isinstance(b, Table)]
    return [["".join(p.chars for p in cell.paragraphs) for cell in row] for row in table.rows][1:]


@pytest.mark.parametrize("gap", [0, 4, 14])
@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("rows", [ROWS, SHORT], ids=["several lines", "one line"])
def test_rows_of_several_lines_at_the_top_or_in_the_middle_however_tight(rows, middle, gap):
    assert read_rows(aligned(rows, gap, middle)) == [["".join(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("gap", [0, 4])
def test_a_label_in_the_middle_of_its_rows_joins_none_of_them(gap):
    rows = [[[], *row[1:]] for row in (ROWS[0], ROWS[1], ROWS[3])]
    rows[1][0] = ["一、组织领导"]
    assert read_rows(aligned(rows, gap, True)) == [["".join(cell) for cell in row] for row in rows]


def test_items_that_begin_inside_a_cell_do_not_cut_its_row():
    rows = [[["一、加强领导"], ["1.明确领导；", "2.落实经费；", "3.配备人员。"], ["县政府办"], ["6月底前"]], ROWS[1]]
    assert read_rows(aligned(rows, 4, True)) == [["".join(cell) for cell in row] for row in rows]


SCORES = ["项目", "考核内容", "分值", "备注"]


def scored(*rows):
    def draw(canvas, _):
        for y, row in zip((720, 704, 688, 672, 656, 640), (SCORES, *rows), strict=False):
            for x, words in zip(XS, row, strict=True):
                canvas.drawString(x, y, words)

    return read_rows(drawn(draw))


@pytest.mark.parametrize(
    "rows",
    [
        (["党建", "组织学习", "40", ""], ["业务", "完成任务", "60", ""], ["合计", "", "100", ""]),
        (["党建", "组织学习", "40分", ""], ["", "按时报送", "60分", ""], ["总分", "", "100分", ""]),
        (["党建", "组织学习", "40", "甲"], ["业务", "", "60", ""], ["环保", "", "5.5", ""]),
    ],
)
def test_figures_one_below_the_other_are_those_of_several_rows(rows):
    assert scored(*rows) == [list(row) for row in rows]
