"""`zhibiao export` and `zhibiao score`: each file read back says what the notice says."""

import csv
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from pipeline.convert import convert
from pipeline.export.calendar import as_calendar
from pipeline.export.form import as_form, read_form
from pipeline.export.plain import as_csv, as_jsonl, as_markdown, as_parquet, guarded
from pipeline.export.scoring import add_up
from pipeline.export.sheets import as_workbook
from pipeline.export.tables import table
from tests.conftest import CORPUS
from tests.making import notice
from tests.running import run

DOCUMENTS = sorted(CORPUS.glob("*-20*.txt"))
HOSTILE = (
    "2021年青石县工作要点\n一、重点任务\n1.=HYPERLINK(\"http://x\")，开展检查工作。（责任单位：县财政局；6月底前）\n"
    "2.@SUM(1)+1|'drop' <script>alert(1)</script>，开展检查工作。（责任单位：县审计局）\n"
)  # fmt: skip
FORM = (
    "2021年青石县政务公开考核细则\n一、公开（60分）\n1.建立台账（40分）\n2.制定方案（20分）\n二、保障（40分）\n1.明确人员（40分）\n"
    "三、加分项（5分）\n1.获省级表彰（3分）\n2.经验推广（4分）\n四、扣分项（10分）\n1.发生舆情（10分）\n"
)


def unguarded(words):
    return words[1:] if words.startswith("'") else words


@pytest.fixture(params=DOCUMENTS, ids=lambda p: p.stem)
def document(request):
    return convert(request.param)


@pytest.mark.parametrize("name", ["indicators", "assignments"])
def test_csv_read_back(document, name):
    flat = table(document, name)
    rows = list(csv.reader(io.StringIO(as_csv(flat, bom=True).removeprefix("\ufeff"), newline="")))
    assert tuple(rows[0]) == flat.columns
    assert [[unguarded(cell) for cell in row] for row in rows[1:]] == [
        ["" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for v in row] for row in flat.rows
    ]


@pytest.mark.parametrize("name", ["indicators", "assignments"])
def test_json_lines_and_parquet_read_back(document, name):
    import pyarrow.parquet as pq

    flat = table(document, name)
    lines = [json.loads(line) for line in as_jsonl(flat).splitlines()]
    made = pq.read_table(io.BytesIO(as_parquet(flat))).to_pylist()
    for row, line, stored in zip(flat.rows, lines, made, strict=True):
        plain = [float(v) if isinstance(v, Decimal) else v for v in row]
        assert list(stored.values()) == plain
        assert list(line.values()) == [v.isoformat() if isinstance(v, date) else v for v in plain]


def test_every_item_and_unit_is_in_the_tables(document):
    indicators, assignments = table(document, "indicators"), table(document, "assignments")
    items = [item for scheme in document.schemes for item in scheme.walk()]
    assert [row[1] for row in indicators.rows] == [item.id for item in items]
    assert {(row[1], row[3]) for row in assignments.rows if row[3]} == {
        (i.id, u.name) for i in items for u in i.responsible
    }
    assert {(row[1], row[15]) for row in assignments.rows if row[15]} == {
        (i.id, d.raw) for i in items for d in i.deadlines
    }


def test_the_workbook_read_back(document):
    book = load_workbook(io.BytesIO(as_workbook(document)))
    for scheme, sheet in zip(document.schemes, book.worksheets, strict=False):
        cells = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
        for item in scheme.walk():
            assert f"{item.marker or ''}{item.name if item.name != item.marker else ''}" in cells
        points = [
            i.points.value for i in scheme.walk() if i.points and i.points.min is None and i.points.unit == "point"
        ]
        column = next((c for c in sheet.iter_cols() if c[0].value == "points"), None)
        if column:
            assert sum(Decimal(str(c.value)) for c in column[1:] if isinstance(c.value, (int, float))) == sum(points)
        assert sheet.freeze_panes == "A2"
    findings = book["findings"]
    assert [row[1].value for row in findings.iter_rows(min_row=2)] == [f.code for f in document.findings]


def test_a_group_cell_is_merged_over_its_members():
    made = notice("2021年青石县考核细则\n一、公开（10分）\n1.建立台账（4分）\n2.制定方案（6分）\n")
    sheet = load_workbook(io.BytesIO(as_workbook(made))).worksheets[0]
    assert [str(r) for r in sheet.merged_cells.ranges] == ["A2:A4"]


