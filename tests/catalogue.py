"""Message ids of everything that a person reads, and `python -m tests.catalogue`, which compiles the catalogues.

The ids come from calls (`tr`, `mark`, errors), from the tables of messages, from the commands' help, and from click.
"""

import ast
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from pipeline import explain
from pipeline.checks.catalog import CATALOG
from pipeline.cli import main
from pipeline.commands import export
from pipeline.commands.speaking import commands_of, message_of
from pipeline.compare import telling
from pipeline.export import form, sheets
from tests.conftest import ROOT

LOCALE = ROOT / "pipeline" / "locale"
_CALLS = {
    "tr",
    "mark",
    "InputUnreadableError",
    "InputMissingError",
    "OutputFailedError",
    "ExtraMissingError",
    "ZhibiaoError",
    "LimitExceededError",
}
#: What click says around our own words.
CLICK = (
    "Usage:", "Options", "Commands", "Error: {message}", "Show this message and exit.", "Try '{command} {option}' for help.",
    "No such option: {name}", "Missing argument", "Missing option", "Invalid value: {message}", "Invalid value for {param_hint}: {message}",
    "No such command {name!r}.", "default: {default}", "Aborted!", "Got unexpected extra argument ({args})",
    "Got unexpected extra arguments ({args})", "{value!r} is not one of {choices}.", "Error: {message}",
)  # fmt: skip


def ids() -> set[str]:
    """All message ids."""
    found = {text for path in sorted((ROOT / "pipeline").rglob("*.py")) for text in _called(path)}
    found |= {entry.message for entry in CATALOG.values()}
    found |= {text for row in telling._COUNTED for text in row[2:]} | {
        *telling._FIELDS.values(),
        *telling._SAID.values(),
    }
    found |= {name for name, *_ in (*sheets._FIELDS, *sheets._ASSIGNED)} | {
        *sheets._FOUND,
        *sheets._ROLES.values(),
        *form._NAMES,
    }
    found |= {*export._PROBLEMS.values(), *explain.BASES.values()}
    found |= {"error", "warning", "info", "checked", "unchecked", "stale"}
    for command in commands_of(main):
        found |= {message_of(t) for t in (command.help, command.epilog) if t}
        found |= {message_of(o.help) for o in command.params if getattr(o, "help", None)}
    return found | set(CLICK)


def _called(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                yield first.value


def catalogue(language: str):
    """A catalogue as it is written."""
    with (LOCALE / language / "LC_MESSAGES" / "zhibiao.po").open("rb") as file:
        return read_po(file, locale=language)


def compile_all() -> None:
    """Write each catalogue's compiled form beside it."""
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with file.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue(file.parent.parent.name))


if __name__ == "__main__":
    if "--ids" in sys.argv:
        known = {m.id for m in catalogue("zh") if m.id} if (LOCALE / "zh").exists() else set()
        for text in sorted(ids() - known):
            print(repr(text))
    else:
        compile_all()
