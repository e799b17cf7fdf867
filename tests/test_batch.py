"""`zhibiao batch`: every source read, each content converted once, whole outputs, and what the user is told."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from tests.conftest import CORPUS
from tests.killing import disturbed, inputs, wrong
from tests.many.archive import journal
from tests.running import run

NOTICE = "2021年望川县{}考核细则\n一、公开（10分）\n1.建立台账（10分）（责任单位：县财政局；6月底前）\n"


def batch(*arguments, stdin=b""):
    """Run the command in this process, with one worker of its own."""
    outcome = CliRunner().invoke(main, ["batch", *map(str, arguments), "--jobs", "1"], input=stdin)
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome


def told(outcome):
    return json.loads(outcome.stdout)


def outputs(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.json"))


def names(folder):
    """The outputs without the hashes in their names."""
    return [name[: -len("-0123456789abcdef.json")] for name in outputs(folder)]


def write(path, about="政务公开"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NOTICE.format(about), "utf-8")
    return path


@pytest.fixture
def archive(tmp_path):
    """A folder with three notices, one of them below, and what is none."""
    write(tmp_path / "in/甲.txt", "甲")
    write(tmp_path / "in/2021/乙.txt", "乙")
    write(tmp_path / "in/丙.md", "丙")
    write(tmp_path / "in/notes.log", "丁")
    write(tmp_path / "in/.hidden.txt", "戊")
    return tmp_path / "in"


def test_a_folder_is_read_with_all_below_it(archive, tmp_path):
    outcome = batch(archive, "-o", tmp_path / "out", "--json")
    assert outcome.exit_code == 0
    assert names(tmp_path / "out") == ["2021/乙", "丙", "甲"]
    assert {key: told(outcome)[key] for key in ("files", "converted", "failed", "aside")} == {
        "files": 3, "converted": 3, "failed": 0, "aside": 2,
    }  # fmt: skip


def test_a_result_is_what_convert_writes(tmp_path):
    file = CORPUS / "yifeng-2020-assessment-scheme.docx"
    batch(file, "-o", tmp_path / "out")
    (made,) = (tmp_path / "out").glob("*.json")
    assert made.read_bytes() == run("convert", file).stdout


def test_patterns_and_a_list_on_stdin(archive, tmp_path):
    batch(archive / "*.txt", "-o", tmp_path / "a")
    assert names(tmp_path / "a") == ["甲"]
    batch(archive / "**/*.txt", "-o", tmp_path / "b")
    assert names(tmp_path / "b") == ["乙", "甲"]
    listed = f"{archive / '丙.md'}\r\n\n{archive / '2021'}\n".encode()
    batch("-", "-o", tmp_path / "c", stdin=listed)
    assert names(tmp_path / "c") == ["丙", "乙"]
    batch("-", "-o", tmp_path / "d", stdin=listed.replace(b"\r\n\n", b"\0").replace(b"\n", b"\0"))
    assert names(tmp_path / "d") == ["丙", "乙"]


def test_the_output_folder_inside_the_source_is_no_source(archive):
    for _ in range(2):
        outcome = batch(archive, "-o", archive / "out", "--json")
        assert told(outcome)["files"] == 3


class Named(zipfile.ZipInfo):
    """A member whose name stands as the bytes given and is not flagged as UTF-8: as Windows in China writes archives."""

    def __init__(self, raw):
        super().__init__(f"{id(self)}")
        self.raw = raw

    def _encodeFilenameFlags(self):  # noqa: N802 (zipfile's own hook for both headers)
        return self.raw, self.flag_bits & ~0x800


def packed(path, *members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, about in members:
            archive.writestr(Named(name) if isinstance(name, bytes) else name, NOTICE.format(about))
    return path


def test_names_in_an_archive_are_gbk_or_utf8_flagged_or_not(tmp_path):
    file = packed(
        tmp_path / "各县.zip", ("望川县/考核细则.txt", "甲"), ("青石县/考核细则.txt".encode("gbk"), "乙"),
        ("云岭县/考核细则.txt".encode(), "丙"), ("白沙县\\考核细则.txt".encode("gbk"), "丁"), ("plain.txt", "戊"),
        ("__MACOSX/._plain.txt", "己"), ("望川县/照片.jpg", "庚"),
    )  # fmt: skip
    outcome = batch(file, "-o", tmp_path / "out", "--json")
    assert names(tmp_path / "out") == sorted(
        ["各县.zip/plain", *(f"各县.zip/{county}县/考核细则" for county in ("望川", "青石", "云岭", "白沙"))]
    )
    assert told(outcome)["aside"] == 1
    made = json.loads(next((tmp_path / "out").rglob("青石县/*.json")).read_bytes())
    assert made["source"]["name"] == "考核细则.txt"
    assert {line["source"] for line in journal(tmp_path / "out")[1:]} >= {f"{file}!青石县/考核细则.txt"}


def test_no_name_in_an_archive_leaves_the_output(tmp_path):
    hostile = ("../../a.txt", "/etc/b.txt", "..\\..\\c.txt", "C:\\d.txt", "x/../../e.txt", "./../f.txt", "con.txt", "a\x1b[31m.txt",
               "长" * 200 + ".txt", "/".join("x" * 200 for _ in range(40)) + "/g.txt")  # fmt: skip
    file = packed(tmp_path / "a.zip", *((name.encode("gbk"), str(i)) for i, name in enumerate(hostile)))
    outcome = batch(file, "-o", tmp_path / "deep/er/out", "--json")
    assert outcome.exit_code == 0
    assert len(outputs(tmp_path / "deep/er/out")) == len(hostile)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip", "deep"]
    assert sorted(p.name for p in (tmp_path / "deep/er").iterdir()) == ["out"]
    assert all(name.isprintable() for name in outputs(tmp_path / "deep/er/out"))


def test_an_archive_that_is_broken_encrypted_or_without_notices_is_told(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 broken")
    packed(tmp_path / "photos.zip", ("a.jpg", ""))
    locked = packed(tmp_path / "locked.zip", ("a.txt", "甲")).read_bytes()
    locked = bytearray(locked)
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    outcome = batch(*sorted(tmp_path.glob("*.zip")), "-o", tmp_path / "out")
    assert outcome.exit_code == 4
    shown = outcome.stderr
    assert "broken.zip: this .zip file is broken or cut short; get it again" in shown
    assert "photos.zip: this is an archive, not a document; give the notice itself" in shown
    assert "locked.zip!a.txt: the archive cannot be unpacked here" in shown


def test_a_content_is_converted_once_whatever_it_is_called(archive, tmp_path):
    write(archive / "又一份.txt", "甲")
    outcome = batch(archive, "-o", tmp_path / "out", "--json")
    assert (told(outcome)["converted"], told(outcome)["repeated"]) == (3, 1)
    (archive / "丙.md").rename(archive / "丙二.md")
    again = batch(archive, "-o", tmp_path / "out", "--json")
    assert (told(again)["converted"], told(again)["earlier"]) == (3, 3)
    events = [(line["event"], line.get("source")) for line in journal(tmp_path / "out")[1:]]
    assert [event for event, _ in events].count("done") == 3
    assert [source for event, source in events if event == "alias"] == [
        str(archive / "甲.txt"),
        str(archive / "丙二.md"),
    ]


def test_what_came_later_is_added_to_every_kind_of_output(archive, tmp_path):
    import pyarrow.parquet as pq

    batch(archive / "*.txt", "-o", tmp_path / "out")
    for shape in ("out.jsonl", "out.parquet"):
        batch(archive / "*.txt", "-o", tmp_path / shape)
        batch(archive, "-o", tmp_path / shape)
    batch(archive, "-o", tmp_path / "out")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    files = [json.loads(file.read_bytes()) for file in (tmp_path / "out").rglob("*.json")]
    table = pq.read_table(tmp_path / "out.parquet")
    assert sorted(table.column("notice").to_pylist()) == sorted(lines)
    assert sorted(map(str, map(json.loads, lines))) == sorted(map(str, files))
    for row in table.to_pylist():
        notice = json.loads(row["notice"])
        assert (row["title"], row["year"], row["region"], row["schemes"], row["findings"]) == (
            notice["title"], notice["year"], notice["region"]["name"], len(notice["schemes"]), len(notice["findings"]),
        )  # fmt: skip
        assert (row["sha256"], row["name"]) == (notice["source"]["sha256"], notice["source"]["name"])


@pytest.mark.parametrize("shape", ["out", "out.jsonl", "out.parquet"])
def test_killed_at_any_moment_it_goes_on_and_each_content_is_there_once(shape, tmp_path):
    from random import Random

    made = inputs(tmp_path / "in", 12)
    disturbed(made, tmp_path / shape, Random(7), kills=3, longest=4.0)
    assert wrong(made, tmp_path / shape) == []


def test_a_torn_line_of_output_or_journal_is_cut_off_and_done_again(archive, tmp_path):
    out, kept = tmp_path / "out.jsonl", tmp_path / "out.jsonl.journal"
    batch(archive, "-o", out)
    whole = out.read_bytes()
    out.write_bytes(whole + b'{"schema_version": "1.0", "sou')
    kept.write_bytes(kept.read_bytes()[:-30])
    outcome = batch(archive, "-o", out, "--json")
    assert (told(outcome)["converted"], told(outcome)["earlier"]) == (3, 2)
    assert sorted(out.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_a_result_that_somebody_removed_is_made_again(archive, tmp_path):
    batch(archive, "-o", tmp_path / "out")
    made = outputs(tmp_path / "out")
    (tmp_path / "out" / made[0]).unlink()
    batch(archive, "-o", tmp_path / "out")
    assert outputs(tmp_path / "out") == made


def test_a_failure_is_one_line_and_stops_nothing(archive, tmp_path):
    (archive / "空.txt").write_bytes(b"")
    (archive / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    for _ in range(2):
        outcome = batch(archive, tmp_path / "none.txt", "-o", tmp_path / "out", "--json")
        assert outcome.exit_code == 1
        assert told(outcome)["failures"] == {"unreadable": 2, "missing": 1}
        assert told(outcome)["converted"] == 3
    failed = [line for line in journal(tmp_path / "out") if line["event"] == "failed"]
    assert sorted(line["code"] for line in failed) == ["missing", "unreadable", "unreadable"]
    assert {line["reason"] for line in failed} >= {"空.txt: the file is empty; give a notice with text in it"}
    write(tmp_path / "none.txt", "丁")
    outcome = batch(archive, tmp_path / "none.txt", "-o", tmp_path / "out", "--json", "--retry")
    assert (told(outcome)["failures"], told(outcome)["converted"]) == ({"unreadable": 2}, 4)


def test_exit_codes(archive, tmp_path):
    (tmp_path / "empty").mkdir()
    assert batch(tmp_path / "empty", "-o", tmp_path / "a").exit_code == 3
    assert batch(tmp_path / "none.txt", "-o", tmp_path / "b").exit_code == 4
    assert batch(archive, "-o", tmp_path / "out.json").exit_code == 2
    assert batch(archive, "-o", tmp_path / "c", "--memory", 1).exit_code == 2
    assert batch(archive).exit_code == 2


def test_an_output_that_cannot_be_written_is_one_sentence(archive, tmp_path):
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "file", tmp_path / "file/below", "/proc/none/out", "/dev/full/out.jsonl"):
        outcome = batch(archive, "-o", out)
        assert outcome.exit_code == 5
        assert "the output cannot be written" in outcome.stderr


def test_an_output_of_somebody_else_is_left_alone(archive, tmp_path):
    (tmp_path / "out.jsonl").write_text("mine\n")
    outcome = batch(archive, "-o", tmp_path / "out.jsonl")
    assert (outcome.exit_code, (tmp_path / "out.jsonl").read_text()) == (5, "mine\n")
    assert "is not what the journal beside it tells of" in outcome.stderr


def test_an_output_of_another_version_is_not_mixed(archive, tmp_path):
    batch(archive, "-o", tmp_path / "out")
    kept = tmp_path / "out/batch.journal"
    kept.write_text(kept.read_text("utf-8").replace('"zhibiao": "', '"zhibiao": "0.0.'), "utf-8")
    outcome = batch(archive, "-o", tmp_path / "out")
    assert outcome.exit_code == 5
    assert "this batch was begun as 0.0." in outcome.stderr


def test_progress_is_plain_lines_elsewhere_and_the_summary_is_alone_on_stdout(archive, tmp_path):
    (archive / "空.txt").write_bytes(b"")
    outcome = batch(archive, "-o", tmp_path / "out")
    assert outcome.stdout.splitlines()[0] == "4 files: 3 converted, 0 repeated, 1 failed"
    assert "zhibiao: 4 of 4 files, " in outcome.stderr.splitlines()[-1]
    assert "\x1b" not in outcome.stdout + outcome.stderr
    quiet = batch(archive, "-o", tmp_path / "out", "--quiet")
    assert (quiet.stderr, quiet.exit_code) == ("", 1)
    assert "done before: 4" in quiet.stdout.splitlines()[1]


def test_on_a_terminal_there_is_a_bar_with_rate_remaining_time_and_failures(archive, tmp_path):
    import io

    from rich.console import Console

    from pipeline.batch.progress import watching
    from pipeline.batch.records import Failed

    shown = io.StringIO()
    with watching(3, Console(file=shown, force_terminal=True, width=100), quiet=False) as watcher:
        watcher.passed(failed=False)
        watcher.told("a\x1b[2J[bold].txt", Failed("unreadable", "it is {what}", {"what": "broken"}))
        watcher.passed(failed=True)
    told = shown.getvalue()
    assert "2/3" in told
    assert "/s" in told
    assert "1 failed" in told
    assert "a [2J[bold].txt: it is broken" in told


def test_a_url_is_read_through_fsspec(archive, tmp_path):
    packed(archive / "各县.zip", ("青石县/细则.txt".encode("gbk"), "乙乙"))
    outcome = batch(f"file://{archive}", "-o", tmp_path / "out", "--json")
    assert (outcome.exit_code, told(outcome)["files"]) == (0, 4)
    assert names(tmp_path / "out") == ["2021/乙", "丙", "各县.zip/青石县/细则", "甲"]
    batch(f"file://{archive}/*.txt", f"file://{archive}/丙.md", "-o", tmp_path / "two")
    assert names(tmp_path / "two") == ["丙", "甲"]
    outcome = batch(f"file://{archive}/none.txt", "nosuch://x/a.txt", "-o", tmp_path / "three", "--json")
    assert told(outcome)["failures"] == {"missing": 1, "unreadable": 1}


def test_a_second_batch_on_the_same_output_is_refused(archive, tmp_path):
    from pipeline.batch.opening import open_output

    held = open_output(tmp_path / "out")
    outcome = batch(archive, "-o", tmp_path / "out")
    held.close()
    assert outcome.exit_code == 5
    assert "another batch is at work on this output" in outcome.stderr
    assert batch(archive, "-o", tmp_path / "out").exit_code == 0
