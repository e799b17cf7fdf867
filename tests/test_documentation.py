"""Every command and every example of the documentation does what the page says; every command has its page."""

import re

import pytest

from pipeline.cli import main
from tests.documentation import DOCS, SAMPLE, blocks, commands, pages, printed, shown

PAGES = pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_commands_print_what_the_page_says(page):
    for kind, block in blocks(page):
        if kind == "console":
            for command, said in commands(block):
                assert shown(said, printed(command, page)) == said, command


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_python_examples_run(page, monkeypatch):
    monkeypatch.chdir(SAMPLE)
    space = {}
    for kind, block in blocks(page):
        if kind == "python":
            exec(compile(block, str(page), "exec"), space)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_has_a_page_and_an_example(language):
    for name, command in main.commands.items():
        text = (DOCS / language / f"{name}.md").read_text("utf-8")
        assert f"zhibiao {name}" in "".join(
            block for kind, block in blocks(DOCS / language / f"{name}.md") if kind == "console"
        )
        for option in command.params:
            long = [o for o in option.opts if o.startswith("--")]
            assert not long or long[0] in text, (name, long)


def test_both_languages_have_the_same_pages():
    names = [{p.name for p in (DOCS / language).glob("*.md")} for language in ("en", "zh")]
    assert names[0] == names[1]