def test_the_same_notice_gives_the_same_bytes():
    made = notice(FORM)
    assert as_workbook(made) == as_workbook(made)
    assert as_form(made) == as_form(made)
    assert as_calendar(made) == as_calendar(made)


def test_nothing_of_a_document_is_run():
    made = notice(HOSTILE)
    rows = list(csv.reader(io.StringIO(as_csv(table(made, "indicators")))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    book = load_workbook(io.BytesIO(as_workbook(made)))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert "<script>" not in as_markdown(table(made, "indicators"))


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@a", "'=1", "\tx", "县财政局", ""])
def test_a_guard_can_be_undone(words):
    assert unguarded(guarded(words)) == words


def test_the_calendar_read_back():
    made = notice(
        "青石县2021年任务清单\n工作任务 | 责任单位 | 完成时限 |\n建立台账 | 县财政局 | 6月底前 |\n报送信息 | 县教育局 | 每月25日前 |\n"
        "集中整治 | 县公安局 | 3月10日至4月10日 |\n长期工作 | 县水利局 | 持续推进 |\n"
    )
    data, without = as_calendar(made)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert without == 1
    assert [(str(e["summary"]), e["dtstart"].dt, e["dtend"].dt) for e in events] == [
        ("建立台账", date(2021, 6, 30), date(2021, 7, 1)),
        ("报送信息", date(2021, 1, 25), date(2021, 1, 26)),
        ("集中整治", date(2021, 3, 10), date(2021, 4, 11)),
    ]
    assert events[1]["rrule"]["BYMONTHDAY"] == [25]
    assert "县教育局" in events[1]["description"]


def filled(values):
    """A form of FORM with values filled in by the item's id."""
    data = as_form(notice(FORM))
    ((_, lines),), _ = read_form(data, "form.xlsx")
    book = load_workbook(io.BytesIO(data))
    rows = {line.id: line.row for top in lines for line in (top, *top.below)}
    for id_, value in values.items():
        book.worksheets[0].cell(rows[id_], 4).value = value
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def scored(values):
    schemes, given = read_form(filled(values), "form.xlsx")
    ((id_, lines),) = schemes
    return add_up(id_, lines, given[id_])


ALL = {"s1.1.1": 40, "s1.1.2": 15.5, "s1.2.1": 38, "s1.3.1": 3, "s1.3.2": 0, "s1.4.1": 2}


def test_a_filled_form_is_added_up():
    made = scored(ALL)
    assert (made.base, made.bonus, made.deduction, made.total, made.full) == (
        Decimal("93.5"),
        3,
        2,
        Decimal("94.5"),
        100,
    )
    assert made.remarks == ()


def test_limits_ceilings_and_gaps_are_applied_and_told():
    made = scored({"s1.1.1": 45, "s1.1.2": -1, "s1.2.1": "很好", "s1.3.1": 3, "s1.3.2": 4})
    assert {(r.problem, r.id, r.counted) for r in made.remarks} == {
        ("above_full", "s1.1.1", 40), ("below_zero", "s1.1.2", 0), ("no_number", "s1.2.1", 0),
        ("bonus_above_cap", "s1.3", 5), ("empty", "s1.4.1", 0),
    }  # fmt: skip
    assert made.total == 45


def test_the_form_asks_leaves_only_and_sums_by_formula():
    sheet = load_workbook(io.BytesIO(as_form(notice(FORM)))).worksheets[0]
    assert sheet["D2"].value == "=SUM(D3,D4)"
    assert sheet["D7"].value == "=MIN(5,SUM(D8,D9))"
    assert sheet["D12"].value == "=SUM(D2,D5,D7)-SUM(D10)"
    assert sheet["D3"].protection.locked is False
    assert sheet["D2"].protection.locked is True
    limits = {str(v.sqref): v.formula2 for v in sheet.data_validations.dataValidation}
    assert limits["D3"] == "40"


def test_a_group_without_points_of_its_own_is_worth_its_members():
    made = notice(
        "2021年青石县考核细则\n一、公开\n1.建立台账（40分）\n2.制定方案（20分）\n二、保障\n1.明确人员（40分）\n"
    )
    sheet = load_workbook(io.BytesIO(as_form(made))).worksheets[0]
    assert [sheet[f"C{row}"].value for row in range(2, 8)] == ["=SUM(C3,C4)", 40, 20, "=SUM(C6)", 40, "=SUM(C2,C5)"]


def test_the_commands(tmp_path):
    file, form = tmp_path / "通知.txt", tmp_path / "自评 表.xlsx"
    file.write_text(FORM, "utf-8")
    for shape in ("xlsx", "csv", "jsonl", "md", "parquet", "ics"):
        assert run("export", file, "-o", tmp_path / f"out.{shape}").returncode == 0
        assert (tmp_path / f"out.{shape}").stat().st_size > 0
    assert run("export", file).returncode == 2
    assert run("export", file, "--to", "csv", "--bom").stdout.startswith(b"\xef\xbb\xbfscheme,")
    json_file = tmp_path / "notice.json"
    json_file.write_bytes(run("convert", file).stdout)
    assert run("export", json_file, "--to", "csv").stdout == run("export", file, "--to", "csv").stdout
    form.write_bytes(filled(ALL))
    outcome = run("score", form)
    assert outcome.stdout.decode() == f"{form} s1: 94.5 of 100 (base 93.5, bonus 3, deductions 2)\n"
    assert outcome.returncode == 0
    form.write_bytes(filled(ALL | {"s1.1.1": 41}))
    outcome = run("score", form)
    assert outcome.returncode == 1
    assert "s1.1.1 “建立台账”: 41 is above full marks 40; 40 was counted" in outcome.stdout.decode()
    assert json.loads(run("score", form, "--json").stdout)[0]["total"] == 94.5


def test_what_is_no_form_or_no_notice_is_refused(tmp_path):
    wrong = tmp_path / "wrong.xlsx"
    for content in (b"PK\x03\x04", b"text", as_workbook(notice(FORM))):
        wrong.write_bytes(content)
        outcome = run("score", wrong)
        assert outcome.returncode == 4
        assert outcome.stderr.decode().startswith(f"zhibiao: {wrong}: this is no scoring form")
    bad = tmp_path / "bad.json"
    bad.write_text('{"kind": "other"}')
    assert run("export", bad, "--to", "csv").returncode == 4
    assert run("export", CORPUS / "jinghai-2020-work-points.txt", "--to", "form").returncode == 4


def test_a_form_that_unfolds_without_end_is_refused(tmp_path):
    bomb = tmp_path / "bomb.xlsx"
    bomb.write_bytes(as_form(notice(FORM)))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/padding.xml", b" " * (40 << 20))
    outcome = run("score", bomb)
    assert outcome.returncode == 4
    assert "more than" in outcome.stderr.decode()


def full_marks(document):
    """A form of a document with full marks everywhere, and what it adds up to."""
    data = as_form(document)
    schemes, _ = read_form(data, "form.xlsx")
    book = load_workbook(io.BytesIO(data))
    for sheet, (_, lines) in zip(book.worksheets, schemes, strict=False):
        waiting = list(lines)
        while waiting:
            line = waiting.pop()
            waiting += line.below
            if line.asked:
                sheet.cell(line.row, 4).value = float(line.full)
    made = io.BytesIO()
    book.save(made)
    ((id_, lines), *_), given = read_form(made.getvalue(), "form.xlsx")
    return made.getvalue(), add_up(id_, lines, given[id_]).total


@pytest.mark.outside("soffice")
@pytest.mark.parametrize(
    "made",
    [(filled(ALL), Decimal("94.5")), full_marks(convert(CORPUS / "yifeng-2020-assessment-scheme.txt"))],
    ids=["made", "yifeng"],
)
def test_libreoffice_computes_the_same_total(made, tmp_path):
    program = shutil.which("soffice")
    assert program, "LibreOffice is not installed"
    data, expected = made
    form = tmp_path / "form.xlsx"
    form.write_bytes(data)
    subprocess.run(
        [program, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", tmp_path, form],
        check=True,
        capture_output=True,
        timeout=120,
    )
    rows = list(csv.reader(io.StringIO((tmp_path / "form.csv").read_text("utf-8-sig"))))
    total = next(row for row in rows if row[0] == "total")
    assert (Decimal(total[2]), Decimal(total[3])) == (100, expected)
