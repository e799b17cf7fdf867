"""Notices in a database: what is stored is what the notice says, once, and the documented questions have answers."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import MetaData, Table, bindparam, create_engine, select, text

from pipeline.convert import convert
from pipeline.errors import OutputFailedError
from pipeline.store import schema
from pipeline.store.loading import Store
from pipeline.store.rows import notice_row, rows
from tests.conftest import CORPUS, ROOT, TEXTS, programs
from tests.making import notice
from tests.running import run

TABLES = (schema.NOTICES, *schema.BELONGING)
QUESTIONS = re.compile(r"(?ms)^```sql\n(.*?)^```$")
ASKED = {
    "first_day": date(2020, 10, 1), "last_day": date(2020, 12, 31), "agency": "司法局", "region": "望川县", "title": "%公开%",
}  # fmt: skip
YEARS = [f"望川县{year}年政务公开考核细则\n一、主动公开（{p}分）\n1.公开预算（{p}分）（责任单位：县司法局；11月底前）\n二、解读（9分）\n1.解读，每少一次扣1分（8分）\n" for year, p in ((2020, 30), (2021, 35))]  # fmt: skip


@pytest.fixture
def sqlite(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'schemes.db'}"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A PostgreSQL server of the tests' own, on a socket in a folder of its own; its URL."""
    folder = Path(tempfile.mkdtemp(prefix="zhibiao-postgres-"))
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user)

    def call(program, *arguments):
        command = [programs()[program], *map(str, arguments)]
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

    data = folder / "data"
    call("initdb", "-D", data, "-A", "trust", "-U", "zhibiao", "-E", "UTF8", "--no-sync")
    call("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"-k {folder} -c listen_addresses=''", "start")
    yield f"postgresql+pg8000://zhibiao@/postgres?unix_sock={folder}/.s.PGSQL.5432"
    call("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def postgres(server) -> Iterator[str]:
    """The server's database, empty again after each test."""
    yield server
    engine = create_engine(server)
    schema.METADATA.drop_all(engine)
    engine.dispose()


def stored(url: str) -> dict[str, list[dict[str, object]]]:
    """Everything in the tables, by name, in the order of their keys."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {t.name: [dict(row) for row in connection.execute(select(t)).mappings()] for t in TABLES}
    engine.dispose()
    return in_order(found)


def in_order(tables):
    """Rows by their keys: databases order texts each in its own way."""
    keys = {t.name: [c.name for c in t.primary_key] for t in TABLES}
    return {name: sorted(table, key=lambda row: [row[k] for k in keys[name]]) for name, table in tables.items()}


def expected(notices) -> dict[str, list[dict[str, object]]]:
    made = {t.name: [] for t in TABLES}
    for one in notices:
        made["notices"].append(notice_row(one))
        for name, of in rows(one).items():
            made[name] += of
    return in_order(made)


def answers(url: str, page: Path) -> list[list[tuple[object, ...]]]:
    """What each documented question gives."""
    engine = create_engine(url)
    with engine.connect() as connection:
        made = QUESTIONS.findall(page.read_text("utf-8"))
        given = [[bindparam(name, of) for name, of in ASKED.items() if f":{name}" in question] for question in made]
        asked = [text(question).bindparams(*values) for question, values in zip(made, given, strict=True)]
        found = [[tuple(row) for row in connection.execute(question)] for question in asked]
    engine.dispose()
    return found


def check_a_store(url: str) -> None:
    made = [convert(path) for path in TEXTS]
    with Store(url) as store:
        assert [store.load(one) for one in made] == ["added"] * len(made)
        first = stored(url)
        assert first == expected(made)
        assert all(first[name] for name in first)
        assert [store.load(one) for one in made] == ["unchanged"] * len(made)
    with Store(url) as store:
        assert store.load(made[0]) == "unchanged"
    assert stored(url) == first


def check_the_questions(url: str) -> None:
    with Store(url) as store:
        for words in YEARS:
            store.load(notice(words))
    english, chinese = (answers(url, ROOT / "docs" / language / "store.md") for language in ("en", "zh"))
    assert english == chinese
    due, moved, agencies, costs, wrong = english
    # Without a column's type a database gives a date in its own way.
    assert [(str(day), *rest) for day, *rest in due] == [
        ("2020-11-30", "望川县", "县司法局", "responsible", "公开预算")
    ]
    assert moved == [(y, t, p, None) for y, p in ((2020, 30), (2021, 35)) for t in ("主动公开", "公开预算")]
    assert agencies == [("司法局", 2, 2)]
    assert [(row[2], row[3]) for row in costs] == [(1, "次")] * 2
    assert ("made.txt", "children_sum", 2) in wrong


def test_sqlite_holds_what_the_notices_say(sqlite):
    check_a_store(sqlite)


def test_sqlite_answers_the_documented_questions(sqlite):
    check_the_questions(sqlite)


@pytest.mark.outside("initdb", "pg_ctl")
def test_postgresql_holds_what_the_notices_say(postgres):
    check_a_store(postgres)


@pytest.mark.outside("initdb", "pg_ctl")
def test_postgresql_answers_the_documented_questions(postgres):
    check_the_questions(postgres)


@pytest.mark.outside("initdb", "pg_ctl")
def test_postgresql_takes_a_text_with_nul_in_it(postgres):
    made = notice("2021年望川县考核细则\n一、公开（10分）\n").model_copy(update={"issuer": "望川县\x00政府"})
    with Store(postgres) as store:
        store.load(made)
    assert stored(postgres)["notices"][0]["issuer"] == "望川县政府"


def test_a_file_that_is_read_otherwise_takes_the_place_of_what_was_read_before(sqlite):
    made = notice(YEARS[0])
    with Store(sqlite) as store:
        store.load(made.model_copy(update={"schemes": made.schemes[:0], "findings": ()}))
        assert store.load(made) == "replaced"
    assert stored(sqlite) == expected([made])


def test_the_same_file_under_another_name_changes_nothing(sqlite):
    made = notice(YEARS[0])
    with Store(sqlite) as store:
        store.load(made)
        other = made.model_copy(update={"source": made.source.model_copy(update={"name": "other.txt"})})
        assert store.load(other) == "unchanged"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("schemes.db", "this is no address of a database"),
        ("nothing://schemes.db", "knows no database of this kind"),
        ("sqlite:////nowhere/at/all/schemes.db", "the database refuses"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_in_a_sentence(url, said):
    with pytest.raises(OutputFailedError, match=said):
        Store(url)


def test_a_password_is_not_shown():
    with pytest.raises(OutputFailedError) as error:
        Store("postgresql+pg8000://who:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)


def test_tables_of_somebody_else_and_of_another_version_are_left_alone(sqlite):
    engine = create_engine(sqlite)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE items (a INTEGER)"))
    with pytest.raises(OutputFailedError, match="not zhibiao's"):
        Store(sqlite)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE items"))
    Store(sqlite).close()
    with engine.begin() as connection:
        connection.execute(schema.ABOUT.update().values(version=99))
    with pytest.raises(OutputFailedError, match="version 99"):
        Store(sqlite)
    assert Table("notices", MetaData(), autoload_with=engine).columns.keys() == schema.NOTICES.columns.keys()
    engine.dispose()


def told(made) -> dict[str, object]:
    return json.loads(made.stdout)


def test_a_batch_loads_what_it_converts_and_what_an_earlier_one_did_not_load(sqlite, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name, words in zip(("2020.txt", "2021.txt"), YEARS, strict=True):
        (folder / name).write_text(words, "utf-8")
    assert told(run("batch", folder / "2020.txt", "-o", out, "--json"))["converted"] == 1
    for earlier in (0, 2):
        made = told(run("batch", folder, "-o", out, "--to", sqlite, "--json"))
        assert (made["converted"], made["earlier"], made["failed"]) == (2, earlier, 0)
    assert stored(sqlite) == expected(convert(folder / name) for name in ("2020.txt", "2021.txt"))


def test_a_batch_into_no_database_says_so_and_converts_nothing(tmp_path):
    made = run("batch", CORPUS, "-o", tmp_path / "out", "--to", "schemes.db")
    assert made.returncode == 5
    assert "no address of a database" in made.stderr.decode()
    assert not list((tmp_path / "out").rglob("*.json"))
