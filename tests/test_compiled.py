"""What is compiled by `ZHIBIAO_COMPILE=1`: the list holds, and nothing on it is of a kind that mypyc would change."""

import ast
import runpy
from pathlib import Path

import pytest

from tests.conftest import ROOT

BUILD = runpy.run_path(str(ROOT / "setup.py"), run_name="read")


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    monkeypatch.chdir(ROOT)


def test_the_core_is_compiled_but_for_what_is_named():
    files = BUILD["compiled"]()
    assert {"extractors/text.py", "pipeline/structure/search.py", "pipeline/document.py"} <= set(files)
    assert not [name for name in BUILD["AS_THEY_ARE"] if not Path(name).is_file() or name in files]


def test_nothing_is_compiled_unless_it_is_asked_for(monkeypatch):
    monkeypatch.delenv("ZHIBIAO_COMPILE", raising=False)
    assert BUILD["extensions"]() == []


def test_no_compiled_class_remembers_a_property():
    """A compiled class has no dictionary: mypyc takes `cached_property` for `property` and says nothing."""
    for name in BUILD["compiled"]():
        for node in ast.walk(ast.parse(Path(name).read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                named = [ast.unparse(d) for f in node.body if isinstance(f, ast.FunctionDef) for d in f.decorator_list]
                assert not [d for d in named if "cache" in d], f"{name}: {node.name}"


def test_no_compiled_class_looks_into_its_own_dictionary():
    for name in BUILD["compiled"]():
        tree = ast.parse(Path(name).read_text("utf-8"))
        assert not [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n) == "vars(self)"], name


def test_no_compiled_module_asks_whether_a_value_is_a_constant_itself():
    """A constant of simple values is made anew where it is read, so it is equal to itself and not the same."""
    for name in BUILD["compiled"]():
        for node in ast.walk(ast.parse(Path(name).read_text("utf-8"))):
            if isinstance(node, ast.Compare) and any(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
                named = [x.id for x in (node.left, *node.comparators) if isinstance(x, ast.Name)]
                assert not [x for x in named if x.isupper()], f"{name}:{node.lineno}"


def test_no_compiled_module_asks_a_kept_generator_for_its_next():
    """A generator kept under a name is compiled to a list, whole before the first of it is asked for."""
    for name in BUILD["compiled"]():
        for function in ast.walk(ast.parse(Path(name).read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                assert not _kept_and_asked(function), f"{name}: {function.name}"


def _kept_and_asked(function: ast.FunctionDef) -> list[str]:
    nodes = list(ast.walk(function))
    kept = {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.GeneratorExp)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    asked = [n.args[0] for n in nodes if isinstance(n, ast.Call) and ast.unparse(n.func) == "next" and n.args]
    over = [x.generators[0].iter if isinstance(x, ast.GeneratorExp) else x for x in asked]
    return [x.id for x in over if isinstance(x, ast.Name) and x.id in kept]
