"""No pattern can be driven to super-linear time: each runs over long strings made to trip it, under a limit."""

import importlib
import pkgutil
import re
from dataclasses import fields, is_dataclass

import pytest
import regex

import extractors
import normalizers
import pipeline
from extractors import header_rows
from normalizers.patterns import Late

LENGTH = 20_000
#: Seconds; a linear pattern needs a small part of it, a quadratic one a multiple.
LIMIT = 2.0
SEEDS = (
    "一", "一、", "（一）", "1", "1.", "1.1", "(1", "（", "）", "县", "县教育局、", "各", "由县教育局", "每", "每项扣1分", "扣1分", "分别扣1、", "1、2、", "分",
    "考核内容", "序号考核内容", "一级指标", "责任单位：", "（责任单位：", "6月", "6月底前", "2021年", "2021-", "每季度末", "“十四五”", "，", "。", " ", "　", "\t",
    "|", "│", "─", "http://a", "https://", "<p", "**", "#", "a", "A1", "《", "关于", "关于印发", "通知", "得分=", "%", "至", "-", "不", "最高不超过", "的",
)  # fmt: skip
#: Patterns that are only ever laid on a whole line, and are tried at its beginning alone.
WHOLE = ("extractors.amounts._ALONE", "extractors.amounts._IN_COLUMN", "pipeline.readers.pdf.reader._PAGE_NUMBER")


def walk(value, depth=0):
    """Yield the patterns in a value: in containers, in data classes, in dictionaries."""
    if isinstance(value, (re.Pattern, regex.Pattern, Late)):
        yield value
    elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from walk(part, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        yield from walk(list(value.values()), depth + 1)
    elif depth < 4 and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from walk(getattr(value, field.name), depth + 1)


def patterns():
    found = {}
    for package in (extractors, normalizers, pipeline):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.endswith("__main__"):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for i, pattern in enumerate(walk(value)):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{module.name}.{name}.{i}", pattern))
    for i, pattern in enumerate(header_rows._header_patterns()):  # built when first needed
        found[pattern.pattern, i] = (f"extractors.header_rows._header_patterns.{i}", pattern)
    return [pytest.param(pattern, id=name) for name, pattern in found.values()]


@pytest.mark.parametrize("pattern", patterns())
def test_a_pattern_keeps_to_its_limit_on_long_strings(pattern, request):
    whole = request.node.callspec.id.startswith(WHOLE)
    flags = pattern.flags & (regex.I | regex.M | regex.S) if isinstance(pattern, re.Pattern) else pattern.flags
    compiled = regex.compile(pattern.pattern, flags)
    for seed in SEEDS:
        hostile = seed * (LENGTH // len(seed))
        if isinstance(compiled.pattern, bytes):
            hostile = hostile.encode()
        if whole:
            compiled.fullmatch(hostile, timeout=LIMIT)
        else:
            assert sum(1 for _ in compiled.finditer(hostile, timeout=LIMIT)) <= len(hostile) + 1
